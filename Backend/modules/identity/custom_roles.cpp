#include "identity/custom_roles.hpp"

#include "identity/granting.hpp"
#include "identity/permissions.hpp"
#include "identity/sign_in.hpp"
#include "identity_sql.hpp"
#include "pg/error.hpp"

#include <algorithm>
#include <array>

namespace mz::identity {
namespace {

using namespace web;

pg::ConstraintMessage const name_taken{"role_name_taken", Failure::conflict, "there is a role of this name already"};
pg::ConstraintMessage const name_reserved{"role_name_reserved", Failure::conflict, "this name belongs to a role of the product"};
pg::ConstraintMessage const held_by_person{"membership_role_exists", Failure::conflict, "somebody has this role"};
pg::ConstraintMessage const held_by_account{"service_account_role_exists", Failure::conflict, "a service account has this role"};

struct RoleRow {
    Uuid id;
    std::string name;
    std::string description;
    std::vector<std::string> permissions;
    Timestamp created_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(RoleRow, (), (id, name, description, permissions, created_at, version))

struct RoleUse {
    std::string role;  // a built-in role's name, or a custom one's id
    std::int64_t people = 0;
    std::int64_t service_accounts = 0;
};
BOOST_DESCRIBE_STRUCT(RoleUse, (), (role, people, service_accounts))

struct NewRole {
    Uuid id;
    RoleName name;
    RoleDescription description;
    std::vector<std::string> permissions;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(NewRole, (), (id, name, description, permissions, now))

void add_use(RoleView& view, std::vector<RoleUse> const& uses, std::string_view key)
{
    auto const found = std::ranges::find(uses, key, &RoleUse::role);
    if (found == uses.end()) return;
    view.people = found->people;
    view.service_accounts = found->service_accounts;
}

RoleView shown(RoleRow row, std::vector<RoleUse> const& uses)
{
    auto const key = row.id.to_string();
    RoleView view;
    view.id = row.id;
    view.name = std::move(row.name);
    view.description = std::move(row.description);
    view.permissions = std::move(row.permissions);
    view.created_at = row.created_at;
    view.version = row.version;
    add_use(view, uses, key);
    return view;
}

Task<RoleView> view_of(Request& rq, Uuid id)
{
    RolePath const path{id};
    auto row = co_await rq.db.one<RoleRow>(sql::role_get{}, path);
    auto const uses = co_await rq.db.all<RoleUse>(sql::role_use_list{}, pg::NoArgs{});
    co_return shown(std::move(row), uses);
}

// Spaces around a name would make two roles that look the same.
RoleName trimmed(RoleName const& name)
{
    auto const start = name.find_first_not_of(" \t\r\n");
    if (start == std::string::npos) throw Problem::invalid("/name", "must not be empty");
    return RoleName(name.substr(start, name.find_last_not_of(" \t\r\n") - start + 1));
}

std::vector<std::string> checked(Request& rq, std::vector<PermissionName> const& wanted)
{
    std::vector<std::string> permissions(wanted.begin(), wanted.end());
    rq.services.get<PermissionRegistry>().require_known(permissions, "/permissions");
    require_may_give(rq.caller, permissions);
    return normalized(std::move(permissions));
}

std::string counted(std::int64_t number, char const* one, char const* many)
{
    return std::to_string(number) + ' ' + (number == 1 ? one : many);
}

Task<RoleList> list(Request& rq)
{
    auto const uses = co_await rq.db.all<RoleUse>(sql::role_use_list{}, pg::NoArgs{});
    auto rows = co_await rq.db.all<RoleRow>(sql::role_list{}, pg::NoArgs{});
    RoleList out;
    for (auto const role : {Role::owner, Role::admin, Role::agent, Role::security_analyst, Role::auditor}) {
        RoleView view;
        Granted const granted{role, std::nullopt, std::nullopt};
        view.role = role;
        view.name = granted.shown_name();
        view.permissions = granted.permissions();
        add_use(view, uses, view.name);
        out.items.push_back(std::move(view));
    }
    for (auto& row : rows) out.items.push_back(shown(std::move(row), uses));
    co_return out;
}

Task<RoleView> get(Request& rq, Path<RolePath> path) { co_return co_await view_of(rq, path->id); }

Task<Created<RoleView>> create(Request& rq, Body<RoleCreate> body, Tx& tx)
{
    auto permissions = checked(rq, body->permissions);
    auto const most = rq.services.get<SignIn>().settings.custom_roles_max;
    auto const rows = co_await tx.all<RoleRow>(sql::role_list{}, pg::NoArgs{});
    if (std::cmp_greater_equal(rows.size(), most)) {
        throw Problem(Failure::conflict, "too-many-roles",
                      "There are " + std::to_string(most) + " roles already, the most that there may be.");
    }
    NewRole const role{Uuid::v7(), trimmed(body->name), body->description.value_or(RoleDescription()), std::move(permissions), now()};
    co_await tx.run(sql::role_create{}, role);
    rq.audit_target(role.id);
    auto view = co_await view_of(rq, role.id);
    co_return Created<RoleView>{std::move(view)};
}

struct Update : RolePatch {
    Uuid id;
};
BOOST_DESCRIBE_STRUCT(Update, (RolePatch), (id))

Task<RoleView> update(Request& rq, Path<RolePath> path, Body<RolePatch> body, Tx& tx)
{
    auto const before = co_await tx.one<RoleRow>(sql::role_lock{}, path.value);
    rq.check_version(before.version);
    require_may_give(rq.caller, before.permissions);
    Update update{body.value, path->id};
    if (update.name.given) update.name.value = trimmed(update.name.value);
    if (update.permissions.given) {
        auto permissions = checked(rq, update.permissions.value);
        update.permissions.value.assign(permissions.begin(), permissions.end());
    }
    co_await tx.run(sql::role_update{}, update);
    co_return co_await view_of(rq, path->id);
}

Task<void> remove(Request& rq, Path<RolePath> path, Tx& tx)
{
    auto const before = co_await tx.one<RoleRow>(sql::role_lock{}, path.value);
    rq.check_version(before.version);
    require_may_give(rq.caller, before.permissions);
    auto const role = co_await view_of(rq, path->id);
    if (role.people + role.service_accounts > 0) {
        throw Problem(Failure::conflict, "role-in-use",
                      "This role is held by " + counted(role.people, "person", "people") + " and " +
                          counted(role.service_accounts, "service account", "service accounts") + "; give them another one first.");
    }
    co_await tx.run(sql::role_delete{}, path.value);
}

}  // namespace

std::vector<Route> role_routes()
{
    constexpr Permission read{"roles:read"};
    constexpr Permission write{"roles:write"};
    std::vector<Route> all;
    all.push_back(
        route(Verb::get, "/api/v1/permissions", permission::signed_in, "permission_list", "Every right that there is", permission_list));
    all.push_back(route(Verb::get, "/api/v1/roles", read, "role_list", "List roles, built-in and custom", list));
    all.push_back(route(Verb::post, "/api/v1/roles", write, "role_create", "Make a role", create).step_up());
    all.push_back(route(Verb::get, "/api/v1/roles/{id}", read, "role_get", "Fetch one custom role", get));
    all.push_back(route(Verb::patch, "/api/v1/roles/{id}", write, "role_update", "Rename a role or change its rights", update).step_up());
    all.push_back(route(Verb::del, "/api/v1/roles/{id}", write, "role_delete", "Delete a role that nobody has", remove));
    return all;
}

}  // namespace mz::identity
