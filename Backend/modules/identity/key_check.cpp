#include "identity/key_check.hpp"

#include "core/log.hpp"
#include "identity/account_rights.hpp"
#include "identity/key_text.hpp"
#include "identity/sessions.hpp"
#include "identity_sql.hpp"

namespace mz::identity {
namespace {

struct Presented {
    Bytes key_hash;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(Presented, (), (key_hash, now))

struct FoundKey : Licensed, AccountRights {
    Uuid id;
    Uuid service_account_id;
    std::vector<std::string> scopes;
    Timestamp expires_at;
    std::optional<Timestamp> last_used_at;
};
BOOST_DESCRIBE_STRUCT(FoundKey, (Licensed, AccountRights), (id, service_account_id, scopes, expires_at, last_used_at))

struct Use {
    Uuid id;
    Timestamp now;
    Timestamp since;
    std::string address;
};
BOOST_DESCRIBE_STRUCT(Use, (), (id, now, since, address))

}  // namespace

Task<web::Caller> KeyAuthenticator::authenticate(std::string key, web::Db& db)
{
    auto const hash = sha256(key);
    auto const found = keys_.find(hash);
    if (found != keys_.end() && found->second.until > now()) co_return found->second.caller;
    // A key that was good a while ago is not held up by what somebody else at its address gets wrong.
    bool const known = found != keys_.end();
    auto const source = "api-key " + db.audit().remote_address;
    if (!known) sign_in_->throttle.check(source);
    std::optional<Problem> refusal;
    try {
        auto seen = co_await check(std::move(key), db);
        auto caller = seen.caller;
        remember(hash, std::move(seen));
        co_return caller;
    } catch (Problem const& problem) {
        refusal = problem;
    }
    keys_.erase(hash);
    if (refusal->failure == Failure::unauthorized) {
        sign_in_->throttle.failed(source);
        log::warn("API key refused", {{"request_id", db.audit().request_id}, {"remote", db.audit().remote_address}});
    }
    throw Problem(*refusal);
}

Task<KeyAuthenticator::Seen> KeyAuthenticator::check(std::string key, web::Db& db)
{
    auto const time = now();
    auto const tenant = tenant_of_api_key(key);
    std::optional<FoundKey> found;
    if (tenant) {
        db.enter(tenant, web::ActorKind::anonymous, std::nullopt);
        Presented const presented{sha256(key), time};
        found = co_await db.maybe<FoundKey>(sql::api_key_check{}, presented);
    }
    if (!found) throw Problem(Failure::unauthorized, "This API key is unknown, revoked or expired.");
    require_active(*found);
    auto const& settings = sign_in_->settings;
    auto const since = time - std::chrono::seconds(settings.api_key_use_seconds);
    if (!found->last_used_at || *found->last_used_at <= since) {
        Use const use{found->id, time, since, db.audit().remote_address};
        co_await db.all<Uuid>(sql::api_key_use{}, use);
    }
    web::Caller caller;
    caller.kind = web::ActorKind::service;
    caller.tenant = tenant;
    caller.id = found->service_account_id;
    caller.role = "service";
    caller.permissions = effective(found->scopes, found->permissions());
    caller.expires_at = found->expires_at;
    co_return Seen{std::min(time + std::chrono::seconds(settings.session_check_seconds), found->expires_at), std::move(caller)};
}

void KeyAuthenticator::remember(std::string hash, Seen seen)
{
    if (keys_.size() >= sign_in_->settings.session_check_entries) keys_.clear();
    keys_[std::move(hash)] = std::move(seen);
}

}  // namespace mz::identity
