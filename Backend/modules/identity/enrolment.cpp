#include "identity/enrolment.hpp"

#include "identity/admission.hpp"
#include "identity/notice.hpp"
#include "identity/proof.hpp"

namespace mz::identity {
namespace {

Uuid person_of(web::Request const& rq) { return rq.db.audit().actor.value_or(Uuid{}); }

Task<void> add_passkey(web::Request& rq, factors::NewPasskey passkey)
{
    auto const challenge = open_challenge(rq, passkey.challenge, Purpose::registration);
    if (challenge.person != person_of(rq)) throw Problem(Failure::forbidden, "passkey-refused", "The passkey was made for somebody else.");
    co_await spend(rq, passkey.challenge, challenge.expires_at);
    OwnFactors own(rq);
    co_await factors::add_passkey(rq.services, own, std::move(passkey));
}

}  // namespace

Task<FactorOffer> offer_factors(web::Request& rq, std::string email)
{
    Challenge challenge;
    challenge.purpose = Purpose::registration;
    challenge.person = person_of(rq);
    OwnFactors own(rq);
    co_return co_await factors::offer(rq.services, own, std::move(email), issue(rq, challenge));
}

Task<std::vector<std::string>> renew_recovery_codes(web::Request& rq)
{
    OwnFactors own(rq);
    co_return co_await factors::renew_recovery_codes(own);
}

Task<std::vector<std::string>> add_factor(web::Request& rq, NewFactor factor)
{
    if (factor.totp.has_value() == factor.passkey.has_value()) throw Problem::invalid("", "needs one of totp and passkey");
    bool const totp = factor.totp.has_value();
    OwnFactors own(rq);
    if (totp) co_await factors::add_totp(rq.services, own, *factor.totp);
    else co_await add_passkey(rq, *factor.passkey);
    rq.db.audit().changes = totp ? R"({"added":"totp"})" : R"({"added":"passkey"})";
    co_await notify(rq, totp ? mail::FactorChange::authenticator_added : mail::FactorChange::passkey_added);
    auto const standing = co_await factor_standing(rq);
    if (standing.recovery_code) co_return std::vector<std::string>();
    co_return co_await renew_recovery_codes(rq);
}

Task<FactorOffer> enrolment_offer(web::Request& rq, web::Body<Enrolment> body)
{
    auto const challenge = open_challenge(rq, body->challenge, Purpose::enrolment);
    enter_unproved(rq, *challenge.person, *challenge.tenant);
    co_return co_await offer_factors(rq, co_await email_of(rq));
}

Task<Enrolled> enrolment_confirm(web::Request& rq, web::Body<EnrolmentConfirm> body)
{
    auto const challenge = open_challenge(rq, body->challenge, Purpose::enrolment);
    auto const membership = co_await membership_in(rq, *challenge.person, *challenge.tenant);
    enter_unproved(rq, *challenge.person, *challenge.tenant);
    co_await rq.db.begin();
    co_await spend(rq, body->challenge, challenge.expires_at);
    auto const standing = co_await factor_standing(rq);
    if (standing.has_factor()) throw Problem(Failure::conflict, "has-second-factor", "You have a second factor; sign in with it.");
    Enrolled enrolled;
    enrolled.recovery_codes = co_await add_factor(rq, body.value);
    Admission const admission{*challenge.person, membership, true, now(), challenge.left};
    enrolled.session = co_await admit(rq, admission);
    co_return enrolled;
}

}  // namespace mz::identity
