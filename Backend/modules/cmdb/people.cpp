#include "people.hpp"

#include "cmdb_sql.hpp"
#include "decisions.hpp"
#include "edits.hpp"
#include "json/write.hpp"
#include "settle.hpp"

#include <algorithm>

namespace mz::cmdb {
namespace {

struct AnchorKey {
    Uuid source_id;
    std::string key;
};
BOOST_DESCRIBE_STRUCT(AnchorKey, (), (source_id, key))

struct AnchorRow {
    Uuid record_id;
    Uuid ci_id;
};
BOOST_DESCRIBE_STRUCT(AnchorRow, (), (record_id, ci_id))

struct PutDecisions {
    json::Raw rows;
    std::string reason;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(PutDecisions, (), (rows, reason, at))

struct DecisionPut {
    Uuid record_a;
    Uuid record_b;
    Verdict verdict = Verdict::same;
};
BOOST_DESCRIBE_STRUCT(DecisionPut, (), (record_a, record_b, verdict))

// The CIs of the group that a new record turns out to belong to.
std::vector<Uuid> known_as(Scene const& scene, Uuid record)
{
    std::vector<Record> records;
    records.reserve(scene.records.size());
    for (auto const& [id, each] : scene.records) records.push_back(each);
    std::vector<Uuid> out;
    for (auto const& group : partition(records, *scene.model, scene.decisions).groups) {
        if (std::ranges::none_of(group, [&](std::size_t place) { return records[place].id == record; })) continue;
        for (auto const place : group) {
            if (records[place].id != record) out.push_back(records[place].ci_id);
        }
    }
    return out;
}

}  // namespace

Task<void> decide(web::Tx& tx, std::vector<Decision> decisions, std::string reason)
{
    std::vector<DecisionPut> rows;
    rows.reserve(decisions.size());
    for (auto const& [a, b, verdict] : decisions) rows.push_back({a, b, verdict});
    PutDecisions const args{json::Raw{json::write(rows)}, std::move(reason), now()};
    co_await tx.run(sql::decision_put_many{}, args);
}

Task<Uuid> manual_source(web::Tx& tx)
{
    SourceOf people{SourceKind::manual, "people", people_name, std::nullopt};
    co_return co_await source(tx, std::move(people));
}

Task<Ci> read_ci(web::Tx& tx, Uuid ci)
{
    CiPath const path{ci};
    co_return co_await tx.one<Ci>(sql::ci_get{}, path);
}

Task<Anchor> anchor(web::Tx& tx, Uuid tenant, Uuid ci)
{
    auto const manual = co_await manual_source(tx);
    AnchorKey const key{manual, ci.to_string()};
    if (auto const known = co_await tx.maybe<AnchorRow>(sql::anchor_find{}, key)) co_return Anchor{known->record_id, known->ci_id};

    auto const model = co_await cmdb_model::model(tx, tenant);
    std::vector<Uuid> const one{ci};
    auto scene = co_await gather_cis(tx, model, one);
    auto const found = scene.cis.find(ci);
    if (found == scene.cis.end()) throw Problem(Failure::not_found, "no such configuration item");
    auto const into = found->second.merged_into;
    if (into) co_return co_await anchor(tx, tenant, *into);
    auto const made = anchor_in(scene, ci, manual);
    Change const change{Cause::edited, manual};
    co_await settle(tx, std::move(scene), change);
    co_await tie(tx, made, ci);
    co_return Anchor{made.record_id, ci};
}

Task<Ci> edit_checked(web::Tx& tx, Uuid tenant, Uuid ci, CiPatch patch, Cause cause, CmdbSettings settings, Check check)
{
    auto const model = co_await cmdb_model::model(tx, tenant);
    auto const present = co_await read_ci(tx, ci);
    auto edit = edit_of(patch, present.class_key, *model);
    co_return co_await apply_edit(tx, tenant, ci, std::move(edit), cause, settings, std::move(check));
}

Task<Ci> edit(web::Tx& tx, Uuid tenant, Uuid ci, CiPatch patch, Cause cause, CmdbSettings settings)
{
    co_return co_await edit_checked(tx, tenant, ci, std::move(patch), cause, settings, Check());
}

Task<Ci> create_by_hand(web::Tx& tx, Uuid tenant, CiCreate create, CmdbSettings settings)
{
    auto const model = co_await cmdb_model::model(tx, tenant);
    auto const edit = edit_of(create, *model);
    auto const manual = co_await manual_source(tx);
    co_await lock_identities(tx);

    Record record;
    record.id = Uuid::v7();
    record.source_id = manual;
    record.source_kind = SourceKind::manual;
    record.source_name = people_name;
    record.key = record.id.to_string();
    absorb(record, edit.saying);
    record.identifiers = identifiers_of(record, *model);
    auto const state = state_of({&record}, *model);
    require_complete(state, *model, nullptr);

    Seeds seeds;
    seeds.identifiers.push_back(record.identifiers);
    auto scene = co_await gather(tx, model, std::move(seeds), settings.cmdb_component_most);
    scene.records.emplace(record.id, record);
    auto const known = known_as(scene, record.id);
    if (known.empty()) co_await require_unique(tx, state, model, record.id, edit.given);
    else if (!create.even_if_known.value_or(false)) refuse_known(scene.cis.at(known.front()));
    for (auto& [id, each] : scene.records) {
        if (std::ranges::find(known, each.ci_id) != known.end()) each.deleted_at.reset();
    }
    Change const change{Cause::created, manual};
    auto const settled = co_await settle(tx, std::move(scene), change);
    co_return co_await read_ci(tx, settled.ci_of.at(record.id));
}

}  // namespace mz::cmdb
