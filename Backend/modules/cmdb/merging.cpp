#include "cmdb_sql.hpp"
#include "decisions.hpp"
#include "edits.hpp"
#include "people.hpp"
#include "settle.hpp"

#include <algorithm>

namespace mz::cmdb {
namespace {

Decision decided(Uuid a, Uuid b, Verdict verdict) { return {std::min(a, b), std::max(a, b), verdict}; }

std::vector<Uuid> records_in(Scene const& scene, Uuid ci)
{
    std::vector<Uuid> out;
    for (auto const& [id, record] : scene.records) {
        if (record.ci_id == ci) out.push_back(id);
    }
    return out;
}

// None of these is of the same thing as one of those.
std::vector<Decision> all_distinct(std::vector<Uuid> const& these, std::vector<Uuid> const& those)
{
    std::vector<Decision> out;
    for (auto const& a : these) {
        for (auto const& b : those) out.push_back(decided(a, b, Verdict::distinct));
    }
    return out;
}

// The scene of some CIs with everything that hangs together with them, for a change of what belongs together.
Task<Scene> scene_of(web::Tx& tx, Uuid tenant, std::vector<Uuid> cis, CmdbSettings settings)
{
    auto const model = co_await cmdb_model::model(tx, tenant);
    co_await lock_identities(tx);
    Seeds seeds;
    for (auto const& record : co_await records_of_cis(tx, cis, *model)) seeds.records.push_back(record.id);
    auto scene = co_await gather(tx, model, std::move(seeds), settings.cmdb_component_most);
    for (auto const& ci : cis) {
        if (!scene.cis.contains(ci)) scene.cis.emplace(ci, co_await read_ci(tx, ci));
    }
    co_return scene;
}

void replace(std::vector<Decision>& all, std::vector<Decision> const& by)
{
    std::erase_if(all, [&](Decision const& old) {
        return std::ranges::any_of(by,
                                   [&](Decision const& each) { return each.record_a == old.record_a && each.record_b == old.record_b; });
    });
    all.insert(all.end(), by.begin(), by.end());
}

}  // namespace

Task<Ci> merge(web::Tx& tx, Uuid tenant, Uuid ci, Uuid other, std::string reason, CmdbSettings settings)
{
    if (ci == other) throw Problem::invalid("/other_id", "must be another CI");
    std::vector<Uuid> const both{ci, other};
    auto scene = co_await scene_of(tx, tenant, both, settings);
    for (auto const& id : both) require_live(scene.cis.at(id));
    if (scene.settled_apart.contains(ci)) throw Problem(Failure::conflict, "too-much-together", "Too many records share identifiers here.");
    std::vector<Decision> const same{decided(ci, other, Verdict::same)};
    co_await decide(tx, same, std::move(reason));
    replace(scene.decisions, same);
    Change const change{Cause::merged, std::nullopt};
    auto const settled = co_await settle(tx, std::move(scene), change);
    co_return co_await read_ci(tx, settled.ci_of.at(ci));
}

Task<Ci> unmerge(web::Tx& tx, Uuid tenant, Uuid ci, Uuid other, std::string reason, CmdbSettings settings)
{
    std::vector<Uuid> const one{ci};
    auto scene = co_await scene_of(tx, tenant, one, settings);
    require_live(scene.cis.at(ci));
    auto const ids = records_in(scene, ci);
    bool const part = other != ci && std::ranges::find(ids, other) != ids.end();
    if (!part) throw Problem(Failure::unprocessable, "This is no part of the CI that could be taken out of it.");
    std::vector<Record> all;
    all.reserve(scene.records.size());
    for (auto const& [id, record] : scene.records) all.push_back(record);
    std::vector<Uuid> leaving;
    for (auto const place : other_side(all, *scene.model, scene.decisions, ci, other)) leaving.push_back(all[place].id);
    std::vector<Uuid> staying;
    std::ranges::copy_if(ids, std::back_inserter(staying), [&](Uuid id) { return std::ranges::find(leaving, id) == leaving.end(); });
    auto const distinct = all_distinct(leaving, staying);
    co_await decide(tx, distinct, std::move(reason));
    replace(scene.decisions, distinct);
    Change const change{Cause::unmerged, std::nullopt};
    auto const settled = co_await settle(tx, std::move(scene), change);
    co_return co_await read_ci(tx, settled.ci_of.at(other));
}

Task<void> dismiss(web::Tx& tx, Uuid tenant, Uuid ci_a, Uuid ci_b, std::string reason, CmdbSettings settings)
{
    if (ci_a == ci_b) throw Problem::invalid("/ci_b", "must be another CI");
    std::vector<Uuid> const both{ci_a, ci_b};
    auto scene = co_await scene_of(tx, tenant, both, settings);
    auto const distinct = all_distinct(records_in(scene, ci_a), records_in(scene, ci_b));
    if (distinct.empty()) throw Problem(Failure::conflict, "One of these is part of another CI.");
    co_await decide(tx, distinct, std::move(reason));
    replace(scene.decisions, distinct);
    Change const change{Cause::unmerged, std::nullopt};
    co_await settle(tx, std::move(scene), change);
}

Task<Ci> delete_by_hand(web::Tx& tx, Uuid ci, Uuid tenant, CmdbSettings settings, Check check)
{
    std::vector<Uuid> const one{ci};
    auto scene = co_await scene_of(tx, tenant, one, settings);
    auto const& present = scene.cis.at(ci);
    check(present);
    require_live(present);
    auto const at = now();
    for (auto& [id, record] : scene.records) {
        if (record.ci_id == ci && !record.deleted_at) record.deleted_at = at;
    }
    Change const change{Cause::deleted, std::nullopt};
    co_await settle(tx, std::move(scene), change);
    co_return co_await read_ci(tx, ci);
}

Task<void> undelete(web::Tx& tx, Uuid ci, Uuid tenant, CmdbSettings settings)
{
    std::vector<Uuid> const one{ci};
    auto scene = co_await scene_of(tx, tenant, one, settings);
    for (auto& [id, record] : scene.records) {
        if (record.ci_id == ci) record.deleted_at.reset();
    }
    // Where everything that was said of it was forgotten, a person says that it is there: the record is the CI's own, under its id.
    auto made = Tie{};
    if (records_in(scene, ci).empty()) made = anchor_in(scene, ci, co_await manual_source(tx), ci);
    Change const change{Cause::restored, std::nullopt};
    co_await settle(tx, std::move(scene), change);
    co_await tie(tx, made, ci);
}

}  // namespace mz::cmdb
