#include "operators/admission.hpp"

#include "json/write.hpp"
#include "operators/sessions.hpp"
#include "operators_sql.hpp"

namespace mz::operators {
namespace {

struct Known {
    Email email;
    Role role = Role::viewer;
    bool active = false;
};
BOOST_DESCRIBE_STRUCT(Known, (), (email, role, active))

// The database works for the operator, of whom only the password is known so far.
void enter_unproved(web::Request& rq, Uuid operator_id) { rq.db.enter(std::nullopt, web::ActorKind::anonymous, operator_id); }

Task<Known> known(web::Request& rq, Uuid operator_id)
{
    enter_unproved(rq, operator_id);
    auto const found = co_await rq.db.maybe<Known>(sql::operator_known{}, pg::NoArgs{});
    if (!found || !found->active) throw Problem(Failure::forbidden, "challenge-over", "You are no longer an operator.");
    co_return *found;
}

// Nothing that a rollback would undo is written for a challenge.
[[noreturn]] void ask(web::Request& rq, Uuid operator_id, FactorStanding const& standing)
{
    bool const enrolment = !standing.has_factor();
    Challenge challenge;
    challenge.purpose = enrolment ? Purpose::enrolment : Purpose::second_factor;
    challenge.operator_id = operator_id;
    Problem problem = enrolment ? Problem(Failure::forbidden, "second-factor-enrolment-required",
                                          "Operators have a second factor, and you have none yet.")
                                : Problem(Failure::forbidden, "second-factor-required", "Show your second factor to go on.");
    problem.members.push_back({"challenge", json::write(issue(rq, challenge))});
    if (!enrolment) {
        problem.members.push_back({"methods", json::write(standing.methods())});
        problem.members.push_back({"rp_id", json::write(rq.services.get<factors::Factors>().party.id)});
    }
    throw problem;
}

}  // namespace

Task<Session> admit(web::Request& rq, Uuid operator_id, Role role)
{
    enter_unproved(rq, operator_id);
    auto const standing = co_await factor_standing(rq);
    if (standing.has_factor() || rq.services.get<SignIn>().settings.second_factor_required) ask(rq, operator_id, standing);
    co_return co_await open_session(rq, operator_id, role);
}

Task<Session> second_factor(web::Request& rq, web::Body<SecondFactor> body)
{
    auto const challenge = open_challenge(rq, body->challenge, Purpose::second_factor);
    auto const who = co_await known(rq, challenge.operator_id);
    co_await rq.db.begin();
    co_await spend(rq, body->challenge, challenge.expires_at);
    OwnFactors own(rq);
    co_await factors::prove(rq.services, own, body.value, body->challenge);
    rq.db.audit().changes = factors::shown(body.value);
    co_return co_await open_session(rq, challenge.operator_id, who.role);
}

Task<factors::FactorOffer> enrolment_offer(web::Request& rq, web::Body<Enrolment> body)
{
    auto const challenge = open_challenge(rq, body->challenge, Purpose::enrolment);
    auto const who = co_await known(rq, challenge.operator_id);
    co_return co_await offer_factors(rq, who.email);
}

Task<Enrolled> enrolment_confirm(web::Request& rq, web::Body<EnrolmentConfirm> body)
{
    auto const challenge = open_challenge(rq, body->challenge, Purpose::enrolment);
    auto const who = co_await known(rq, challenge.operator_id);
    co_await rq.db.begin();
    co_await spend(rq, body->challenge, challenge.expires_at);
    auto const standing = co_await factor_standing(rq);
    if (standing.has_factor()) throw Problem(Failure::conflict, "has-second-factor", "You have a second factor; sign in with it.");
    Enrolled enrolled;
    enrolled.recovery_codes = co_await add_factor(rq, body.value);
    enrolled.session = co_await open_session(rq, challenge.operator_id, who.role);
    co_return enrolled;
}

}  // namespace mz::operators
