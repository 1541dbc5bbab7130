#include "operators/sso.hpp"

#include "core/crypto.hpp"
#include "core/key_ring.hpp"
#include "json/read.hpp"
#include "json/write.hpp"
#include "operators/challenge.hpp"
#include "operators/sessions.hpp"
#include "operators_sql.hpp"

#include <algorithm>
#include <stdexcept>

namespace mz::operators {
namespace {

constexpr auto sealed_for = "oidc-attempt";
constexpr auto attempt_cookie = "monozu_management_attempt";
constexpr auto attempt_path = "/api/v1/auth/oidc";
constexpr std::size_t longest_name = 200;
constexpr auto any_tenant = "{tenantid}";

// What is remembered, in the browser that began and readable by nobody there, until the provider answers.
struct Attempt {
    std::string state;
    std::string nonce;
    std::string verifier;
    std::optional<Uuid> session;  // that is to be proved again
    std::optional<Uuid> operator_id;
    Timestamp expires_at;
};
BOOST_DESCRIBE_STRUCT(Attempt, (), (state, nonce, verifier, session, operator_id, expires_at))

struct Arrival {
    Uuid id;
    Email email;
    std::string display_name;
    Role role = Role::viewer;
    std::string issuer;
    std::string subject;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(Arrival, (), (id, email, display_name, role, issuer, subject, now))

struct Arrived {
    Uuid id;
    Role role = Role::viewer;
    bool active = false;
};
BOOST_DESCRIBE_STRUCT(Arrived, (), (id, role, active))

struct Proving {
    Uuid session_id;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(Proving, (), (session_id, now))

struct Logged {
    std::string role;
    std::string subject;
};
BOOST_DESCRIBE_STRUCT(Logged, (), (role, subject))

Problem attempt_over()
{
    return Problem(Failure::forbidden, "attempt-over", "This sign-in was not begun in this browser, or took too long; start again.");
}

Sso& provider(web::Request& rq)
{
    auto& sso = rq.services.get<Sso>();
    if (!sso.enabled()) throw Problem(Failure::not_found, "No identity provider is configured.");
    return sso;
}

Task<ProviderPage> begin(web::Request& rq, oidc::Options options, Attempt attempt)
{
    auto& sso = provider(rq);
    auto const beginning = co_await sso.party->begin(sso.client, sso.redirect_uri, std::move(options));
    std::chrono::seconds const life(sso.settings.oidc_attempt_seconds);
    attempt.state = beginning.state;
    attempt.nonce = beginning.nonce;
    attempt.verifier = beginning.verifier.reveal();
    attempt.expires_at = now() + life;
    sso.attempt.set(rq.headers, base64url(rq.services.get<KeyRing>().seal(json::write(attempt), sealed_for)), life);
    co_return ProviderPage{beginning.url};
}

// The attempt of this browser that the answer is to; from here on no other answer is taken to it. Beside the request's transaction, so that
// an answer that fails is used up all the same.
Task<Attempt> take(web::Request& rq, std::string state)
{
    auto& sso = provider(rq);
    auto const cookie = sso.attempt.read(rq.http.headers);
    sso.attempt.clear(rq.headers);
    auto const box = cookie ? base64url_decode(*cookie) : std::nullopt;
    auto const plain = box ? rq.services.get<KeyRing>().open(*box, sealed_for) : std::nullopt;
    if (!plain) throw attempt_over();
    auto attempt = json::read_text<Attempt>(*plain);
    if (!equal_constant_time(attempt.state, state) || attempt.expires_at <= now()) throw attempt_over();
    co_await spend(rq, *cookie, attempt.expires_at);
    co_return attempt;
}

// At Entra tid and oid, which stay; what people are called does not.
std::string subject_of(oidc::Identity const& identity)
{
    return identity.oid.empty() ? identity.subject : identity.tid + ":" + identity.oid;
}

// Names and addresses are for people to read; what counts is issuer and subject.
Arrival arrival_of(oidc::Identity const& identity, Role role)
{
    auto const subject = subject_of(identity);
    auto const address = !identity.email.empty() ? identity.email : !identity.username.empty() ? lower_ascii(identity.username) : subject;
    auto const length = utf8_length(identity.name);
    bool const fits = length > 0 && length <= longest_name;
    return {Uuid::v7(), Email(address), fits ? identity.name : address, role, identity.issuer, subject, now()};
}

// A new proof for the session that asked, by the person who holds it.
Task<Session> prove_again(web::Request& rq, Attempt attempt, Arrived arrived)
{
    if (arrived.id != attempt.operator_id) {
        throw Problem(Failure::forbidden, "wrong-proof", "Somebody else signed in at the provider.");
    }
    auto caller = caller_of(arrived.id, *attempt.session, arrived.role);
    caller.proved_at = now();
    rq.become(std::move(caller));
    rq.audit_target(*attempt.session);
    Proving const proving{*attempt.session, *rq.caller.proved_at};
    auto const expires_at = co_await rq.db.maybe<Timestamp>(sql::session_prove{}, proving);
    if (!expires_at) throw Problem(Failure::unauthorized, "session-over", "The session is over; sign in again.");
    co_return access(rq, *expires_at);
}

}  // namespace

oidc::Client Sso::client_of(SsoSettings const& settings)
{
    auto const& issuer = settings.management_oidc_issuer;
    if (issuer.empty()) return {};
    if (settings.management_oidc_client_id.empty()) throw std::invalid_argument("MANAGEMENT_OIDC_ISSUER needs MANAGEMENT_OIDC_CLIENT_ID");
    if (settings.management_oidc_role_map.empty()) throw std::invalid_argument("MANAGEMENT_OIDC_ISSUER needs MANAGEMENT_OIDC_ROLE_MAP");
    if (issuer.find(any_tenant) != std::string::npos && settings.management_oidc_tenants.empty()) {
        throw std::invalid_argument("an issuer for any organisation needs MANAGEMENT_OIDC_TENANTS: whose people are operators");
    }
    return {issuer, settings.management_oidc_client_id, settings.management_oidc_client_secret, settings.management_oidc_tenants};
}

Sso::Sso(SsoSettings given, oidc::Client known_as, std::string const& app_url, bool secure, std::shared_ptr<oidc::RelyingParty> with)
    : settings(std::move(given)),
      client(std::move(known_as)),
      redirect_uri(app_url + "/sign-in"),
      after_log_out(app_url + "/login"),
      attempt{attempt_cookie, attempt_path, secure},
      party(std::move(with))
{
    for (auto const& entry : settings.management_oidc_role_map) {
        auto const equals = entry.rfind('=');
        auto const role = equals == std::string::npos ? std::nullopt : role_from(entry.substr(equals + 1));
        if (!role) throw std::invalid_argument("MANAGEMENT_OIDC_ROLE_MAP: " + entry + " is not <app role>=<viewer, operator or owner>");
        roles_.emplace_back(entry.substr(0, equals), *role);
    }
}

std::optional<Role> Sso::role_of(std::vector<std::string> const& words) const
{
    std::optional<Role> highest;
    for (auto const& [word, role] : roles_) {
        if (std::ranges::find(words, word) != words.end() && (!highest || role > *highest)) highest = role;
    }
    return highest;
}

bool Sso::password_allowed(std::string const& email) const
{
    auto const& named = settings.break_glass_operators;
    return named.empty() || std::ranges::any_of(named, [&](auto const& one) { return lower_ascii(one) == email; });
}

Task<SignInWays> sign_in_ways_get(web::Request& rq)
{
    auto const& sso = rq.services.get<Sso>();
    co_return SignInWays{sso.enabled(), sso.settings.break_glass_operators.empty()};
}

Task<ProviderPage> oidc_start(web::Request& rq) { co_return co_await begin(rq, oidc::Options(), Attempt()); }

Task<ProviderPage> oidc_step_up(web::Request& rq)
{
    auto const provided = co_await rq.db.one<bool>(sql::operator_is_provided{}, pg::NoArgs{});
    if (!provided) throw Problem(Failure::conflict, "not-of-provider", "You sign in with a password; prove yourself with that.");
    oidc::Options options;
    options.prompt = "login";
    options.max_age = std::chrono::seconds(0);
    Attempt attempt;
    attempt.session = rq.caller.session;
    attempt.operator_id = rq.caller.id;
    co_return co_await begin(rq, std::move(options), std::move(attempt));
}

Task<Session> oidc_finish(web::Request& rq, web::Body<OidcFinish> body)
{
    auto& sso = provider(rq);
    auto const attempt = co_await take(rq, body->state);
    if (body->error) throw oidc::sign_in_refused(*body->error, body->error_description.value_or(""));
    if (!body->code) throw Problem::invalid("/code", "is required");
    oidc::Expected expected;
    expected.iss = body->iss;
    if (attempt.session) expected.max_age = std::chrono::seconds(0);
    Secret<std::string> const verifier(attempt.verifier);
    auto const identity =
        co_await sso.party->finish(sso.client, sso.redirect_uri, body->code->reveal(), attempt.nonce, verifier, std::move(expected));
    auto const role = sso.role_of(identity.roles);
    auto const subject = subject_of(identity);
    if (!role) {
        rq.audit_refusal({Uuid{}, std::nullopt, "no-role", web::AuditOutcome::refused});
        throw Problem(Failure::forbidden, "no-role", "Your organisation knows you, but has given you no role in this console.");
    }
    auto const arrival = arrival_of(identity, *role);
    co_await rq.db.begin();
    auto const arrived = co_await rq.db.one<Arrived>(sql::operator_arrive{}, arrival);
    if (!arrived.active) throw Problem(Failure::forbidden, "operator-not-active", "An owner of this console has deactivated you.");
    rq.db.audit().changes = json::write(Logged{std::string(to_string(arrived.role)), subject});
    if (attempt.session) co_return co_await prove_again(rq, attempt, arrived);
    co_return co_await open_session(rq, arrived.id, arrived.role);
}

Task<ProviderPage> oidc_log_out_page(web::Request& rq)
{
    auto& sso = provider(rq);
    auto const provided = co_await rq.db.one<bool>(sql::operator_is_provided{}, pg::NoArgs{});
    if (!provided) co_return ProviderPage{};
    oidc::LogOut options;
    options.post_logout_redirect_uri = sso.after_log_out;
    co_return ProviderPage{co_await sso.party->end_session_url(sso.client, std::move(options))};
}

}  // namespace mz::operators
