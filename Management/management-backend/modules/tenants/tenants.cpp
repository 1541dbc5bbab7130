#include "tenants/tenants.hpp"

#include "core/crypto.hpp"
#include "json/read.hpp"
#include "licences/licences.hpp"
#include "tenants_sql.hpp"
#include "web/scoped_token.hpp"

namespace mz::tenants {

using namespace web;
using licensing::TenantStatus;

namespace {

// A row of the view tenants.details: licence and push are not nested yet.
struct TenantRow {
    Uuid id;
    TenantName name;
    Email owner_email;
    TenantStatus status{};
    Timestamp created_at;
    std::int64_t version = 1;
    std::optional<licensing::PlanName> plan;
    std::optional<std::vector<licensing::Feature>> features;
    std::optional<json::Raw> limits;
    std::optional<Timestamp> valid_from;
    std::optional<Timestamp> valid_until;
    std::optional<int> attempts;
    std::optional<std::string> last_error;
    std::optional<Timestamp> next_attempt_at;
    std::optional<Timestamp> delivered_at;
};
BOOST_DESCRIBE_STRUCT(TenantRow, (),
                      (id, name, owner_email, status, created_at, version, plan, features, limits, valid_from, valid_until, attempts,
                       last_error, next_attempt_at, delivered_at))

struct NewTenant {
    Uuid id;
    TenantName name;
    Email owner_email;
    Bytes setup_token_hash;
    Timestamp setup_expires_at;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(NewTenant, (), (id, name, owner_email, setup_token_hash, setup_expires_at, now))

struct StatusChange {
    Uuid id;
    TenantStatus status{};
};
BOOST_DESCRIBE_STRUCT(StatusChange, (), (id, status))

struct NewSetupToken {
    Uuid id;
    Bytes setup_token_hash;
    Timestamp setup_expires_at;
};
BOOST_DESCRIBE_STRUCT(NewSetupToken, (), (id, setup_token_hash, setup_expires_at))

struct Locked {
    TenantStatus status{};
    bool licensed = false;
};
BOOST_DESCRIBE_STRUCT(Locked, (), (status, licensed))

Tenant tenant_of(TenantRow row)
{
    Tenant tenant;
    tenant.id = row.id;
    tenant.name = std::move(row.name);
    tenant.owner_email = std::move(row.owner_email);
    tenant.status = row.status;
    if (row.plan) {
        tenant.license = licensing::License{*row.plan, *row.features, json::read_text<licensing::Limits>(row.limits->text), *row.valid_from,
                                            *row.valid_until};
    }
    tenant.push.attempts = row.attempts.value_or(0);
    tenant.push.last_error = std::move(row.last_error);
    tenant.push.delivered_at = row.delivered_at;
    if (row.delivered_at) tenant.push.status = PushStatus::delivered;
    else {
        tenant.push.status = tenant.push.last_error ? PushStatus::failing : PushStatus::pending;
        tenant.push.next_attempt_at = row.next_attempt_at;
    }
    tenant.created_at = row.created_at;
    tenant.version = row.version;
    return tenant;
}

std::string setup_url(Settings const& settings, std::string const& token) { return settings.cloud_app_url + "/setup#token=" + token; }

Task<Tenant> fetch(Tx& tx, Uuid id)
{
    TenantPath const path{id};
    co_return tenant_of(co_await tx.one<TenantRow>(sql::tenant_get{}, path));
}

Task<Page<Tenant>> list(Request& rq, Query<TenantFilter> filter)
{
    if (!filter.value.sort) filter.value.sort = "-created_at";
    auto rows = co_await rq.db.page<TenantRow>(sql::tenant_list{}, filter.value);
    Page<Tenant> page;
    for (auto& row : rows.items) page.items.push_back(tenant_of(std::move(row)));
    page.next = std::move(rows.next);
    page.total = rows.total;
    co_return page;
}

Task<Tenant> get(Request& rq, Path<TenantPath> path) { co_return tenant_of(co_await rq.db.one<TenantRow>(sql::tenant_get{}, path.value)); }

Task<Created<TenantCreated>> create(Request& rq, Body<TenantCreate> body, Tx& tx)
{
    auto const& settings = rq.services.get<Settings>();
    auto const id = Uuid::v7();
    auto const token = make_scoped_token(id);
    auto const time = now();
    NewTenant const args{id, body->name, body->owner_email, sha256(token), time + std::chrono::seconds(settings.owner_setup_seconds), time};
    co_await tx.run(sql::tenant_create{}, args);
    co_await licences::enqueue(tx, id);
    TenantCreated created{co_await fetch(tx, id), setup_url(settings, token)};
    co_return Created<TenantCreated>{std::move(created)};
}

// Writes the new status, tells the Cloud, and answers with what has become of it.
Task<Tenant> change_status(Tx& tx, Uuid id, TenantStatus status)
{
    StatusChange const change{id, status};
    co_await tx.run(sql::tenant_set_status{}, change);
    co_await licences::enqueue(tx, id);
    co_return co_await fetch(tx, id);
}

// A suspended tenant may get a licence; it stays suspended until it is resumed.
Task<Tenant> license(Request&, Path<TenantPath> path, Body<licences::LicenseBody> body, Tx& tx)
{
    auto const tenant = co_await tx.one<Locked>(sql::tenant_lock{}, path.value);
    co_await licences::activate(tx, path->id, body.value);
    auto const status = tenant.status == TenantStatus::suspended ? TenantStatus::suspended : TenantStatus::active;
    co_return co_await change_status(tx, path->id, status);
}

Task<Tenant> suspend(Request&, Path<TenantPath> path, Tx& tx)
{
    auto const tenant = co_await tx.one<Locked>(sql::tenant_lock{}, path.value);
    if (tenant.status == TenantStatus::suspended) throw Problem(Failure::conflict, "The tenant is suspended already.");
    co_return co_await change_status(tx, path->id, TenantStatus::suspended);
}

Task<Tenant> resume(Request&, Path<TenantPath> path, Tx& tx)
{
    auto const tenant = co_await tx.one<Locked>(sql::tenant_lock{}, path.value);
    if (tenant.status != TenantStatus::suspended) throw Problem(Failure::conflict, "The tenant is not suspended.");
    auto const status = tenant.licensed ? TenantStatus::active : TenantStatus::pending;
    co_return co_await change_status(tx, path->id, status);
}

Task<Tenant> push(Request&, Path<TenantPath> path, Tx& tx)
{
    co_await tx.one<Locked>(sql::tenant_lock{}, path.value);
    co_await licences::enqueue(tx, path->id);
    co_return co_await fetch(tx, path->id);
}

Task<SetupLink> setup_link(Request& rq, Path<TenantPath> path, Tx& tx)
{
    auto const& settings = rq.services.get<Settings>();
    co_await tx.one<Locked>(sql::tenant_lock{}, path.value);
    auto const token = make_scoped_token(path->id);
    NewSetupToken const args{path->id, sha256(token), now() + std::chrono::seconds(settings.owner_setup_seconds)};
    co_await tx.run(sql::tenant_set_setup_token{}, args);
    co_await licences::enqueue(tx, path->id);
    co_return SetupLink{setup_url(settings, token)};
}

}  // namespace

std::vector<Route> routes()
{
    constexpr Permission read{"tenants:read"};
    constexpr Permission write{"tenants:write"};
    return {
        route(Verb::get, "/api/v1/tenants", read, "tenant_list", "List tenants", list),
        route(Verb::post, "/api/v1/tenants", write, "tenant_create", "Create a tenant, with a one-time link for its owner", create),
        route(Verb::get, "/api/v1/tenants/{id}", read, "tenant_get", "Fetch one tenant", get),
        route(Verb::post, "/api/v1/tenants/{id}/license", write, "tenant_license_activate", "Activate or replace the licence", license),
        route(Verb::post, "/api/v1/tenants/{id}/suspend", write, "tenant_suspend", "Keep all of the tenant's users out", suspend),
        route(Verb::post, "/api/v1/tenants/{id}/resume", write, "tenant_resume", "End a suspension", resume),
        route(Verb::post, "/api/v1/tenants/{id}/push", write, "tenant_push", "Tell the Cloud again, now", push),
        route(Verb::post, "/api/v1/tenants/{id}/setup-link", write, "tenant_setup_link", "A new one-time link for the owner", setup_link),
    };
}

}  // namespace mz::tenants
