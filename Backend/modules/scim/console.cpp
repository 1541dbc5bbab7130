#include "scim/console.hpp"

#include "identity/identity.hpp"
#include "pg/error.hpp"
#include "scim/attributes.hpp"
#include "scim/protocol.hpp"
#include "scim/roles.hpp"
#include "scim/scim.hpp"
#include "scim_sql.hpp"

#include <algorithm>

namespace mz::scim {
namespace {

using namespace web;

pg::ConstraintMessage const role_mapped{"scim_group_role_exists", Failure::conflict, "A group of the directory has this role."};
pg::ConstraintMessage const role_default{"scim_default_role_exists", Failure::conflict, "People of the directory have this role."};
pg::ConstraintMessage const handed{"scim_user_key", Failure::conflict, "The directory looks after this user already."};

constexpr std::int64_t failures_shown = 100;

struct Summary {
    std::int64_t users = 0;
    std::int64_t active_users = 0;
    std::optional<Timestamp> synced_at;
};
BOOST_DESCRIBE_STRUCT(Summary, (), (users, active_users, synced_at))

struct Limited {
    std::int64_t limit = 0;
};
BOOST_DESCRIBE_STRUCT(Limited, (), (limit))

struct GroupRow : ScimGroupView {
    std::optional<std::vector<std::string>> role_permissions;
};
BOOST_DESCRIBE_STRUCT(GroupRow, (ScimGroupView), (role_permissions))

struct DefaultRole {
    identity::Role role = identity::Role::auditor;
    std::optional<Uuid> role_id;
};
BOOST_DESCRIBE_STRUCT(DefaultRole, (), (role, role_id))

struct Mapped : ScimMappedGroup {
    int rank = 0;
};
BOOST_DESCRIBE_STRUCT(Mapped, (ScimMappedGroup), (rank))

struct NewUser : Attributes {
    Uuid id;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(NewUser, (Attributes), (id, now))

Task<ScimOverview> overview_of(Request& rq)
{
    ScimOverview out;
    out.base_url = rq.services.get<Scim>().public_url + std::string(base_path);
    if (auto const role = co_await rq.db.maybe<RoleHeld>(sql::scim_default_get{})) {
        out.default_role = role->role;
        out.default_role_id = role->role_id;
    }
    for (auto& row : co_await rq.db.all<GroupRow>(sql::scim_mapping_list{})) out.groups.push_back(std::move(row));
    auto const summary = co_await rq.db.one<Summary>(sql::scim_summary{});
    out.users = summary.users;
    out.active_users = summary.active_users;
    out.synced_at = summary.synced_at;
    Limited const latest{failures_shown};
    out.failures = co_await rq.db.all<ScimFailure>(sql::scim_failure_list{}, latest);
    co_return out;
}

Task<ScimOverview> get(Request& rq) { co_return co_await overview_of(rq); }

// That the administrator may give the role, and that it is not an owner's.
Task<void> require_mappable(Request& rq, Tx& tx, identity::Role role, std::optional<Uuid> role_id, std::string pointer)
{
    if (role == identity::Role::owner) throw Problem::invalid(std::move(pointer), "owners are made by owners, one by one");
    auto const granted = co_await identity::granted_of(tx, role, role_id);
    identity::require_may_give(rq.caller, granted);
}

ScimMapping mapping_of(RoleHeld const& by_default, std::vector<GroupRow> const& groups)
{
    ScimMapping out{by_default.role, by_default.role_id, {}};
    for (auto const& group : groups) {
        if (group.role) out.groups.push_back({group.id, *group.role, group.role_id});
    }
    return out;
}

Task<ScimOverview> mapping_put(Request& rq, Body<ScimMapping> body, Tx& tx)
{
    co_await identity::lock_places(tx);
    // Whoever takes a role away from a group takes it from its people: both what was and what will be must be theirs to give.
    auto const by_default = co_await default_role(tx);
    identity::require_may_give(rq.caller, by_default);
    auto const groups = co_await tx.all<GroupRow>(sql::scim_mapping_list{});
    for (auto const& group : groups) {
        if (!group.role) continue;
        identity::Granted const granted{*group.role, group.role_name, group.role_permissions};
        identity::require_may_give(rq.caller, granted);
    }
    co_await require_mappable(rq, tx, body->default_role, body->default_role_id, "/default_role");
    DefaultRole const new_default{body->default_role, body->default_role_id};
    co_await tx.run(sql::scim_default_put{}, new_default);
    co_await tx.run(sql::scim_mapping_clear{});
    int rank = 0;
    for (auto const& group : body->groups) {
        co_await require_mappable(rq, tx, group.role, group.role_id, "/groups/" + std::to_string(rank) + "/role");
        Mapped mapped;
        static_cast<ScimMappedGroup&>(mapped) = group;
        mapped.rank = rank++;
        auto const known = co_await tx.maybe<Uuid>(sql::scim_mapping_set{}, mapped);
        if (!known) throw Problem::invalid("/groups/" + std::to_string(mapped.rank) + "/id", "there is no such group");
    }
    co_await settle_all_roles(rq, tx);
    rq.audit_change(mapping_of(by_default, groups), body.value);
    co_return co_await overview_of(rq);
}

Task<Page<DirectoryUser>> user_list(Request& rq, Query<DirectoryUserFilter> filter)
{
    co_return co_await rq.db.page<DirectoryUser>(sql::scim_directory_user_list{}, filter.value);
}

// From now on the directory looks after a user who was made by hand. It finds them by their e-mail address as the userName.
Task<void> hand_over(Request& rq, Body<DirectoryHandOver> body, Tx& tx)
{
    rq.audit_target(body->user_id);
    co_await identity::lock_places(tx);
    // They get the role of everybody whom the directory has brought, so that it must be the administrator's to give, above all to oneself.
    auto const role = co_await default_role(tx);
    identity::require_may_give(rq.caller, role);
    co_await identity::hand_over(rq, tx, body->user_id, identity::Source::scim);
    Path<identity::UserPath> const path{{body->user_id}};
    auto const user = co_await identity::user_get(rq, path);
    NewUser row;
    row.user_name = user.email;
    row.email = user.email;
    row.display_name = user.display_name;
    row.active = user.active;
    row.id = user.id;
    row.now = now();
    co_await tx.run(sql::scim_user_create{}, row);
    std::vector<Uuid> const persons(1, user.id);
    co_await settle_roles(rq, tx, persons);
}

// From now on people look after a user whom the directory has brought. They keep their role. Nothing where they do already.
Task<void> release(Request& rq, Path<DirectoryUserPath> path, Tx& tx)
{
    co_await identity::lock_places(tx);
    ResourcePath const user{path->id};
    co_await tx.run(sql::scim_user_delete{}, user);
    co_await identity::hand_over(rq, tx, path->id, identity::Source::hand);
}

}  // namespace

std::vector<Route> console_routes()
{
    constexpr Permission read{"scim:read"};
    constexpr Permission write{"scim:write"};
    std::vector<Route> all;
    all.push_back(route(Verb::get, "/api/v1/scim", read, "scim_get", "How the directory's groups become roles, and what failed", get));
    all.push_back(
        route(Verb::put, "/api/v1/scim/mapping", write, "scim_mapping_put", "Say which groups have which roles", mapping_put).step_up());
    all.push_back(
        route(Verb::get, "/api/v1/scim/users", read, "directory_user_list", "List users whom the directory has brought", user_list));
    all.push_back(
        route(Verb::post, "/api/v1/scim/users", write, "directory_user_take", "Let the directory look after a user", hand_over).step_up());
    all.push_back(
        route(Verb::del, "/api/v1/scim/users/{id}", write, "directory_user_release", "Look after a user by hand again", release).step_up());
    return all;
}

}  // namespace mz::scim
