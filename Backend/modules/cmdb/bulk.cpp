#include "bulk.hpp"

#include "bulk_rules.hpp"
#include "cmdb.hpp"
#include "cmdb_sql.hpp"
#include "list_facets.hpp"
#include "list_order.hpp"

#include <boost/json/serialize.hpp>

#include <map>
#include <set>

namespace mz::cmdb {

using namespace web;

namespace {

constexpr std::int64_t portion = 100;  // CIs that one request changes, so that no request takes minutes
constexpr long long page_most = 1000;  // CIs that a preview reads at a time
constexpr std::size_t samples_most = 20;

struct IdsAfter {
    std::vector<Uuid> ids;
    Uuid past;
    long long limit = 0;
};
BOOST_DESCRIBE_STRUCT(IdsAfter, (), (ids, past, limit))

// The next `most` CIs of those that are asked for, by name or by id.
Task<Page<Ci>> chosen(Request& rq, BulkEdit edit, std::optional<std::string> after, long long most)
{
    if (edit.query) {
        auto const model = co_await cmdb_model::model(rq.db);
        auto asked = wanted(model, *edit.query);
        asked.args.limit = Int<1, 1000>(most);
        if (after) asked.args.after = Text<1, 500>(*after);
        co_return co_await by_column(rq, std::move(asked));
    }
    IdsAfter args{*edit.ids, Uuid(), most + 1};
    if (after) args.past = Cursor::decode(*after).id;
    Page<Ci> page;
    page.items = co_await rq.db.all<Ci>(sql::ci_list_by_ids{}, std::move(args));
    if (static_cast<long long>(page.items.size()) > most) {
        page.items.pop_back();
        page.next = Cursor{"", page.items.back().id}.encode();
    }
    co_return page;
}

// Whether more than one CI is asked for: then none of them can be given what is to be unique.
Task<bool> are_several(Request& rq, BulkEdit edit)
{
    auto const first = co_await chosen(rq, std::move(edit), std::nullopt, 1);
    co_return first.next.has_value();
}

Task<std::int64_t> total_of(Request& rq, BulkEdit edit)
{
    if (!edit.query) co_return static_cast<std::int64_t>(edit.ids->size());
    auto const model = co_await cmdb_model::model(rq.db);
    auto asked = wanted(model, *edit.query);
    co_return co_await total(rq, std::move(asked));
}

Task<void> require_bounded(Request& rq, BulkEdit edit)
{
    std::int64_t const most = rq.services.get<CmdbSettings>().cmdb_bulk_most;
    auto const count = co_await total_of(rq, std::move(edit));
    if (count > most) {
        throw Problem(Failure::unprocessable, std::to_string(count) + " CIs are too many for one bulk edit; up to " + std::to_string(most) +
                                                  " can be changed at once.");
    }
}

void count(std::map<BulkReason, std::int64_t>& reasons, std::vector<BulkError> const& errors)
{
    std::set<BulkReason> once;
    for (auto const& error : errors) once.insert(error.reason);
    for (auto const reason : once) ++reasons[reason];
}

void note(std::vector<BulkRefusal>& refused, Ci const& ci, std::vector<BulkError> errors)
{
    if (refused.size() < samples_most) refused.push_back({ci.id, ci.name, std::move(errors)});
}

Task<BulkPreview> preview(Request& rq, Body<BulkEdit> body)
{
    co_await require_bounded(rq, body.value);
    auto const model = co_await cmdb_model::model(rq.db);
    bool const several = co_await are_several(rq, body.value);
    BulkPreview out;
    std::map<BulkReason, std::int64_t> reasons;
    std::optional<std::string> after;
    do {
        auto const page = co_await chosen(rq, body.value, after, page_most);
        for (auto const& ci : page.items) {
            auto verdict = verdict_on(ci, body.value, *model, several);
            ++out.total;
            if (!verdict.errors.empty()) {
                ++out.refusals;
                count(reasons, verdict.errors);
                note(out.refused, ci, std::move(verdict.errors));
            } else if (verdict.changes.empty()) {
                ++out.unchanged;
            } else {
                ++out.changed;
                if (out.changes.size() < samples_most) out.changes.push_back({ci.id, ci.name, {json::bj::serialize(verdict.changes)}});
            }
        }
        after = page.next;
    } while (after);
    for (auto const& [reason, times] : reasons) out.reasons.push_back({reason, times});
    co_return out;
}

CiPatch patch_of(BulkEdit const& edit)
{
    CiPatch patch;
    patch.status.given = edit.status.has_value();
    if (edit.status) patch.status.value = *edit.status;
    patch.attributes.given = edit.attributes.has_value();
    if (edit.attributes) patch.attributes.value = *edit.attributes;
    return patch;
}

// What its own transaction alone sees: a value that another CI has, or what others say of it.
std::vector<BulkError> errors_of(Problem const& problem)
{
    auto const reason = problem.type == "value-taken" ? BulkReason::unique : BulkReason::conflict;
    std::vector<BulkError> errors;
    errors.reserve(problem.errors.size());
    for (auto const& error : problem.errors) errors.push_back({error.pointer, error.detail, reason});
    if (errors.empty()) errors.push_back({"", problem.detail, reason});
    return errors;
}

Task<std::vector<BulkError>> edited(Tx& tx, Uuid tenant, Uuid ci, CiPatch patch)
{
    try {
        co_await edit(tx, tenant, ci, std::move(patch));
        co_return std::vector<BulkError>();
    } catch (Problem const& problem) {
        // Both are thrown before anything of this CI was written, so the others of the portion go on.
        if (problem.failure != Failure::unprocessable && problem.failure != Failure::conflict) throw;
        co_return errors_of(problem);
    }
}

Task<BulkEdited> bulk_edit(Request& rq, Body<BulkEdit> body, Tx& tx)
{
    if (!body->after) co_await require_bounded(rq, body.value);
    auto const tenant = *rq.caller.tenant;
    auto const model = co_await cmdb_model::model(tx, tenant);
    bool const several = co_await are_several(rq, body.value);
    auto const after = body->after ? std::optional<std::string>(*body->after) : std::nullopt;
    auto const page = co_await chosen(rq, body.value, after, portion);
    BulkEdited out;
    for (auto const& ci : page.items) {
        auto verdict = verdict_on(ci, body.value, *model, several);
        if (verdict.errors.empty() && verdict.changes.empty()) {
            ++out.unchanged;
            continue;
        }
        if (verdict.errors.empty()) verdict.errors = co_await edited(tx, tenant, ci.id, patch_of(body.value));
        if (verdict.errors.empty()) {
            ++out.changed;
            continue;
        }
        ++out.refusals;
        note(out.refused, ci, std::move(verdict.errors));
    }
    out.next = page.next;
    co_return out;
}

}  // namespace

void validate(BulkEdit const& body, json::Errors& errors, json::Path const& at)
{
    if (body.ids.has_value() == body.query.has_value()) errors.add(at, "must have either ids or query");
    if (body.ids && body.ids->empty()) errors.add({&at, "ids"}, "must have at least 1 element");
    bool const attributes = body.attributes && !body.attributes->empty();
    if (!body.status && !attributes) errors.add(at, "must have a status or attributes to give");
}

std::vector<Route> bulk_routes()
{
    constexpr Permission write{"cis:write"};
    std::vector<Route> all;
    all.push_back(
        route(Verb::post, "/api/v1/cis/bulk-edit/preview", write, "ci_bulk_preview", "Say what a bulk edit would change", preview));
    all.push_back(
        route(Verb::post, "/api/v1/cis/bulk-edit", write, "ci_bulk_edit", "Change the next of many configuration items", bulk_edit));
    return all;
}

}  // namespace mz::cmdb
