#include "identity/second_factor.hpp"

#include "identity/admission.hpp"
#include "identity/factors.hpp"
#include "identity/managed.hpp"
#include "identity_sql.hpp"

namespace mz::identity {
namespace {

struct ByPerson {
    Uuid person_id;
};
BOOST_DESCRIBE_STRUCT(ByPerson, (), (person_id))

}  // namespace

Task<Session> second_factor(web::Request& rq, web::Body<SecondFactor> body)
{
    auto const challenge = open_challenge(rq, body->challenge, Purpose::second_factor);
    enter_unproved(rq, *challenge.person, *challenge.tenant);
    auto const membership = challenge.provider ? co_await membership_by_provider(rq, *challenge.person)
                                               : co_await membership_in(rq, *challenge.person, *challenge.tenant);
    co_await rq.db.begin();
    co_await spend(rq, body->challenge, challenge.expires_at);
    co_await prove(rq, body.value, body->challenge);
    rq.db.audit().changes = factors::shown(body.value);
    Admission const admission{*challenge.person, membership, true, now(), challenge.left, challenge.provider};
    co_return co_await admit(rq, admission);
}

Task<PasskeyChallenge> passkey_challenge(web::Request& rq)
{
    Challenge challenge;
    challenge.purpose = Purpose::passkey;
    co_return PasskeyChallenge{issue(rq, challenge), rq.services.get<Factors>().party.id};
}

Task<Session> passkey_sign_in(web::Request& rq, web::Body<PasskeySignIn> body)
{
    auto const challenge = open_challenge(rq, body->challenge, Purpose::passkey);
    factors::ByCredential const by_credential{body->assertion.credential_id};
    auto const person = co_await rq.db.maybe<Uuid>(sql::passkey_person{}, by_credential);
    if (!person) throw Problem(Failure::unauthorized, "passkey-unknown", "This passkey is not known here; sign in with your password.");
    ByPerson const by_person{*person};
    auto const memberships = co_await rq.db.all<MembershipOfPerson>(sql::membership_list_of_person{}, by_person);
    auto const membership = choose_membership(memberships, body->tenant_id);
    enter_unproved(rq, *person, membership.tenant_id);
    co_await rq.db.begin();
    co_await spend(rq, body->challenge, challenge.expires_at);
    FactorProof proof;
    proof.assertion = body->assertion;
    co_await prove(rq, proof, body->challenge);
    rq.db.audit().changes = factors::shown(proof);
    Admission const admission{*person, membership, true, now()};
    co_return co_await admit(rq, admission);
}

}  // namespace mz::identity
