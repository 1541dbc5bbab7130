#pragma once
#include "operators/challenge.hpp"
#include "operators/factors.hpp"
#include "operators/operators.hpp"
#include "web/route.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mz::operators {

struct SecondFactor : factors::FactorProof {
    std::string challenge;  // as the log-in's problem had it
};
BOOST_DESCRIBE_STRUCT(SecondFactor, (factors::FactorProof), (challenge))

struct Enrolment {
    std::string challenge;  // of the problem `second-factor-enrolment-required`
};
BOOST_DESCRIBE_STRUCT(Enrolment, (), (challenge))

struct EnrolmentConfirm : factors::NewFactor {
    std::string challenge;
};
BOOST_DESCRIBE_STRUCT(EnrolmentConfirm, (factors::NewFactor), (challenge))

struct Enrolled {
    Session session;
    std::vector<std::string> recovery_codes;  // shown this once
};
BOOST_DESCRIBE_STRUCT(Enrolled, (), (session, recovery_codes))

// What the operator of this session can prove themselves with, and the challenge for a passkey. No method at all: the identity provider
// asks them (`oidc_step_up`).
struct StepUpOffer {
    std::string challenge;
    std::vector<factors::Method> methods;
    std::string rp_id;
};
BOOST_DESCRIBE_STRUCT(StepUpOffer, (), (challenge, methods, rp_id))

// One proof. Whoever has a second factor shows that; the password counts for everybody else.
struct StepUp : factors::FactorProof {
    std::optional<Secret<std::string>> password;
    std::optional<std::string> challenge;  // where an assertion is sent
};
BOOST_DESCRIBE_STRUCT(StepUp, (factors::FactorProof), (password, challenge))

// Opens a session for a local operator whose password was good. Throws 403 `second-factor-required` where they have a second factor, and
// `second-factor-enrolment-required` where they must have one and have none; each has the challenge that the rest of the log-in answers.
Task<Session> admit(web::Request& rq, Uuid operator_id, Role role);

// The second half of a log-in; public, the challenge is the credential.
Task<Session> second_factor(web::Request& rq, web::Body<SecondFactor> body);
Task<factors::FactorOffer> enrolment_offer(web::Request& rq, web::Body<Enrolment> body);
Task<Enrolled> enrolment_confirm(web::Request& rq, web::Body<EnrolmentConfirm> body);

// The operator of this session proves again that it is them. The session stays, its proof is new.
Task<StepUpOffer> step_up_offer(web::Request& rq);
Task<Session> step_up(web::Request& rq, web::Body<StepUp> body);

}  // namespace mz::operators
