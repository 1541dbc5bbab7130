#include "identity/sessions.hpp"

#include "core/crypto.hpp"
#include "identity_sql.hpp"
#include "web/scoped_token.hpp"

#include <algorithm>

namespace mz::identity {
namespace {

constexpr auto cookie_name = "monozu_refresh";
constexpr auto cookie_path = "/api/v1/auth";

struct Opening {
    Uuid session_id;
    Uuid person_id;
    Bytes refresh_hash;
    Timestamp now;
    Timestamp expires_at;
    Timestamp proved_at;
    bool second_factor = false;
};
BOOST_DESCRIBE_STRUCT(Opening, (), (session_id, person_id, refresh_hash, now, expires_at, proved_at, second_factor))

}  // namespace

SignIn::SignIn(Settings settings, std::string const& public_url, std::shared_ptr<web::TokenSigner> signer)
    : settings(settings),
      cookie{cookie_name, cookie_path, public_url.starts_with("https://")},
      signer(std::move(signer)),
      passwords(settings),
      throttle(settings)
{
}

void require_active(Licensed const& licensed)
{
    auto const standing = licensing::standing({licensed.status, licensed.valid_from, licensed.valid_until}, now());
    if (standing == licensing::Standing::active) return;
    throw Problem(Failure::forbidden, "tenant-not-active", std::string(licensing::explanation(standing)));
}

Problem wrong_credentials() { return Problem(Failure::unauthorized, "wrong-credentials", "The e-mail address or the password is wrong."); }

MembershipOfPerson choose_membership(std::vector<MembershipOfPerson> const& memberships, std::optional<Uuid> wanted)
{
    auto const active = [](MembershipOfPerson const& m) { return licensing::is_active({m.status, m.valid_from, m.valid_until}, now()); };
    auto found =
        wanted ? std::ranges::find(memberships, *wanted, &MembershipOfPerson::tenant_id) : std::ranges::find_if(memberships, active);
    if (found == memberships.end() && !wanted) found = memberships.begin();
    if (found == memberships.end()) throw wrong_credentials();
    require_active(*found);
    return *found;
}

web::Caller caller_of(Uuid tenant, Uuid person, Uuid session, Granted const& granted)
{
    web::Caller caller;
    caller.kind = web::ActorKind::user;
    caller.tenant = tenant;
    caller.id = person;
    caller.session = session;
    caller.role = granted.shown_name();
    caller.permissions = granted.permissions();
    return caller;
}

web::Caller caller_of(Uuid tenant, Uuid person, Uuid session, Role role)
{
    return caller_of(tenant, person, session, Granted{role, std::nullopt, std::nullopt});
}

Task<Session> open_session(web::Request& rq, Proof proof)
{
    auto& sign_in = rq.services.get<SignIn>();
    auto const token = web::make_scoped_token(*rq.caller.tenant);
    auto const time = now();
    std::chrono::seconds const platform(sign_in.settings.session_absolute_seconds);
    Opening opening{*rq.caller.session, *rq.caller.id,      sha256(token), time, time + std::min(platform, proof.life.value_or(platform)),
                    proof.at,           proof.second_factor};
    rq.caller.proved_at = proof.at;
    co_await rq.db.begin();
    rq.caller.role = co_await rq.db.one<std::string>(sql::session_open{}, opening);
    co_return answer(rq, opening.expires_at, token);
}

Session access(web::Request& rq, Timestamp session_expires_at)
{
    auto& sign_in = rq.services.get<SignIn>();
    auto const time = now();
    auto const expires_at = std::min(time + std::chrono::seconds(sign_in.settings.access_token_seconds), session_expires_at);
    Session session;
    session.access_token =
        sign_in.signer->sign({*rq.caller.id, rq.caller.tenant, *rq.caller.session, rq.caller.role, expires_at, rq.caller.proved_at});
    session.expires_in = static_cast<int>(std::chrono::duration_cast<std::chrono::seconds>(expires_at - time).count());
    session.tenant_id = *rq.caller.tenant;
    return session;
}

Session answer(web::Request& rq, Timestamp session_expires_at, std::string const& refresh_token)
{
    auto& sign_in = rq.services.get<SignIn>();
    sign_in.cookie.set(rq.headers, refresh_token, std::chrono::duration_cast<std::chrono::seconds>(session_expires_at - now()));
    return access(rq, session_expires_at);
}

}  // namespace mz::identity
