#include "api.hpp"
#include "cmdb_sql.hpp"
#include "edits.hpp"
#include "history.hpp"
#include "json/write.hpp"
#include "people.hpp"

#include <algorithm>

namespace mz::cmdb {
namespace {

using namespace web;

struct AtVersion {
    Uuid id;
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(AtVersion, (), (id, version))

CmdbSettings settings_of(Request& rq) { return rq.services.get<CmdbSettings>(); }
Uuid tenant_of(Request& rq) { return rq.caller.tenant.value(); }

// Runs while the CI is locked.
Check version_check(Request& rq)
{
    return [&rq](Ci const& ci) { rq.check_version(ci.version); };
}

Task<Created<Ci>> create(Request& rq, Body<CiCreate> body, Tx& tx)
{
    auto ci = co_await create_by_hand(tx, tenant_of(rq), body.value, settings_of(rq));
    rq.audit_target(ci.id);
    co_return Created<Ci>{std::move(ci)};
}

Task<Ci> get(Request& rq, Path<CiPath> path, Query<AsOf> query)
{
    auto ci = co_await rq.db.one<Ci>(sql::ci_get{}, path.value);
    if (!query->as_of) co_return ci;
    auto const then = co_await state_at(rq.db, path->id, *query->as_of);
    if (!then) throw Problem(Failure::not_found, "this configuration item was not there at that time");
    ci.class_key = then->class_key;
    ci.name = then->name;
    ci.status = then->status;
    ci.attributes = then->attributes;
    ci.live = then->live;
    ci.merged_into = then->merged_into;
    bool const deleted = !then->live && !then->merged_into;
    ci.deleted_at = deleted ? std::optional(then->valid_from) : std::nullopt;
    ci.stale = false;
    ci.seen_at = std::min(ci.seen_at, *query->as_of);
    ci.updated_at = then->valid_from;
    ci.version = then->version;
    co_return ci;
}

Task<Ci> update(Request& rq, Path<CiPath> path, Body<CiPatch> patch, Tx& tx)
{
    auto const before = co_await read_ci(tx, path->id);
    auto ci = co_await edit_checked(tx, tenant_of(rq), path->id, patch.value, Cause::edited, settings_of(rq), version_check(rq));
    rq.audit_change(before, ci);
    co_return ci;
}

Task<void> remove(Request& rq, Path<CiPath> path, Tx& tx)
{
    co_await read_ci(tx, path->id);
    co_await delete_by_hand(tx, path->id, tenant_of(rq), settings_of(rq), version_check(rq));
}

// What has to be said by hand for a CI to be again as it was; of some attributes, or of all.
Edit edit_back(Ci const& present, CiState const& then, std::optional<std::vector<std::string>> const& only, Model const& model)
{
    auto const wanted = [&](std::string_view attribute) { return !only || std::ranges::find(*only, attribute) != only->end(); };
    CiPatch patch;
    if (wanted(name_attribute) && then.name != present.name) patch.name = {true, then.name};
    if (wanted(status_attribute) && then.status != present.status) patch.status = {true, then.status};
    if (wanted(class_attribute) && then.class_key != present.class_key) patch.class_key = {true, then.class_key};
    auto const& class_key = patch.class_key.given ? then.class_key : present.class_key;
    auto const now_values = read_attributes(present.attributes);
    auto const then_values = read_attributes(then.attributes);
    auto both = then_values;
    both.insert(now_values.begin(), now_values.end());
    for (auto const& [attribute, value] : both) {
        auto const old = then_values.find(attribute);
        auto const current = now_values.find(attribute);
        bool const same = old != then_values.end() && current != now_values.end() && old->second == current->second;
        if (same || !wanted(attribute) || !model.has_attribute(class_key, attribute)) continue;
        patch.attributes.given = true;
        patch.attributes.value.emplace(attribute, json::Raw{old == then_values.end() ? "null" : text_of(old->second)});
    }
    auto edit = edit_of(patch, present.class_key, model);
    edit.any_status = true;
    return edit;
}

Task<Ci> restore(Request& rq, Path<CiPath> path, Body<CiRestore> body, Tx& tx)
{
    auto const tenant = tenant_of(rq);
    auto present = co_await read_ci(tx, path->id);
    rq.check_version(present.version);
    auto const before = present;
    if (present.deleted_at && !present.merged_into) {
        if (!rq.caller.may("cis:delete")) throw Problem(Failure::forbidden, "It takes cis:delete to bring back what was deleted.");
        co_await undelete(tx, path->id, tenant, settings_of(rq));
        present = co_await read_ci(tx, path->id);
    }
    require_live(present);
    if (body->version) {
        AtVersion const at{path->id, *body->version};
        auto const then = co_await tx.maybe<CiState>(sql::state_of_version{}, at);
        if (!then) throw Problem::invalid("/version", "is no version of this CI");
        auto const model = co_await cmdb_model::model(tx, tenant);
        auto edit = edit_back(present, *then, body->attributes, *model);
        bool const differs = !edit.given.empty() || !edit.saying.class_key.empty();
        if (differs) {
            present = co_await apply_edit(tx, tenant, path->id, std::move(edit), Cause::restored, settings_of(rq), Check());
        }
    }
    rq.audit_change(before, present);
    co_return present;
}

Task<Ci> merge_with(Request& rq, Path<CiPath> path, Body<CiPair> body, Tx& tx)
{
    co_await read_ci(tx, path->id);
    CiPath const other{body->other_id};
    if (!co_await tx.maybe<Ci>(sql::ci_get{}, other))
        throw Problem(Failure::unprocessable, "There is no such configuration item to merge with.");
    std::string const reason = body->reason.value_or(WhyText());
    co_return co_await merge(tx, tenant_of(rq), path->id, body->other_id, reason, settings_of(rq));
}

Task<Ci> unmerge_from(Request& rq, Path<CiPath> path, Body<CiPair> body, Tx& tx)
{
    co_await read_ci(tx, path->id);
    std::string const reason = body->reason.value_or(WhyText());
    co_return co_await unmerge(tx, tenant_of(rq), path->id, body->other_id, reason, settings_of(rq));
}

Task<Page<Duplicate>> duplicates(Request& rq, Query<ListQuery> query)
{
    if (!query.value.sort) query.value.sort = "-found_at";
    co_return co_await rq.db.page<Duplicate>(sql::duplicate_list{}, query.value);
}

Task<void> dismiss_duplicate(Request& rq, Body<DuplicateDismiss> body, Tx& tx)
{
    rq.audit_target(body->ci_a);
    std::string const reason = body->reason.value_or(WhyText());
    co_await dismiss(tx, tenant_of(rq), body->ci_a, body->ci_b, reason, settings_of(rq));
}

}  // namespace

std::vector<Route> item_routes()
{
    constexpr Permission read{"cis:read"};
    constexpr Permission write{"cis:write"};
    constexpr Permission merging{"cis:merge"};
    constexpr Permission deleting{"cis:delete"};
    std::vector<Route> all;
    all.push_back(route(Verb::post, "/api/v1/cis", write, "ci_create", "Add a configuration item", create));
    all.push_back(route(Verb::get, "/api/v1/cis/{id}", read, "ci_get", "Fetch one configuration item, also as it was", get));
    all.push_back(route(Verb::patch, "/api/v1/cis/{id}", write, "ci_update", "Say something of a configuration item by hand", update));
    all.push_back(route(Verb::del, "/api/v1/cis/{id}", deleting, "ci_delete", "Delete a configuration item; its history stays", remove));
    all.push_back(route(Verb::post, "/api/v1/cis/{id}/restore", write, "ci_restore", "Make a CI, or some values, as they were", restore));
    all.push_back(route(Verb::post, "/api/v1/cis/{id}/merge", merging, "ci_merge", "Say that two CIs are the same thing", merge_with));
    all.push_back(route(Verb::post, "/api/v1/cis/{id}/unmerge", merging, "ci_unmerge", "Take a CI out of another again", unmerge_from));
    all.push_back(route(Verb::get, "/api/v1/ci-duplicates", read, "ci_duplicate_list", "List what may be the same thing", duplicates));
    all.push_back(route(Verb::post, "/api/v1/ci-duplicates/dismiss", merging, "ci_duplicate_dismiss", "Say that two CIs are different",
                        dismiss_duplicate));
    return all;
}

}  // namespace mz::cmdb
