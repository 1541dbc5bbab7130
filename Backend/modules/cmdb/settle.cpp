#include "settle.hpp"

#include "cmdb_sql.hpp"
#include "history.hpp"
#include "json/write.hpp"
#include "keys.hpp"
#include "values.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>

namespace mz::cmdb {
namespace {

using namespace std::chrono_literals;

struct DuplicateRow {
    Uuid ci_a;
    Uuid ci_b;
    json::Raw reasons;
};
BOOST_DESCRIBE_STRUCT(DuplicateRow, (), (ci_a, ci_b, reasons))

using Members = std::vector<Record const*>;

class Settling {
public:
    Settling(Scene scene, Change change) : scene_(std::move(scene)), change_(change), at_(now()) {}

    void run()
    {
        for (auto const& id : scene_.removed) scene_.records.erase(id);
        form_groups();
        for (auto const& [id, members] : groups_) settle_group(id, members);
        for (auto const& [id, ci] : scene_.cis) {
            if (!groups_.contains(id) && !untouched_.contains(id)) settle_gone(ci);
        }
        write_records();
    }

    // The CIs of which everything that they might be mistaken for has been looked at.
    std::vector<Uuid> looked_at() const
    {
        std::vector<Uuid> out;
        if (!scene_.identities) return out;
        for (auto const& [id, ci] : scene_.cis) {
            if (!untouched_.contains(id)) out.push_back(id);
        }
        return out;
    }
    void compare_duplicates(std::vector<DuplicateRow> const& known);

    Writes writes;
    Settled settled;

private:
    void form_groups();
    void settle_group(Uuid id, Members const& members);
    void settle_gone(Ci const& ci);
    void enter(Ci const* before, Ci after, Origins const& sources, Cause cause);
    void write_keys(Ci const* before, Ci const& after);
    void write_records();
    bool is_new_state(Ci const& before, Ci const& after) const;

