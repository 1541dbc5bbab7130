#include "operators/sessions.hpp"
#include "operators_sql.hpp"

namespace mz::operators {
namespace {

constexpr auto cookie_name = "monozu_management_refresh";
constexpr auto cookie_path = "/api/v1/auth";

struct Checked {
    Uuid session_id;
    Uuid operator_id;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(Checked, (), (session_id, operator_id, now))

}  // namespace

std::optional<Role> role_from(std::string_view text)
{
    for (auto const role : {Role::viewer, Role::operator_, Role::owner}) {
        if (text == to_string(role)) return role;
    }
    return std::nullopt;
}

Role stored_role(std::string const& text)
{
    auto const role = role_from(text);
    if (!role) throw Problem(Failure::internal, "an operator without a known role");
    return *role;
}

SignIn::SignIn(Settings settings, std::string const& public_url, std::shared_ptr<web::TokenSigner> signer)
    : settings(settings),
      cookie{cookie_name, cookie_path, public_url.starts_with("https://")},
      signer(std::move(signer)),
      passwords(settings),
      throttle(settings)
{
}

web::Caller caller_of(Uuid operator_id, Uuid session, Role role)
{
    web::Caller caller;
    caller.kind = web::ActorKind::user;
    caller.id = operator_id;
    caller.session = session;
    caller.role = to_string(role);
    auto const permissions = permissions_of(role);
    caller.permissions.assign(permissions.begin(), permissions.end());
    return caller;
}

Task<web::Caller> Authenticator::user(std::string token, web::Db& db)
{
    auto const claims = sign_in_->signer->verify(token);
    if (!claims || claims->tenant) throw Problem(Failure::unauthorized, "The access token is not valid; sign in again.");
    auto const time = now();
    auto const found = sessions_.find(claims->session);
    Role role{};
    if (found != sessions_.end() && found->second.until > time) {
        role = found->second.role;
    } else {
        sessions_.erase(claims->session);
        Checked const checked{claims->session, claims->subject, time};
        auto const stored = co_await db.maybe<std::string>(sql::session_check{}, checked);
        if (!stored) throw Problem(Failure::unauthorized, "The session is over; sign in again.");
        role = stored_role(*stored);
        if (sessions_.size() >= sign_in_->settings.session_check_entries) sessions_.clear();
        sessions_[claims->session] = {time + std::chrono::seconds(sign_in_->settings.session_check_seconds), role};
    }
    auto caller = caller_of(claims->subject, claims->session, role);
    caller.expires_at = claims->expires_at;
    caller.proved_at = claims->proved_at;
    co_return caller;
}

Task<web::Caller> Authenticator::device(std::string, web::Db&)
{
    throw Problem(Failure::unauthorized, "No appliance signs in here.");
    co_return web::Caller{};
}

}  // namespace mz::operators
