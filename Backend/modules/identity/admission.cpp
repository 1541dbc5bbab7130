#include "identity/admission.hpp"

#include "identity/factors.hpp"
#include "identity/managed.hpp"
#include "identity/proof.hpp"
#include "identity_sql.hpp"
#include "json/write.hpp"

#include <algorithm>

namespace mz::identity {
namespace {

struct ByPerson {
    Uuid person_id;
};
BOOST_DESCRIBE_STRUCT(ByPerson, (), (person_id))

struct Leaving {
    Uuid session_id;
    std::string reason;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(Leaving, (), (session_id, reason, now))

// Nothing that a rollback would undo is written for a challenge, so the problem may be thrown from inside any transaction.
[[noreturn]] void ask(web::Request& rq, Admission const& admission, FactorStanding const& standing)
{
    bool const enrolment = !standing.has_factor();
    // Whoever controls a provider could give somebody else's account a second factor of their own.
    if (enrolment && admission.provider) {
        throw Problem(Failure::forbidden, "provider-second-factor-required",
                      "This organization asks for a second factor, and its sign-in service did not say that you showed one.");
    }
    Challenge challenge;
    challenge.purpose = enrolment ? Purpose::enrolment : Purpose::second_factor;
    challenge.person = admission.person;
    challenge.tenant = admission.membership.tenant_id;
    challenge.left = admission.left;
    challenge.provider = admission.provider;
    Problem problem = enrolment ? Problem(Failure::forbidden, "second-factor-enrolment-required",
                                          "This organization asks for a second factor, and you have none yet.")
                                : Problem(Failure::forbidden, "second-factor-required", "Show your second factor to go on.");
    problem.members.push_back({"challenge", json::write(issue(rq, challenge))});
    if (!enrolment) {
        problem.members.push_back({"methods", json::write(standing.methods())});
        problem.members.push_back({"rp_id", json::write(rq.services.get<Factors>().party.id)});
    }
    throw problem;
}

}  // namespace

void enter_unproved(web::Request& rq, Uuid person, Uuid tenant) { rq.db.enter(tenant, web::ActorKind::anonymous, person); }

Task<Session> admit(web::Request& rq, Admission admission)
{
    auto const tenant = admission.membership.tenant_id;
    enter_unproved(rq, admission.person, tenant);
    bool const break_glass = !admission.provider && co_await require_own_sign_in(rq) == OwnSignIn::break_glass;
    auto const standing = co_await factor_standing(rq);
    bool const asked = standing.demands() || (standing.has_factor() && !admission.provider);
    if (asked && !admission.second_factor) ask(rq, admission, standing);

    // The session of the old tenant ends with the new one's beginning, in one transaction that enters first the one, then the other.
    co_await rq.db.begin();
    if (admission.left) {
        rq.db.enter(admission.left->tenant, web::ActorKind::user, admission.person);
        Leaving const leaving{admission.left->id, "switch", now()};
        co_await rq.db.all<Uuid>(sql::session_end{}, leaving);
    }
    rq.become(caller_of(tenant, admission.person, Uuid::v7(), admission.membership.role));
    rq.audit_target(admission.left ? tenant : admission.person);
    if (break_glass) co_await tell_of_break_glass(rq);
    Proof proof{admission.proved_at, admission.second_factor, std::nullopt, admission.provider};
    if (standing.session_absolute_minutes) proof.life = std::chrono::minutes(*standing.session_absolute_minutes);
    co_return co_await open_session(rq, proof);
}

Task<MembershipOfPerson> membership_in(web::Request& rq, Uuid person, Uuid tenant)
{
    ByPerson const by_person{person};
    auto const memberships = co_await rq.db.all<MembershipOfPerson>(sql::membership_list_of_person{}, by_person);
    auto const found = std::ranges::find(memberships, tenant, &MembershipOfPerson::tenant_id);
    if (found == memberships.end()) throw Problem(Failure::forbidden, "challenge-over", "You are no longer a user of this organization.");
    require_active(*found);
    co_return *found;
}

}  // namespace mz::identity
