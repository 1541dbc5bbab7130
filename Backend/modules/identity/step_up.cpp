#include "identity/step_up.hpp"

#include "identity/sessions.hpp"
#include "identity_sql.hpp"

namespace mz::identity {
namespace {

struct ByPerson {
    Uuid person_id;
};
BOOST_DESCRIBE_STRUCT(ByPerson, (), (person_id))

struct Proving {
    Uuid session_id;
    bool second_factor = false;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(Proving, (), (session_id, second_factor, now))

struct PasswordRow {
    std::optional<std::string> password_hash;
};
BOOST_DESCRIBE_STRUCT(PasswordRow, (), (password_hash))

Task<void> prove_by_password(web::Request& rq, Secret<std::string> password)
{
    auto& sign_in = rq.services.get<SignIn>();
    auto const key = "step-up " + rq.caller.id->to_string();
    sign_in.throttle.check(key);
    ByPerson const by_person{*rq.caller.id};
    auto const row = co_await rq.db.one<PasswordRow>(sql::password_get{}, by_person);
    bool const good = co_await sign_in.passwords.verify(row.password_hash.value_or(""), std::move(password));
    if (!good) {
        sign_in.throttle.failed(key);
        throw Problem(Failure::forbidden, "wrong-proof", "The password is wrong.");
    }
    sign_in.throttle.succeeded(key);
}

}  // namespace

Task<Session> step_up(web::Request& rq, web::Body<StepUp> body)
{
    if (!body->password) throw Problem::invalid("/password", "is required");
    co_await prove_by_password(rq, *body->password);
    rq.audit_target(*rq.caller.session);
    Proving const proving{*rq.caller.session, false, now()};
    auto const expires_at = co_await rq.db.maybe<Timestamp>(sql::session_prove{}, proving);
    if (!expires_at) throw Problem(Failure::unauthorized, "session-over", "The session is over; sign in again.");
    rq.caller.proved_at = proving.now;
    co_return access(rq, *expires_at);
}

}  // namespace mz::identity