    Scene scene_;
    Change change_;
    Timestamp at_;
    std::map<Uuid, Members> groups_;
    std::set<Uuid> untouched_;  // CIs that were read, but are not to be settled
    std::map<std::pair<Uuid, Uuid>, std::vector<Reason>> duplicates_;
};

void Settling::form_groups()
{
    std::vector<Record> together;
    std::map<Uuid, Members> apart;
    std::set<Uuid> touched;
    for (auto const& [id, record] : scene_.records) {
        if (scene_.identities && !scene_.settled_apart.contains(id)) {
            together.push_back(record);
            continue;
        }
        auto const ci = record.ci_id.is_nil() ? id : record.ci_id;
        apart[ci].push_back(&record);
        auto const before = scene_.before.find(id);
        if (!scene_.identities || before == scene_.before.end() || row_of(record).attributes.text != before->second.attributes.text) {
            touched.insert(ci);
        }
    }
    for (auto& [ci, members] : apart) {
        if (!touched.contains(ci)) untouched_.insert(ci);
        else groups_.emplace(ci, std::move(members));
    }
    auto const partitioned = partition(together, *scene_.model, scene_.decisions);
    std::vector<Uuid> ids;
    for (auto const& group : partitioned.groups) {
        Members members;
        for (auto const place : group) members.push_back(&scene_.records.at(together[place].id));
        ids.push_back((*std::ranges::min_element(members, {}, &Record::id))->id);
        groups_.emplace(ids.back(), std::move(members));
    }
    for (auto const& conflict : partitioned.conflicts) {
        auto const pair = std::minmax(ids[conflict.a], ids[conflict.b]);
        duplicates_.emplace(std::pair<Uuid, Uuid>(pair), conflict.reasons);
    }
}

bool Settling::is_new_state(Ci const& before, Ci const& after) const
{
    return before.class_key != after.class_key || before.name != after.name || before.status != after.status || before.live != after.live ||
           before.merged_into != after.merged_into || before.deleted_at != after.deleted_at ||
           read_attributes(before.attributes) != read_attributes(after.attributes);
}

void Settling::settle_group(Uuid id, Members const& members)
{
    auto const state = state_of(members, *scene_.model);
    for (auto const* record : members) settled.ci_of.emplace(record->id, id);
    auto const found = scene_.cis.find(id);
    Ci const* const before = found == scene_.cis.end() ? nullptr : &found->second;
    Ci after;
    if (before != nullptr) after = *before;
    after.id = id;
    after.class_key = state.class_key;
    after.name = state.name;
    after.status = state.status;
    after.attributes = write_attributes(state.attributes);
    after.merged_into.reset();
    after.deleted_at = state.deleted_at;
    after.live = !state.deleted_at;
    after.stale = state.stale;
    after.seen_at = state.seen_at;
    if (before == nullptr) {
        after.created_at = after.updated_at = at_;
        after.version = 1;
        writes.cis_created.push_back(after);
        return enter(nullptr, after, state.sources, change_.cause == Cause::observed ? Cause::created : change_.cause);
    }
    if (is_new_state(*before, after)) return enter(before, std::move(after), state.sources, change_.cause);
    if (before->stale != after.stale || after.seen_at - before->seen_at > 1h || before->seen_at > after.seen_at) {
        writes.cis_updated.push_back(after);
    }
    if (change_.rewrite_keys) write_keys(before, after);
}

// It is part of another one now, or nobody says anything of it any more.
void Settling::settle_gone(Ci const& ci)
{
    std::optional<Uuid> into;
    if (auto const own = settled.ci_of.find(ci.id); own != settled.ci_of.end()) into = own->second;
    for (auto const& [id, row] : scene_.before) {
        if (into) break;
        if (row.ci_id == ci.id && settled.ci_of.contains(id)) into = settled.ci_of.at(id);
    }
    if (!into && !ci.live) return;
    auto after = ci;
    after.live = false;
    after.merged_into = into;
    if (!into) after.deleted_at = at_;
    if (is_new_state(ci, after)) enter(&ci, std::move(after), {}, change_.cause);
}

void Settling::enter(Ci const* before, Ci after, Origins const& sources, Cause cause)
{
    if (before != nullptr) {
        after.version = before->version + 1;
        after.updated_at = std::max(at_, before->updated_at + 1us);  // clocks differ, and states must not overlap
        writes.states_closed.push_back({after.id, before->version, after.updated_at});
        writes.cis_updated.push_back(after);
    }
    writes.states_entered.push_back({after.id, after.version, after.updated_at, after.class_key, after.name, after.status, after.live,
                                     after.merged_into, after.attributes, changes_between(before, after, sources), cause,
                                     change_.source_id});
    settled.changed.insert(after.id);
    write_keys(before, after);
}

// Only what is live is found.
void Settling::write_keys(Ci const* before, Ci const& after)
{
    auto const values_of = [&](Ci const* ci) {
        return ci == nullptr || !ci->live ? std::vector<ValueRow>()
                                          : value_rows(ci->id, ci->name, read_attributes(ci->attributes), *scene_.model);
    };
    auto const words_of = [&](Ci const* ci) {
        return ci == nullptr || !ci->live ? std::vector<std::string>()
                                          : word_rows(ci->name, read_attributes(ci->attributes), *scene_.model);
    };
    if (change_.rewrite_keys) {
        writes.keys_deleted.push_back(after.id);
        before = nullptr;
    }
    auto const old_values = values_of(before);
    auto const new_values = values_of(&after);
    auto const missing = [](auto const& from) { return [&from](auto const& row) { return std::ranges::find(from, row) == from.end(); }; };
    std::ranges::copy_if(old_values, std::back_inserter(writes.values_deleted), missing(new_values));
    std::ranges::copy_if(new_values, std::back_inserter(writes.values_created), missing(old_values));
    auto const old_words = words_of(before);
    auto const new_words = words_of(&after);
    for (auto const& word : old_words) {
        if (!std::ranges::binary_search(new_words, word)) writes.words_deleted.push_back({word, after.id});
    }
    for (auto const& word : new_words) {
        if (!std::ranges::binary_search(old_words, word)) writes.words_created.push_back({word, after.id});
    }
}

void Settling::write_records()
{
    writes.records_deleted.assign(scene_.removed.begin(), scene_.removed.end());
    for (auto const& [id, record] : scene_.records) {
        auto const home = settled.ci_of.find(id);
        auto const before = scene_.before.find(id);
        if (home == settled.ci_of.end()) continue;
        auto row = row_of(record);
        row.ci_id = home->second;
        if (before == scene_.before.end()) {
            writes.records_created.push_back(row);
        } else {
            auto const& old = before->second;
            if (old.ci_id != row.ci_id) writes.records_moved.push_back({id, row.ci_id});
            bool const same = old.attributes.text == row.attributes.text && old.seen_at == row.seen_at && old.class_key == row.class_key &&
                              old.class_seen_at == row.class_seen_at && old.complete_at == row.complete_at &&
                              old.deleted_at == row.deleted_at && old.stale == row.stale;
            if (!same) writes.records_updated.push_back(row);
        }
        auto const held = scene_.identified.find(id);
        auto const known = held == scene_.identified.end() ? std::vector<Identifier>() : held->second;
        if (known == record.identifiers) continue;
        if (!known.empty()) writes.identifiers_deleted.push_back(id);
        for (auto const& [kind, value] : record.identifiers) writes.identifiers_created.push_back({kind, value, id});
    }
}

void Settling::compare_duplicates(std::vector<DuplicateRow> const& known)
{
    std::map<std::pair<Uuid, Uuid>, std::string> found;
    for (auto const& [pair, reasons] : duplicates_) {
        auto const is_live = [&](Uuid id) {
            auto const created = std::ranges::find(writes.cis_created, id, &Ci::id);
            if (created != writes.cis_created.end()) return created->live;
            auto const updated = std::ranges::find(writes.cis_updated, id, &Ci::id);
            if (updated != writes.cis_updated.end()) return updated->live;
            return scene_.cis.at(id).live;
        };
        if (is_live(pair.first) && is_live(pair.second)) found.emplace(pair, json::write(reasons));
    }
    for (auto const& row : known) {
        auto const still = found.find({row.ci_a, row.ci_b});
        if (still == found.end()) writes.duplicates_deleted.push_back({{}, row.ci_a, row.ci_b, row.reasons});
        else if (json::parse(still->second) == json::parse(row.reasons.text)) found.erase(still);
    }
    for (auto& [pair, reasons] : found)
        writes.duplicates_put.push_back({Uuid::v7(), pair.first, pair.second, json::Raw{std::move(reasons)}});
}

}  // namespace

Task<Settled> settle(web::Tx& tx, Scene scene, Change change)
{
    Settling settling(std::move(scene), change);
    settling.run();
    Ids const looked_at{settling.looked_at()};
    std::vector<DuplicateRow> known;
    if (!looked_at.ids.empty()) known = co_await tx.all<DuplicateRow>(sql::duplicate_of_cis{}, looked_at);
    settling.compare_duplicates(known);
    co_await write(tx, std::move(settling.writes));
    co_return std::move(settling.settled);
}

}  // namespace mz::cmdb
