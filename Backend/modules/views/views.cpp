#include "views.hpp"

#include "pg/error.hpp"
#include "view.hpp"
#include "views_sql.hpp"

namespace mz::views {
namespace {

using namespace web;

pg::ConstraintMessage const name_taken{"view_name_taken", Failure::conflict, "You have a view of this name for this list already."};
pg::ConstraintMessage const too_long{"view_query_length", Failure::unprocessable, "The filters of this view are too long to keep."};
pg::ConstraintMessage const too_wide{"view_columns_most", Failure::unprocessable, "A view can have up to 100 columns."};

constexpr std::int64_t views_most = 500;  // of one person

struct NewView {
    Uuid id;
    ListName list;
    ViewName name;
    json::Raw query;
    Columns columns;
    bool shared = false;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(NewView, (), (id, list, name, query, columns, shared, at))

struct ChangedView {
    Uuid id;
    ViewName name;
    json::Raw query;
    std::vector<std::string> columns;
    bool shared = false;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(ChangedView, (), (id, name, query, columns, shared, at))

Task<Page<View>> list(Request& rq, Query<ViewFilter> filter)
{
    if (filter->list) co_return co_await rq.db.page<View>(sql::view_list_by_list{}, filter.value);
    co_return co_await rq.db.page<View>(sql::view_list{}, filter.value);
}

// The view under its row's lock, if the caller may change it. Somebody else's own is not there for others.
Task<View> lock(Request& rq, Tx& tx, ViewPath path)
{
    auto view = co_await tx.one<View>(sql::view_lock{}, path);
    if (view.owner_id != rq.caller.id && !rq.caller.may(view.list + ":write"))
        throw Problem(Failure::forbidden, "A shared view is changed by whoever made it, or who may change what it shows.");
    rq.check_version(view.version);
    co_return view;
}

Task<Created<View>> create(Request&, Body<ViewCreate> body, Tx& tx)
{
    auto const count = co_await tx.one<std::int64_t>(sql::view_count{});
    if (count >= views_most) throw Problem(Failure::unprocessable, "You have as many views as one can have; delete one first.");
    NewView view;
    view.id = Uuid::v7();
    view.list = body->list;
    view.name = body->name;
    view.query.text = json::write(body->query.value_or(ViewQuery()));
    view.columns = body->columns.value_or(Columns());
    view.shared = body->shared.value_or(false);
    view.at = now();
    co_await tx.run(sql::view_create{}, view);
    ViewPath const path{view.id};
    co_return Created<View>{co_await tx.one<View>(sql::view_get{}, path)};
}

Task<View> update(Request& rq, Path<ViewPath> path, Body<ViewPatch> patch, Tx& tx)
{
    auto const before = co_await lock(rq, tx, path.value);
    ChangedView after{before.id, before.name, before.query, before.columns, before.shared, now()};
    patch->name.apply_to(after.name);
    if (patch->query.given) after.query.text = json::write(patch->query.value);
    if (patch->columns.given) after.columns.assign(patch->columns.value.begin(), patch->columns.value.end());
    patch->shared.apply_to(after.shared);
    co_await tx.run(sql::view_update{}, after);
    auto changed = co_await tx.one<View>(sql::view_get{}, path.value);
    rq.audit_change(before, changed);
    co_return changed;
}

Task<void> remove(Request& rq, Path<ViewPath> path, Tx& tx)
{
    co_await lock(rq, tx, path.value);
    co_await tx.run(sql::view_delete{}, path.value);
}

}  // namespace

std::vector<Route> routes()
{
    constexpr auto people = permission::signed_in;
    std::vector<Route> all;
    all.push_back(route(Verb::get, "/api/v1/views", people, "view_list", "List one's own and the shared views", list));
    all.push_back(route(Verb::post, "/api/v1/views", people, "view_create", "Keep a view of a list", create));
    all.push_back(route(Verb::patch, "/api/v1/views/{id}", people, "view_update", "Change or share a view", update));
    all.push_back(route(Verb::del, "/api/v1/views/{id}", people, "view_delete", "Delete a view", remove));
    return all;
}

}  // namespace mz::views
