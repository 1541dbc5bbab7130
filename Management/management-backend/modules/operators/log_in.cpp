#include "core/crypto.hpp"
#include "core/log.hpp"
#include "operators/admission.hpp"
#include "operators/sessions.hpp"
#include "operators/sso.hpp"
#include "operators_sql.hpp"

namespace mz::operators {
namespace {

struct ByEmail {
    Email email;
};
BOOST_DESCRIBE_STRUCT(ByEmail, (), (email))

struct Found {
    Uuid id;
    std::string role;
    std::string password_hash;
    bool active = false;
};
BOOST_DESCRIBE_STRUCT(Found, (), (id, role, password_hash, active))

struct Rehash {
    Uuid operator_id;
    std::string old_hash;
    std::string new_hash;
};
BOOST_DESCRIBE_STRUCT(Rehash, (), (operator_id, old_hash, new_hash))

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

struct Refreshed {
    Uuid id;
    Uuid operator_id;
    Timestamp expires_at;
    Timestamp proved_at;
    std::string role;
};
BOOST_DESCRIBE_STRUCT(Refreshed, (), (id, operator_id, expires_at, proved_at, role))

struct ByHash {
    Bytes hash;
};
BOOST_DESCRIBE_STRUCT(ByHash, (), (hash))

struct SessionOfToken {
    Uuid id;
    Uuid operator_id;
    std::optional<Timestamp> ended_at;
    bool outdated = false;
};
BOOST_DESCRIBE_STRUCT(SessionOfToken, (), (id, operator_id, ended_at, outdated))

struct Ending {
    Uuid session_id;
    std::string reason;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(Ending, (), (session_id, reason, now))

Problem session_over() { return Problem(Failure::unauthorized, "session-over", "The session is over; sign in again."); }

Task<void> rehash(web::Request& rq, Found found, Secret<std::string> password)
{
    auto const hash = co_await rq.services.get<SignIn>().passwords.hash(std::move(password));
    Rehash const args{found.id, found.password_hash, hash};
    co_await rq.db.all<Uuid>(sql::operator_rehash{}, args);
}

// Throws, and leaves an audit row where the token was once a session's. One of an earlier generation is a copy in other hands, or ours came
// back late: nobody can tell, so the whole family ends.
Task<void> refuse_refresh(web::Request& rq, Bytes token_hash)
{
    ByHash const by_hash{std::move(token_hash)};
    auto const session = co_await rq.db.maybe<SessionOfToken>(sql::session_find_by_token{}, by_hash);
    if (!session) throw session_over();
    rq.become(caller_of(session->operator_id, session->id, Role::viewer));
    rq.audit_target(session->id);
    if (session->outdated && !session->ended_at) {
        log::warn("refresh token reused",
                  {{"request_id", rq.http.id}, {"operator", session->operator_id}, {"remote", rq.http.remote_address}});
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
    auto const account = body->email + ' ' + rq.http.remote_address;
    sign_in.throttle.check(account);
    ByEmail const by_email{body->email};
    auto const found = co_await rq.db.maybe<Found>(sql::operator_find{}, by_email);
    auto const hash = found ? found->password_hash : std::string();
    bool const good = co_await sign_in.passwords.verify(hash, body->password);
    bool const allowed = rq.services.get<Sso>().password_allowed(body->email);
    if (!good || !found->active || !allowed) {
        sign_in.throttle.failed(account);
        auto const why = good && !allowed ? "not-break-glass" : "wrong-password";
        if (found) rq.audit_refusal({Uuid{}, found->id, why, web::AuditOutcome::failed});
        log::warn("log-in refused", {{"request_id", rq.http.id}, {"remote", rq.http.remote_address}, {"known_account", found.has_value()}});
        throw Problem(Failure::unauthorized, "wrong-credentials", "The e-mail address or the password is wrong.");
    }
    sign_in.throttle.succeeded(account);
    if (password::needs_rehash(hash)) co_await rehash(rq, *found, body->password);
    co_return co_await admit(rq, found->id, stored_role(found->role));
}

Task<Session> refresh(web::Request& rq)
{
    auto& sign_in = rq.services.get<SignIn>();
    auto const& settings = sign_in.settings;
    auto const token = sign_in.cookie.read(rq.http.headers);
    if (!token) throw session_over();
    auto const next = random_token();
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
    // For the answer only: a page that renews its token by itself is nothing that a person did, so nobody becomes the actor of an audit
    // row.
    rq.caller = caller_of(refreshed->operator_id, refreshed->id, stored_role(refreshed->role));
    rq.caller.proved_at = refreshed->proved_at;
    co_return answer(rq, refreshed->expires_at, next);
}

Task<void> log_out(web::Request& rq)
{
    auto& sign_in = rq.services.get<SignIn>();
    auto const token = sign_in.cookie.read(rq.http.headers);
    sign_in.cookie.clear(rq.headers);
    if (!token) co_return;
    ByHash const by_hash{sha256(*token)};
    auto const session = co_await rq.db.maybe<SessionOfToken>(sql::session_find_by_token{}, by_hash);
    if (!session || session->ended_at) co_return;
    rq.become(caller_of(session->operator_id, session->id, Role::viewer));
    rq.audit_target(session->id);
    Ending const ending{session->id, "logout", now()};
    co_await rq.db.all<Uuid>(sql::session_end{}, ending);
}

}  // namespace mz::operators
