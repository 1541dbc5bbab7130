#include "identity/step_up.hpp"

#include "identity/challenge.hpp"
#include "identity/factors.hpp"
#include "identity/managed.hpp"
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
    Timestamp proved_at;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(Proving, (), (session_id, second_factor, proved_at, now))

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

Task<StepUpOffer> step_up_offer(web::Request& rq)
{
    auto const standing = co_await factor_standing(rq);
    Challenge challenge;
    challenge.purpose = Purpose::step_up;
    challenge.person = rq.caller.id;
    challenge.session = rq.caller.session;
    StepUpOffer offer{issue(rq, challenge), standing.methods(), rq.services.get<Factors>().party.id};
    auto const provider = co_await provider_of_session(rq);
    offer.sso = provider.has_value();
    if (offer.methods.empty() && !offer.sso) offer.methods.push_back(Method::password);
    co_return offer;
}

Task<Session> step_up(web::Request& rq, web::Body<StepUp> body)
{
    auto const standing = co_await factor_standing(rq);
    if (standing.has_factor() && body->password) {
        throw Problem(Failure::forbidden, "wrong-proof", "Use your second factor; the password alone does not suffice.");
    }
    if (body->password) co_await require_own_account(rq);
    if (body->password) co_await prove_by_password(rq, *body->password);
    co_await rq.db.begin();
    if (!body->password) {
        if (body->challenge) {
            auto const challenge = open_challenge(rq, *body->challenge, Purpose::step_up);
            if (challenge.session != rq.caller.session)
                throw Problem(Failure::forbidden, "challenge-over", "Another session asked for this.");
            co_await spend(rq, *body->challenge, challenge.expires_at);
        }
        // Without a challenge there is nothing that a passkey could have answered.
        if (body->assertion && !body->challenge) throw Problem::invalid("/challenge", "is required with an assertion");
        co_await prove(rq, body.value, body->challenge.value_or(rq.caller.session->to_string()));
    }
    rq.db.audit().changes = std::nullopt;
    co_return co_await renew_proof(rq, now(), !body->password);
}

Task<Session> renew_proof(web::Request& rq, Timestamp at, bool second_factor)
{
    rq.audit_target(*rq.caller.session);
    Proving const proving{*rq.caller.session, second_factor, at, now()};
    auto const expires_at = co_await rq.db.maybe<Timestamp>(sql::session_prove{}, proving);
    if (!expires_at) throw Problem(Failure::unauthorized, "session-over", "The session is over; sign in again.");
    rq.caller.proved_at = at;
    co_return access(rq, *expires_at);
}

}  // namespace mz::identity
