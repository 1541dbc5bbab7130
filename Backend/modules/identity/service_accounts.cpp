#include "identity/service_accounts.hpp"

#include "identity/granting.hpp"
#include "identity/permissions.hpp"
#include "identity/sign_in.hpp"
#include "identity_sql.hpp"
#include "pg/error.hpp"

namespace mz::identity {
namespace {

using namespace web;

pg::ConstraintMessage const name_taken{"service_account_name_taken", Failure::conflict, "there is a service account of this name already"};

struct ListArgs : ListQuery {
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(ListArgs, (ListQuery), (now))

// What an account is to have: a role with its id, or permissions of its own.
struct Wanted {
    std::optional<Role> role;
    std::optional<Uuid> role_id;
    std::vector<std::string> permissions;
};
BOOST_DESCRIBE_STRUCT(Wanted, (), (role, role_id, permissions))

struct NewAccount : Wanted {
    Uuid id;
    AccountName name;
    AccountPurpose purpose;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(NewAccount, (Wanted), (id, name, purpose, now))

struct Change : Wanted {
    Uuid id;
    AccountName name;
    std::string purpose;
    bool active = true;
};
BOOST_DESCRIBE_STRUCT(Change, (Wanted), (id, name, purpose, active))

ServiceAccount shown(AccountRow row)
{
    ServiceAccount account;
    account.permissions = row.permissions();
    account.role_name = row.role ? std::optional(Granted{*row.role, row.role_name, {}}.shown_name()) : std::nullopt;
    account.id = row.id;
    account.name = std::move(row.name);
    account.purpose = std::move(row.purpose);
    account.role = row.role;
    account.role_id = row.role_id;
    account.active = row.active;
    account.keys = row.keys;
    account.last_used_at = row.last_used_at;
    account.created_at = row.created_at;
    account.version = row.version;
    return account;
}

Task<ServiceAccount> view_of(Request& rq, Uuid id)
{
    AccountAt const args{id, now()};
    auto row = co_await rq.db.one<AccountRow>(sql::service_account_get{}, args);
    co_return shown(std::move(row));
}

// Checks that the actor may give it, and that it is one thing.
Task<Wanted> wanted_of(Request& rq, Tx& tx, std::optional<Role> role, std::optional<Uuid> role_id,
                       std::optional<std::vector<PermissionName>> permissions)
{
    Wanted wanted{role, role_id, {}};
    if (role.has_value() == permissions.has_value()) {
        throw Problem::invalid("/permissions", "a service account has a role or permissions of its own, one of the two");
    }
    if (role) {
        if (*role == Role::owner) throw Problem::invalid("/role", "owners are people");
        auto const granted = co_await granted_of(tx, *role, role_id);
        require_may_give(rq.caller, granted);
        co_return wanted;
    }
    if (role_id) throw Problem::invalid("/role_id", "goes with the role `custom` alone");
    wanted.permissions.assign(permissions->begin(), permissions->end());
    rq.services.get<PermissionRegistry>().require_known(wanted.permissions, "/permissions");
    require_may_give(rq.caller, wanted.permissions);
    wanted.permissions = normalized(std::move(wanted.permissions));
    co_return wanted;
}

Task<Page<ServiceAccount>> list(Request& rq, Query<ListQuery> query)
{
    ListArgs args;
    static_cast<ListQuery&>(args) = query.value;
    args.now = now();
    auto rows = co_await rq.db.page<AccountRow>(sql::service_account_list{}, args);
    Page<ServiceAccount> page;
    page.next = std::move(rows.next);
    page.total = rows.total;
    for (auto& row : rows.items) page.items.push_back(shown(std::move(row)));
    co_return page;
}

Task<ServiceAccount> get(Request& rq, Path<ServiceAccountPath> path) { co_return co_await view_of(rq, path->id); }

Task<Created<ServiceAccount>> create(Request& rq, Body<ServiceAccountCreate> body, Tx& tx)
{
    auto const wanted = co_await wanted_of(rq, tx, body->role, body->role_id, body->permissions);
    auto const most = rq.services.get<SignIn>().settings.service_accounts_max;
    if (co_await tx.one<std::int64_t>(sql::service_account_count{}, pg::NoArgs{}) >= most) {
        throw Problem(Failure::conflict, "too-many-service-accounts",
                      "There are " + std::to_string(most) + " service accounts already, the most that there may be.");
    }
    NewAccount account;
    static_cast<Wanted&>(account) = wanted;
    account.id = Uuid::v7();
    account.name = body->name;
    account.purpose = body->purpose.value_or(AccountPurpose());
    account.now = now();
    co_await tx.run(sql::service_account_create{}, account);
    auto view = co_await view_of(rq, account.id);
    co_return Created<ServiceAccount>{std::move(view)};
}

Task<ServiceAccount> update(Request& rq, Path<ServiceAccountPath> path, Body<ServiceAccountPatch> body, Tx& tx)
{
    AccountAt const locking{path->id, now()};
    auto const before = co_await tx.one<AccountRow>(sql::service_account_lock{}, locking);
    rq.check_version(before.version);
    require_may_give(rq.caller, before.permissions());
    Change change;
    change.id = path->id;
    change.name = body->name.given ? body->name.value : before.name;
    change.purpose = body->purpose.given ? std::string(body->purpose.value) : before.purpose;
    change.active = body->active.given ? body->active.value : before.active;
    change.role = before.role;
    change.role_id = before.role_id;
    change.permissions = before.own_permissions;
    if (body->role.given || body->role_id.given || body->permissions.given) {
        static_cast<Wanted&>(change) = co_await wanted_of(rq, tx, body->role.value, body->role_id.value, body->permissions.value);
    }
    co_await tx.run(sql::service_account_update{}, change);
    co_return co_await view_of(rq, path->id);
}

}  // namespace

std::vector<Route> service_account_routes()
{
    constexpr Permission read{"api-keys:read"};
    constexpr Permission write{"api-keys:write"};
    std::vector<Route> all;
    all.push_back(route(Verb::get, "/api/v1/service-accounts", read, "service_account_list", "List service accounts", list));
    all.push_back(
        route(Verb::post, "/api/v1/service-accounts", write, "service_account_create", "Make a service account", create).step_up());
    all.push_back(route(Verb::get, "/api/v1/service-accounts/{id}", read, "service_account_get", "Fetch one service account", get));
    all.push_back(route(Verb::patch, "/api/v1/service-accounts/{id}", write, "service_account_update",
                        "Rename, change the rights, deactivate or reactivate", update)
                      .step_up());
    return all;
}

}  // namespace mz::identity
