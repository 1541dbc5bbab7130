#include "identify.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <set>

namespace mz::cmdb {
namespace {

using Edges = std::map<std::size_t, std::set<std::size_t>>;

std::vector<std::size_t> groups_of(Partition const& partition, std::size_t records)
{
    std::vector<std::size_t> out(records);
    for (std::size_t group = 0; group < partition.groups.size(); ++group) {
        for (auto const record : partition.groups[group]) out[record] = group;
    }
    return out;
}

// For each place that can be reached from `start`, the place before it.
std::map<std::size_t, std::size_t> reached(Edges const& edges, std::size_t start)
{
    std::map<std::size_t, std::size_t> from{{start, start}};
    std::deque<std::size_t> queue{start};
    while (!queue.empty()) {
        auto const at = queue.front();
        queue.pop_front();
        auto const next = edges.find(at);
        if (next == edges.end()) continue;
        for (auto const place : next->second) {
            if (from.try_emplace(place, at).second) queue.push_back(place);
        }
    }
    return from;
}

// The groups that come along when the merge that brought `other` is taken back: the one nearest to it on the way to `kept`.
std::set<std::size_t> merged_with(Edges edges, std::size_t kept, std::size_t other)
{
    auto from = reached(edges, kept);
    while (from.contains(other)) {
        auto const next = from.at(other);
        edges[next].erase(other);
        edges[other].erase(next);
        from = reached(edges, kept);
    }
    std::set<std::size_t> out;
    for (auto const& [group, before] : reached(edges, other)) out.insert(group);
    return out;
}

}  // namespace

std::vector<std::size_t> other_side(std::span<Record const> records, Model const& model, std::vector<Decision> const& decisions, Uuid kept,
                                    Uuid other)
{
    auto const place_of = [&](Uuid id) { return static_cast<std::size_t>(std::ranges::find(records, id, &Record::id) - records.begin()); };
    auto const kept_place = place_of(kept);
    auto const other_place = place_of(other);
    // Without what was decided to be the same; that these records are not joined by identifiers stays.
    auto identities = decisions;
    for (auto& each : identities) each.verdict = Verdict::distinct;

    auto const natural = groups_of(partition(records, model, identities), records.size());
    auto const present = groups_of(partition(records, model, decisions), records.size());
    std::vector<std::size_t> out;
    if (natural[kept_place] != natural[other_place]) {
        Edges edges;
        for (auto const& decision : decisions) {
            auto const a = place_of(decision.record_a);
            auto const b = place_of(decision.record_b);
            if (decision.verdict != Verdict::same || a == records.size() || b == records.size() || natural[a] == natural[b]) continue;
            edges[natural[a]].insert(natural[b]);
            edges[natural[b]].insert(natural[a]);
        }
        auto const leaving = merged_with(std::move(edges), natural[kept_place], natural[other_place]);
        for (std::size_t i = 0; i < records.size(); ++i) {
            if (leaving.contains(natural[i])) out.push_back(i);
        }
        return out;
    }

    // Identifiers made them one. The record that is kept comes first, so that what either side could claim stays with it.
    std::vector<Record> ranked(records.begin(), records.end());
    ranked[kept_place].source_kind = SourceKind::manual;
    ranked[kept_place].source_key.clear();
    ranked[kept_place].key.clear();
    identities.push_back({kept, other, Verdict::distinct});
    for (auto const& decision : decisions) {
        auto const a = place_of(decision.record_a);
        auto const b = place_of(decision.record_b);
        // What people added to a record goes where the record goes.
        bool const crosses = a != records.size() && b != records.size() && natural[a] != natural[b];
        if (decision.verdict == Verdict::same && crosses) identities.push_back(decision);
    }
    auto const parted = groups_of(partition(ranked, model, identities), records.size());
    if (parted[kept_place] == parted[other_place]) return {other_place};
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (parted[i] == parted[other_place] && present[i] == present[kept_place]) out.push_back(i);
    }
    return out;
}

}  // namespace mz::cmdb
