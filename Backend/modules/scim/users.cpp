#include "scim/users.hpp"

#include "identity/identity.hpp"
#include "pg/error.hpp"
#include "scim/attributes.hpp"
#include "scim/failures.hpp"
#include "scim/filter.hpp"
#include "scim/paging.hpp"
#include "scim/roles.hpp"
#include "scim/scim.hpp"
#include "scim_sql.hpp"

#include <array>

namespace mz::scim {
namespace {

using namespace web;

pg::ConstraintMessage const name_taken{"scim_user_name_taken", Failure::conflict, "There is a user with this userName already."};
pg::ConstraintMessage const email_taken{"scim_user_email_taken", Failure::conflict, "There is a user with this e-mail address already."};

constexpr std::array<std::string_view, 6> filtered{"userName", "externalId", "displayName", "id", "emails.value", "active"};

struct UserRow : Attributes {
    Uuid id;
    Timestamp created_at;
    Timestamp updated_at;
};
BOOST_DESCRIBE_STRUCT(UserRow, (Attributes), (id, created_at, updated_at))

struct UserWrite : Attributes {
    Uuid id;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(UserWrite, (Attributes), (id, now))

struct UserQuery : Window {
    std::optional<std::string> id;
    std::optional<std::string> user_name;
    std::optional<std::string> external_id;
    std::optional<std::string> display_name;
    std::optional<std::string> email;
    std::optional<bool> active;
};
BOOST_DESCRIBE_STRUCT(UserQuery, (Window), (id, user_name, external_id, display_name, email, active))

ScimUser shown(Request const& rq, UserRow const& row)
{
    ScimUser user;
    user.id = row.id;
    user.externalId = row.external_id;
    user.userName = row.user_name;
    if (row.formatted || row.given_name || row.family_name) user.name = ScimName{row.formatted, row.family_name, row.given_name};
    user.displayName = row.display_name;
    user.emails = std::vector<ScimEmail>{{row.email, "work", true}};
    user.active = row.active;
    user.meta = ScimMeta{"User", row.created_at, row.updated_at, location(rq, "/Users/", row.id)};
    return user;
}

UserQuery query_of(Request const& rq, Search const& search)
{
    UserQuery query;
    static_cast<Window&>(query) = window_of(rq, search);
    if (!search.filter) return query;
    for (auto const& [attribute, value] : parse_filter(*search.filter, filtered)) {
        if (attribute == "userName") query.user_name = value;
        if (attribute == "externalId") query.external_id = value;
        if (attribute == "displayName") query.display_name = value;
        if (attribute == "id") query.id = value;
        if (attribute == "emails.value") query.email = value;
        if (attribute == "active") query.active = lower_ascii(value) == "true";
    }
    return query;
}

Task<UserRow> row_of(Tx& tx, Uuid id)
{
    ResourcePath const path{id};
    co_return co_await tx.one<UserRow>(sql::scim_user_get{}, path);
}

Task<List<ScimUser>> list(Request& rq, Query<Search> search)
{
    auto const query = query_of(rq, search.value);
    List<ScimUser> out;
    out.totalResults = co_await rq.db.one<std::int64_t>(sql::scim_user_count{}, query);
    out.startIndex = query.offset + 1;
    auto const rows = co_await rq.db.all<UserRow>(sql::scim_user_list{}, query);
    for (auto const& row : rows) {
        out.Resources.push_back(shown(rq, row));
        narrow(out.Resources.back(), search.value);
    }
    out.itemsPerPage = static_cast<std::int64_t>(out.Resources.size());
    co_return out;
}

Task<ScimUser> get(Request& rq, Path<ResourcePath> path, Query<View> view)
{
    auto const row = co_await rq.db.one<UserRow>(sql::scim_user_get{}, path.value);
    auto user = shown(rq, row);
    narrow(user, view.value);
    co_return user;
}

// Whom the directory brings, as a user here and as it describes them.
Task<ScimUser> bring(Request& rq, Tx& tx, ScimUserWrite body)
{
    auto const attributes = attributes_of(body);
    // Everything that a directory writes queues here, so that two of its requests about the same group or person follow each other.
    co_await identity::lock_places(tx);
    auto const role = co_await default_role(tx);
    identity::Newcomer const newcomer{attributes.email, identity::DisplayName(shown_name(attributes)), role.role, role.role_id,
                                      identity::Source::scim};
    auto const person = co_await identity::provision(rq, tx, newcomer);
    UserWrite write;
    static_cast<Attributes&>(write) = attributes;
    write.id = person;
    write.now = now();
    co_await tx.run(sql::scim_user_create{}, write);
    if (!attributes.active) co_await identity::deprovision(rq, tx, person, identity::Source::scim);
    auto const row = co_await row_of(tx, person);
    co_return shown(rq, row);
}

Task<Created<ScimUser>> create(Request& rq, Body<ScimUserWrite> body, Tx& tx)
{
    require_size(rq);
    auto user = co_await told(rq, tx, body->userName.value_or(""), bring(rq, tx, body.value));
    rq.headers.set("Location", location(rq, "/Users/", user.id));
    co_return Created<ScimUser>{std::move(user)};
}

// From `before` to `after`, here and at once: the name, whether they may be here, and the address that they sign in with.
Task<ScimUser> change(Request& rq, Tx& tx, UserRow before, Attributes after)
{
    if (after == static_cast<Attributes const&>(before)) co_return shown(rq, before);
    identity::PersonId const person(before.id);
    identity::UserPatch patch;
    patch.display_name = {shown_name(after) != shown_name(before), identity::DisplayName(shown_name(after))};
    patch.active = {after.active != before.active, after.active};
    if (patch.display_name.given || patch.active.given) {
        co_await identity::change_provisioned(rq, tx, person, identity::Source::scim, patch);
    }
    if (after.email != before.email) co_await identity::readdress(tx, person, after.email);
    UserWrite write;
    static_cast<Attributes&>(write) = after;
    write.id = before.id;
    write.now = now();
    co_await tx.run(sql::scim_user_update{}, write);
    auto const row = co_await row_of(tx, before.id);
    rq.audit_change(static_cast<Attributes const&>(before), after);
    co_return shown(rq, row);
}

Task<ScimUser> put(Request& rq, Path<ResourcePath> path, Body<ScimUserWrite> body, Tx& tx)
{
    require_size(rq);
    co_await identity::lock_places(tx);
    auto const before = co_await row_of(tx, path->id);
    auto const replace = [](Request& request, Tx& in, UserRow row, ScimUserWrite user) -> Task<ScimUser> {
        co_return co_await change(request, in, row, attributes_of(user));
    };
    co_return co_await told(rq, tx, before.user_name, replace(rq, tx, before, body.value));
}

Task<ScimUser> patch(Request& rq, Path<ResourcePath> path, Body<ScimPatch> body, Tx& tx)
{
    require_size(rq);
    co_await identity::lock_places(tx);
    auto const before = co_await row_of(tx, path->id);
    require_few(rq, body.value);
    auto const apply = [](Request& request, Tx& in, UserRow row, ScimPatch operations) -> Task<ScimUser> {
        co_return co_await change(request, in, row, patched(row, operations.Operations));
    };
    co_return co_await told(rq, tx, before.user_name, apply(rq, tx, before, body.value));
}

Task<void> remove(Request& rq, Path<ResourcePath> path, Tx& tx)
{
    co_await identity::lock_places(tx);
    auto const before = co_await row_of(tx, path->id);
    auto const take_away = [](Request& request, Tx& in, Uuid id) -> Task<void> {
        co_await identity::deprovision(request, in, identity::PersonId(id), identity::Source::scim);
        ResourcePath const person{id};
        co_await in.run(sql::scim_user_delete{}, person);
    };
    co_await told(rq, tx, before.user_name, take_away(rq, tx, before.id));
}

}  // namespace

std::vector<Route> user_routes()
{
    constexpr Permission provision{"scim:provision"};
    std::vector<Route> all;
    all.push_back(route(Verb::get, "/scim/v2/Users", provision, "scim_user_list", "SCIM: find users", list));
    all.push_back(route(Verb::post, "/scim/v2/Users", provision, "scim_user_create", "SCIM: bring a user", create));
    all.push_back(route(Verb::get, "/scim/v2/Users/{id}", provision, "scim_user_get", "SCIM: fetch one user", get));
    all.push_back(route(Verb::put, "/scim/v2/Users/{id}", provision, "scim_user_replace", "SCIM: describe a user anew", put));
    all.push_back(route(Verb::patch, "/scim/v2/Users/{id}", provision, "scim_user_update", "SCIM: change a user", patch));
    all.push_back(route(Verb::del, "/scim/v2/Users/{id}", provision, "scim_user_delete", "SCIM: take a user away", remove));
    return all;
}

}  // namespace mz::scim
