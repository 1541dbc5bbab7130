#include "cmdb_sql.hpp"
#include "decisions.hpp"
#include "settle.hpp"

#include <algorithm>

namespace mz::cmdb {
namespace {

constexpr int at_a_time = 1000;  // records of one round of statements

struct SourcePart {
    Uuid source_id;
    int most = 0;
};
BOOST_DESCRIBE_STRUCT(SourcePart, (), (source_id, most))

// What people said or decided about a record that goes stays with the others of its CI.
std::vector<Decision> passed_on(Scene const& scene)
{
    std::vector<Decision> out;
    for (auto const& [a, b, verdict] : scene.decisions) {
        for (auto const& [gone, left] : {std::pair(a, b), std::pair(b, a)}) {
            if (verdict != Verdict::same || !scene.removed.contains(gone) || scene.removed.contains(left)) continue;
            if (!scene.before.contains(gone) || !scene.before.contains(left)) continue;
            Record const* heir = nullptr;
            for (auto const& [id, record] : scene.records) {
                if (record.ci_id != scene.before.at(gone).ci_id || scene.removed.contains(id) || id == left) continue;
                bool const better = heir == nullptr || (is_assumed(*heir) && !is_assumed(record));
                if (better) heir = &record;
            }
            if (heir != nullptr) out.push_back({std::min(left, heir->id), std::max(left, heir->id), Verdict::same});
        }
    }
    return out;
}

bool is_same_pair(Decision const& a, Decision const& b) { return a.record_a == b.record_a && a.record_b == b.record_b; }

}  // namespace

Task<std::int64_t> forget_source(web::Tx& tx, Uuid tenant, Uuid source, Cause cause, CmdbSettings settings)
{
    auto const model = co_await cmdb_model::model(tx, tenant);
    Change const change{cause, source};
    SourcePart const part{source, at_a_time};
    std::set<Uuid> changed;
    co_await lock_identities(tx);
    while (true) {
        Seeds seeds;
        seeds.records = co_await tx.all<Uuid>(sql::record_of_source{}, part);
        if (seeds.records.empty()) break;
        std::set<Uuid> const removed(seeds.records.begin(), seeds.records.end());
        auto scene = co_await gather(tx, model, std::move(seeds), settings.cmdb_component_most);
        scene.removed = removed;
        auto heirs = passed_on(scene);
        std::vector<Decision> kept;
        for (auto const& each : heirs) {
            bool const known = std::ranges::any_of(kept, [&](Decision const& one) { return is_same_pair(one, each); }) ||
                               std::ranges::any_of(scene.decisions, [&](Decision const& one) { return is_same_pair(one, each); });
            if (!known) kept.push_back(each);
        }
        if (!kept.empty()) co_await decide(tx, kept, "");
        scene.decisions.insert(scene.decisions.end(), kept.begin(), kept.end());
        auto const settled = co_await settle(tx, std::move(scene), change);
        changed.insert(settled.changed.begin(), settled.changed.end());
    }
    co_return static_cast<std::int64_t>(changed.size());
}

}  // namespace mz::cmdb
