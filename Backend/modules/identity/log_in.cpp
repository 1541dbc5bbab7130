#include "identity/log_in.hpp"

#include "core/crypto.hpp"
#include "core/log.hpp"
#include "identity/admission.hpp"
#include "identity/known_browser.hpp"
#include "identity/managed.hpp"
#include "identity/people.hpp"
#include "identity_sql.hpp"
#include "web/scoped_token.hpp"

#include <algorithm>

namespace mz::identity {
namespace {

struct Rehash {
    Uuid person_id;
    std::string old_hash;
    std::string new_hash;
};
BOOST_DESCRIBE_STRUCT(Rehash, (), (person_id, old_hash, new_hash))

struct Refreshing {
    Bytes old_hash;
    Bytes new_hash;
    std::string remote_address;
    Timestamp now;
    Timestamp idle_since;
};
BOOST_DESCRIBE_STRUCT(Refreshing, (), (old_hash, new_hash, remote_address, now, idle_since))

struct RefreshingAgain {
    Bytes old_hash;
    Bytes new_hash;
    std::string remote_address;
    Timestamp now;
    Timestamp spent_since;
};
BOOST_DESCRIBE_STRUCT(RefreshingAgain, (), (old_hash, new_hash, remote_address, now, spent_since))

struct Refreshed : Licensed, Granted {
    Uuid id;
    Uuid person_id;
    Timestamp expires_at;
    std::optional<Timestamp> proved_at;
};
BOOST_DESCRIBE_STRUCT(Refreshed, (Licensed, Granted), (id, person_id, expires_at, proved_at))

struct ByHash {
    Bytes hash;
};
BOOST_DESCRIBE_STRUCT(ByHash, (), (hash))

struct SessionOfToken {
    Uuid id;
    Uuid person_id;
    std::optional<Timestamp> ended_at;
    bool outdated = false;
    std::optional<std::string> sso_end_url;
};
BOOST_DESCRIBE_STRUCT(SessionOfToken, (), (id, person_id, ended_at, outdated, sso_end_url))

struct Ending {
    Uuid session_id;
    std::string reason;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(Ending, (), (session_id, reason, now))

struct SessionId {
    Uuid session_id;
};
BOOST_DESCRIBE_STRUCT(SessionId, (), (session_id))

Problem session_over() { return Problem(Failure::unauthorized, "session-over", "The session is over; sign in again."); }

Attempt attempt_of(web::Request& rq, LoginFind const& find, std::optional<LoginPerson> const& person)
{
    Attempt attempt{find.email, find.remote_address, std::nullopt, false};
    if (!person) return attempt;
    attempt.browser = known_browser(rq, {person->id, person->password_changed_at});
    attempt.known_address = person->known_address;
    return attempt;
}

Task<void> rehash(web::Request& rq, LoginPerson person, Secret<std::string> password)
{
    auto const hash = co_await rq.services.get<SignIn>().passwords.hash(std::move(password));
    Rehash const args{person.id, *person.password_hash, hash};
    co_await rq.db.all<Uuid>(sql::password_rehash{}, args);
}

// Throws, and leaves an audit row where the token was once a session's. One of an earlier generation is a copy in other hands, or ours came
// back late: nobody can tell, so the whole family ends.
Task<void> refuse_refresh(web::Request& rq, Bytes token_hash)
{
    ByHash const by_hash{std::move(token_hash)};
    auto const session = co_await rq.db.maybe<SessionOfToken>(sql::session_find_by_token{}, by_hash);
    if (!session) throw session_over();
    rq.become(caller_of(*rq.caller.tenant, session->person_id, session->id, Role::auditor));
    rq.audit_target(session->id);
    if (session->outdated && !session->ended_at) {
        log::warn("refresh token reused", {{"request_id", rq.http.id},
                                           {"tenant", *rq.caller.tenant},
                                           {"person", session->person_id},
                                           {"remote", rq.http.remote_address}});
        rq.db.audit().changes = R"({"session_ended":"token_reused"})";
        Ending const ending{session->id, "token_reused", now()};
        co_await rq.db.all<Uuid>(sql::session_end{}, ending);
    } else {
        rq.db.audit().changes = R"({"refused":"session_over"})";
        co_await rq.db.write_audit();
    }
    throw session_over();
}

}  // namespace

Task<Session> log_in(web::Request& rq, web::Body<LogIn> body)
{
    auto& sign_in = rq.services.get<SignIn>();
    LoginFind const find{body->email, rq.http.remote_address};
    auto const person = co_await rq.db.maybe<LoginPerson>(sql::login_person_find{}, find);
    auto const attempt = attempt_of(rq, find, person);
    sign_in.attempts.check(attempt);
    auto const hash = person ? person->password_hash.value_or("") : "";
    // Asked for an unknown address too, so that both take the same time.
    ByPerson const by_person{person ? person->id : Uuid{}};
    auto const memberships = co_await rq.db.all<MembershipOfPerson>(sql::membership_list_of_person{}, by_person);
    bool const good = co_await sign_in.passwords.verify(hash, body->password);
    if (!good) {
        sign_in.attempts.failed(attempt);
        for (auto const& membership : memberships) {
            rq.audit_refusal({membership.tenant_id, by_person.person_id, "wrong-password", web::AuditOutcome::failed});
        }
        log::warn("log-in refused",
                  {{"request_id", rq.http.id}, {"remote", rq.http.remote_address}, {"known_account", person.has_value()}});
        throw wrong_credentials();
    }
    sign_in.attempts.succeeded(attempt);
    auto const chosen = choose_membership(memberships, body->tenant_id);
    if (password::needs_rehash(hash)) co_await rehash(rq, *person, body->password);
    Admission const admission{person->id, chosen, false, now()};
    co_return co_await admit(rq, admission);
}

Task<Session> refresh(web::Request& rq)
{
    auto& sign_in = rq.services.get<SignIn>();
    auto const& settings = sign_in.settings;
    auto const token = sign_in.cookie.read(rq.http.headers);
    auto const tenant = web::tenant_of_token(token.value_or(""));
    if (!tenant) throw session_over();
    rq.become(nobody_in(*tenant));
    auto const next = web::make_scoped_token(*tenant);
    auto const time = now();
    Refreshing const args{sha256(*token), sha256(next), rq.http.remote_address, time,
                          time - std::chrono::seconds(settings.session_idle_seconds)};
    auto refreshed = co_await rq.db.maybe<Refreshed>(sql::session_refresh{}, args);
    if (!refreshed) {
        RefreshingAgain const again{args.old_hash, args.new_hash, args.remote_address, time,
                                    time - std::chrono::seconds(settings.refresh_grace_seconds)};
        refreshed = co_await rq.db.maybe<Refreshed>(sql::session_refresh_again{}, again);
    }
    if (!refreshed) co_await refuse_refresh(rq, args.old_hash);
    require_active(*refreshed);
    // For the answer only: a page that renews its token by itself is nothing that a person did, so nobody becomes the actor of an audit
    // row.
    rq.caller = caller_of(*tenant, refreshed->person_id, refreshed->id, *refreshed);
    rq.caller.proved_at = refreshed->proved_at;
    co_return answer(rq, refreshed->expires_at, next);
}

Task<LoggedOut> log_out(web::Request& rq)
{
    auto& sign_in = rq.services.get<SignIn>();
    auto const token = sign_in.cookie.read(rq.http.headers);
    sign_in.cookie.clear(rq.headers);
    auto const tenant = web::tenant_of_token(token.value_or(""));
    if (!tenant) co_return LoggedOut{};
    rq.become(nobody_in(*tenant));
    ByHash const by_hash{sha256(*token)};
    auto const session = co_await rq.db.maybe<SessionOfToken>(sql::session_find_by_token{}, by_hash);
    if (!session || session->ended_at) co_return LoggedOut{};
    rq.become(caller_of(*tenant, session->person_id, session->id, Role::auditor));
    rq.audit_target(session->id);
    Ending const ending{session->id, "logout", now()};
    co_await rq.db.all<Uuid>(sql::session_end{}, ending);
    co_return LoggedOut{session->sso_end_url};
}

Task<Session> switch_tenant(web::Request& rq, web::Body<Switch> body)
{
    if (co_await provider_of_session(rq)) {
        throw Problem(Failure::forbidden, "sso-session-of-one-tenant",
                      "Your organisation's sign-in service speaks for this organisation alone; log out, and sign in to the other one.");
    }
    ByPerson const by_person{*rq.caller.id};
    auto const memberships = co_await rq.db.all<MembershipOfPerson>(sql::membership_list_of_person{}, by_person);
    auto const found = std::ranges::find(memberships, body->tenant_id, &MembershipOfPerson::tenant_id);
    if (found == memberships.end()) throw Problem(Failure::not_found, "no such tenant");
    require_active(*found);
    SessionId const session{*rq.caller.session};
    bool const second_factor = co_await rq.db.maybe<bool>(sql::session_factor_get{}, session) == true;
    LeftSession const left{*rq.caller.tenant, *rq.caller.session};
    Admission const admission{*rq.caller.id, *found, second_factor, rq.caller.proved_at.value_or(Timestamp{}), left};
    co_return co_await admit(rq, admission);
}

}  // namespace mz::identity
