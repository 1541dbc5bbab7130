#include "operators/admission.hpp"
#include "operators/sessions.hpp"
#include "operators_sql.hpp"

namespace mz::operators {
namespace {

struct Proving {
    Uuid session_id;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(Proving, (), (session_id, now))

struct PasswordRow {
    std::string password_hash;
    Email email;
    std::string display_name;
};
BOOST_DESCRIBE_STRUCT(PasswordRow, (), (password_hash, email, display_name))

Task<void> prove_by_password(web::Request& rq, Secret<std::string> password)
{
    auto& sign_in = rq.services.get<SignIn>();
    auto const key = "step-up " + rq.caller.id->to_string();
    sign_in.throttle.check(key);
    auto const row = co_await rq.db.one<PasswordRow>(sql::password_get{}, pg::NoArgs{});
    bool const good = co_await sign_in.passwords.verify(row.password_hash, std::move(password));
    if (!good) {
        sign_in.throttle.failed(key);
        throw Problem(Failure::forbidden, "wrong-proof", "The password is wrong.");
    }
    sign_in.throttle.succeeded(key);
}

Task<void> prove_by_factor(web::Request& rq, StepUp proof)
{
    if (proof.challenge) {
        auto const challenge = open_challenge(rq, *proof.challenge, Purpose::step_up);
        if (challenge.session != rq.caller.session) throw Problem(Failure::forbidden, "challenge-over", "Another session asked for this.");
        co_await spend(rq, *proof.challenge, challenge.expires_at);
    }
    // Without a challenge there is nothing that a passkey could have answered.
    if (proof.assertion && !proof.challenge) throw Problem::invalid("/challenge", "is required with an assertion");
    OwnFactors own(rq);
    co_await factors::prove(rq.services, own, proof, proof.challenge.value_or(rq.caller.session->to_string()));
}

}  // namespace

Task<StepUpOffer> step_up_offer(web::Request& rq)
{
    auto const standing = co_await factor_standing(rq);
    Challenge challenge;
    challenge.purpose = Purpose::step_up;
    challenge.operator_id = *rq.caller.id;
    challenge.session = rq.caller.session;
    StepUpOffer offer{issue(rq, challenge), standing.methods(), rq.services.get<factors::Factors>().party.id};
    auto const provided = co_await rq.db.one<bool>(sql::operator_is_provided{}, pg::NoArgs{});
    if (provided) offer.methods.clear();
    else if (offer.methods.empty()) offer.methods.push_back(factors::Method::password);
    co_return offer;
}

Task<Session> step_up(web::Request& rq, web::Body<StepUp> body)
{
    auto const standing = co_await factor_standing(rq);
    if (standing.has_factor() && body->password) {
        throw Problem(Failure::forbidden, "wrong-proof", "Use your second factor; the password alone does not suffice.");
    }
    if (body->password) co_await prove_by_password(rq, *body->password);
    co_await rq.db.begin();
    if (!body->password) co_await prove_by_factor(rq, body.value);
    rq.audit_target(*rq.caller.session);
    rq.db.audit().changes = body->password ? R"({"method":"password"})" : factors::shown(body.value);
    Proving const proving{*rq.caller.session, now()};
    auto const expires_at = co_await rq.db.maybe<Timestamp>(sql::session_prove{}, proving);
    if (!expires_at) throw Problem(Failure::unauthorized, "session-over", "The session is over; sign in again.");
    rq.caller.proved_at = proving.now;
    co_return access(rq, *expires_at);
}

}  // namespace mz::operators
