#include "identity/sessions.hpp"

#include "core/crypto.hpp"
#include "core/key_ring.hpp"
#include "identity/known_browser.hpp"
#include "identity_sql.hpp"
#include "mail/mail.hpp"
#include "web/scoped_token.hpp"
#include "web/user_agent.hpp"

#include <algorithm>

namespace mz::identity {
namespace {

constexpr auto cookie_name = "monozu_refresh";
constexpr auto cookie_path = "/api/v1/auth";
constexpr int password_reset_request_seconds = 180;  // until one more request for a new password is allowed
constexpr std::size_t longest_user_agent = 300;      // characters of a column; what is cut off tells nobody apart

struct Opening {
    Uuid session_id;
    Uuid person_id;
    Bytes refresh_hash;
    Timestamp now;
    Timestamp expires_at;
    Timestamp proved_at;
    bool second_factor = false;
    std::string user_agent;
    std::string remote_address;
    std::optional<Uuid> sso_connection_id;
    std::optional<std::string> sso_end_url;
};
BOOST_DESCRIBE_STRUCT(Opening, (),
                      (session_id, person_id, refresh_hash, now, expires_at, proved_at, second_factor, user_agent, remote_address,
                       sso_connection_id, sso_end_url))

struct Opened {
    Uuid id;
    Email email;
    std::optional<mail::Language> language;
    std::optional<Timestamp> password_changed_at;
    std::string role;  // its name
    bool returning_person = false;
};
BOOST_DESCRIBE_STRUCT(Opened, (), (id, email, language, password_changed_at, role, returning_person))

// What a header says, as text that every column takes: no longer than is useful, and nothing but printable ASCII.
std::string printable(std::string_view header)
{
    std::string out(header.substr(0, longest_user_agent));
    std::erase_if(out, [](unsigned char c) { return c < 0x20 || c > 0x7e; });
    return out;
}

// A sign-in from a browser that this person has never used is worth a letter, except for the very first.
Task<void> know_browser(web::Request& rq, Opened opened, Opening opening)
{
    BrowserOf const whom{*rq.caller.id, opened.password_changed_at};
    bool const stranger = !known_browser(rq, whom);
    remember_browser(rq, whom);
    if (!stranger || !opened.returning_person) co_return;
    mail::Letter letter{opened.email, opened.language.value_or(mail::Language::en),
                        mail::NewSignIn{web::device_of(opening.user_agent), opening.remote_address, opening.now}};
    co_await mail::send(rq.db.transaction(), rq.services.get<KeyRing>(), std::move(letter));
}

}  // namespace

SignIn::SignIn(Settings settings, std::string const& public_url, std::shared_ptr<web::TokenSigner> signer)
    : settings(settings),
      cookie{cookie_name, cookie_path, public_url.starts_with("https://")},
      signer(std::move(signer)),
      passwords(settings),
      throttle(settings),
      attempts(settings, settings),
      reset_requests({settings.password_reset_requests, password_reset_request_seconds, settings.login_throttle_entries})
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
    Opening opening{*rq.caller.session,
                    *rq.caller.id,
                    sha256(token),
                    time,
                    time + std::min(platform, proof.life.value_or(platform)),
                    proof.at,
                    proof.second_factor,
                    printable(rq.http.headers.get("User-Agent")),
                    rq.http.remote_address,
                    std::nullopt,
                    std::nullopt};
    if (proof.provider) {
        opening.sso_connection_id = proof.provider->connection;
        opening.sso_end_url = proof.provider->end_session_url;
    }
    rq.caller.proved_at = proof.at;
    co_await rq.db.begin();
    auto const opened = co_await rq.db.one<Opened>(sql::session_open{}, opening);
    rq.caller.role = opened.role;
    // A provider's word makes no browser one that the person themselves is known by.
    if (!proof.provider) co_await know_browser(rq, opened, opening);
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
