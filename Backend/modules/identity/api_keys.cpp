#include "identity/api_keys.hpp"

#include "identity/granting.hpp"
#include "identity/key_text.hpp"
#include "identity/permissions.hpp"
#include "identity/service_accounts.hpp"
#include "identity/sign_in.hpp"
#include "identity_sql.hpp"

#include <algorithm>

namespace mz::identity {
namespace {

using namespace web;

struct NewKey {
    Uuid id;
    Uuid service_account_id;
    AccountName name;
    std::string hint;
    Bytes key_hash;
    std::vector<std::string> scopes;
    Timestamp now;
    Timestamp expires_at;
};
BOOST_DESCRIBE_STRUCT(NewKey, (), (id, service_account_id, name, hint, key_hash, scopes, now, expires_at))

struct Replacement {
    Uuid id;
    Uuid replaced_by;
    Timestamp until;
};
BOOST_DESCRIBE_STRUCT(Replacement, (), (id, replaced_by, until))

struct ByIdNow {
    Uuid id;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(ByIdNow, (), (id, now))

Settings const& settings_of(Request& rq) { return rq.services.get<SignIn>().settings; }

void require_good_expiry(Request& rq, Timestamp expires_at)
{
    auto const days = settings_of(rq).api_key_max_days;
    if (expires_at > now() && expires_at <= now() + std::chrono::days(days)) return;
    throw Problem(Failure::unprocessable, "expiry-out-of-range",
                  "A key must expire in the future, and within " + std::to_string(days) + " days.");
}

void require_usable(AccountRow const& account, std::vector<std::string> const& scopes)
{
    if (!account.active) throw Problem(Failure::conflict, "service-account-inactive", "This service account is deactivated.");
    auto const may = account.permissions();
    std::string beyond;
    for (auto const& scope : scopes) {
        if (std::ranges::find(may, scope) == may.end()) beyond += (beyond.empty() ? "" : ", ") + scope;
    }
    if (!beyond.empty()) {
        throw Problem(Failure::unprocessable, "scopes-beyond-account", "The service account itself may not: " + beyond + ".");
    }
}

// Writes the row and hands out the key.
Task<ApiKeyCreated> issue(Request& rq, Tx& tx, Uuid account, AccountName name, std::vector<std::string> scopes, Timestamp expires_at)
{
    auto made = make_api_key(*rq.caller.tenant);
    NewKey const args{Uuid::v7(), account, std::move(name), made.hint, made.hash, std::move(scopes), now(), expires_at};
    co_await tx.run(sql::api_key_create{}, args);
    ApiKeyPath const path{args.id};
    ApiKeyCreated created;
    static_cast<ApiKey&>(created) = co_await tx.one<ApiKey>(sql::api_key_get{}, path);
    created.key = std::move(made.key);
    co_return created;
}

Task<Page<ApiKey>> list(Request& rq, Query<ApiKeyFilter> filter)
{
    if (!filter.value.sort) filter.value.sort = "-created_at";
    co_return co_await rq.db.page<ApiKey>(sql::api_key_list{}, filter.value);
}

Task<ApiKey> get(Request& rq, Path<ApiKeyPath> path) { co_return co_await rq.db.one<ApiKey>(sql::api_key_get{}, path.value); }

Task<Created<ApiKeyCreated>> create(Request& rq, Body<ApiKeyCreate> body, Tx& tx)
{
    std::vector<std::string> scopes(body->scopes.begin(), body->scopes.end());
    if (scopes.empty()) throw Problem::invalid("/scopes", "must name at least one permission");
    rq.services.get<PermissionRegistry>().require_known(scopes, "/scopes");
    require_may_give(rq.caller, scopes);
    AccountAt const locking{body->service_account_id, now()};
    auto const account = co_await tx.maybe<AccountRow>(sql::service_account_lock{}, locking);
    if (!account) throw Problem::invalid("/service_account_id", "there is no such service account");
    require_usable(*account, scopes);
    require_good_expiry(rq, body->expires_at);
    auto const most = settings_of(rq).api_keys_max;
    if (account->keys >= most) {
        throw Problem(Failure::conflict, "too-many-api-keys",
                      "This service account has " + std::to_string(most) + " good keys already; revoke one first.");
    }
    auto created = co_await issue(rq, tx, account->id, body->name, normalized(std::move(scopes)), body->expires_at);
    co_return Created<ApiKeyCreated>{std::move(created)};
}

Task<Created<ApiKeyCreated>> rotate(Request& rq, Path<ApiKeyPath> path, Body<ApiKeyRotate> body, Tx& tx)
{
    auto const old = co_await tx.one<ApiKey>(sql::api_key_lock{}, path.value);
    if (old.revoked_at || old.replaced_by || old.expires_at <= now()) {
        throw Problem(Failure::conflict, "key-not-current", "This key is revoked, expired or rotated already; make a new one instead.");
    }
    require_may_give(rq.caller, old.scopes);
    AccountAt const locking{old.service_account_id, now()};
    auto const account = co_await tx.one<AccountRow>(sql::service_account_lock{}, locking);
    // Scopes that the account has lost meanwhile are not renewed.
    auto scopes = effective(old.scopes, account.permissions());
    if (scopes.empty()) throw Problem(Failure::unprocessable, "scopes-beyond-account", "The service account may none of this any more.");
    require_usable(account, scopes);
    require_good_expiry(rq, body->expires_at);
    auto const hours = settings_of(rq).api_key_overlap_max_hours;
    auto const overlap = std::chrono::seconds(body->overlap_seconds.value);
    if (overlap > std::chrono::hours(hours)) {
        throw Problem(Failure::unprocessable, "overlap-too-long",
                      "The old key may stay good for at most " + std::to_string(hours) + " hours.");
    }
    auto created = co_await issue(rq, tx, old.service_account_id, old.name, std::move(scopes), body->expires_at);
    Replacement const replacement{old.id, created.id, now() + overlap};
    co_await tx.run(sql::api_key_replace{}, replacement);
    co_return Created<ApiKeyCreated>{std::move(created)};
}

// Whoever may write keys may end any of them, whatever it is good for: an alarm must not wait for somebody with more rights.
Task<void> revoke(Request& rq, Path<ApiKeyPath> path)
{
    ByIdNow const args{path->id, now()};
    co_await rq.db.one<Uuid>(sql::api_key_revoke{}, args);
}

}  // namespace

std::vector<Route> api_key_routes()
{
    constexpr Permission read{"api-keys:read"};
    constexpr Permission write{"api-keys:write"};
    std::vector<Route> all;
    all.push_back(route(Verb::get, "/api/v1/api-keys", read, "api_key_list", "List API keys", list));
    all.push_back(route(Verb::post, "/api/v1/api-keys", write, "api_key_create", "Make an API key, shown this once", create).step_up());
    all.push_back(route(Verb::get, "/api/v1/api-keys/{id}", read, "api_key_get", "Fetch one API key, without the key itself", get));
    all.push_back(route(Verb::post, "/api/v1/api-keys/{id}/rotate", write, "api_key_rotate",
                        "A new key in place of one that goes on for a while", rotate)
                      .step_up());
    all.push_back(route(Verb::post, "/api/v1/api-keys/{id}/revoke", write, "api_key_revoke", "Revoke an API key at once", revoke));
    return all;
}

}  // namespace mz::identity
