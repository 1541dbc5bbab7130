#include "sso/attempts.hpp"

#include "core/crypto.hpp"
#include "core/key_ring.hpp"
#include "identity/identity.hpp"
#include "json/read.hpp"
#include "json/write.hpp"
#include "sso/service.hpp"
#include "sso_sql.hpp"
#include "web/scoped_token.hpp"

namespace mz::sso {
namespace {

constexpr auto sealed_for = "sso-attempt";
constexpr std::size_t longest_parameter = 4000;  // of what a provider puts into an address

struct Kept {
    std::string nonce;
    Secret<std::string> verifier;
};
BOOST_DESCRIBE_STRUCT(Kept, (), (nonce, verifier))

struct NewAttempt {
    Bytes browser_hash;
    Bytes state_hash;
    Uuid connection_id;
    Purpose purpose = Purpose::sign_in;
    std::optional<Uuid> session_id;
    std::int64_t settings = 0;
    Bytes sealed;
    Timestamp now;
    Timestamp expires_at;
};
BOOST_DESCRIBE_STRUCT(NewAttempt, (), (browser_hash, state_hash, connection_id, purpose, session_id, settings, sealed, now, expires_at))

struct Taking {
    Bytes browser_hash;
    Bytes state_hash;
    Purpose purpose = Purpose::sign_in;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(Taking, (), (browser_hash, state_hash, purpose, now))

Problem over() { return Problem(Failure::unprocessable, "sso-attempt-over", "This sign-in has been used or took too long; start again."); }

}  // namespace

Task<Started> begin_attempt(web::Request& rq, ConnectionRow connection, Purpose purpose, oidc::Options options)
{
    auto const& sso = rq.services.get<Sso>();
    auto const client = client_of(rq, connection);
    auto const beginning = co_await rq.services.get<oidc::RelyingParty>().begin(client, sso.redirect_uri, std::move(options));
    auto const browser = web::make_scoped_token(*rq.caller.tenant);
    std::chrono::seconds const life(sso.settings.sso_attempt_seconds);
    Kept const kept{beginning.nonce, beginning.verifier};
    NewAttempt create;
    create.browser_hash = sha256(browser);
    create.state_hash = sha256(beginning.state);
    create.connection_id = connection.id;
    create.purpose = purpose;
    create.session_id = rq.caller.session;
    create.settings = connection.settings;
    create.sealed = rq.services.get<KeyRing>().seal(json::write(kept), sealed_for);
    create.now = now();
    create.expires_at = create.now + life;
    co_await rq.db.begin();
    co_await rq.db.transaction().run(sql::attempt_create{}, create);
    sso.cookie.set(rq.headers, browser, life);
    co_return Started{beginning.url};
}

Task<Attempt> take_attempt(web::Request& rq, Callback callback, Purpose purpose)
{
    auto const& sso = rq.services.get<Sso>();
    auto const browser = sso.cookie.read(rq.http.headers);
    auto const tenant = web::tenant_of_token(browser.value_or(""));
    if (!tenant || (rq.caller.tenant && rq.caller.tenant != tenant)) {
        throw Problem(Failure::unprocessable, "sso-other-browser", "This sign-in was begun in another browser; start again here.");
    }
    if (callback.state.reveal().size() > longest_parameter || callback.code.reveal().size() > longest_parameter) throw over();
    sso.cookie.clear(rq.headers);
    if (!rq.caller.tenant) rq.become(identity::nobody_in(*tenant));
    // Apart from the request's own transaction: it is used up whatever comes of it.
    auto apart = rq.db.another();
    Taking const taking{sha256(*browser), sha256(callback.state.reveal()), purpose, now()};
    auto const attempt = co_await apart.maybe<Attempt>(sql::attempt_take{}, taking);
    if (!attempt || attempt->session_id != rq.caller.session) throw over();
    co_return *attempt;
}

Task<oidc::Identity> ask_provider(web::Request& rq, ConnectionRow connection, Attempt attempt, Callback callback)
{
    if (connection.settings != attempt.settings) {
        throw Problem(Failure::unprocessable, "sso-changed", "The connection was changed meanwhile; start again.");
    }
    auto const plain = rq.services.get<KeyRing>().open(attempt.sealed, sealed_for);
    if (!plain) throw over();
    auto const kept = json::read_text<Kept>(*plain);
    auto const client = client_of(rq, connection);
    oidc::Expected expected;
    expected.iss = callback.iss;
    try {
        co_return co_await rq.services.get<oidc::RelyingParty>().finish(client, rq.services.get<Sso>().redirect_uri, callback.code.reveal(),
                                                                        kept.nonce, kept.verifier, expected);
    } catch (Problem const& problem) {
        rq.audit_refusal({*rq.caller.tenant, connection.id, problem.type, web::AuditOutcome::failed});
        throw;
    }
}

}  // namespace mz::sso
