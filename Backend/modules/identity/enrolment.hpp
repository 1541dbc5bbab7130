#pragma once
#include "identity/factors.hpp"
#include "identity/session.hpp"
#include "web/route.hpp"

#include <string>
#include <vector>

namespace mz::identity {

struct Enrolment {
    std::string challenge;  // of the problem `second-factor-enrolment-required`
};
BOOST_DESCRIBE_STRUCT(Enrolment, (), (challenge))

struct EnrolmentConfirm : NewFactor {
    std::string challenge;
};
BOOST_DESCRIBE_STRUCT(EnrolmentConfirm, (NewFactor), (challenge))

struct Enrolled {
    Session session;
    std::vector<std::string> recovery_codes;  // shown this once
};
BOOST_DESCRIBE_STRUCT(Enrolled, (), (session, recovery_codes))

// For the person that the request's database has entered.
Task<FactorOffer> offer_factors(web::Request& rq, std::string email);
// Adds what was offered, in the request's transaction. The recovery codes that go with a first factor; none where there are some already.
Task<std::vector<std::string>> add_factor(web::Request& rq, NewFactor factor);
// Ten new ones; those there were are worth nothing any more.
Task<std::vector<std::string>> renew_recovery_codes(web::Request& rq);

// For a log-in that is not finished because a tenant demands a second factor of somebody who has none; public, the challenge is the
// credential, and it adds a first factor only.
Task<FactorOffer> enrolment_offer(web::Request& rq, web::Body<Enrolment> body);
Task<Enrolled> enrolment_confirm(web::Request& rq, web::Body<EnrolmentConfirm> body);

}  // namespace mz::identity
