#pragma once
#include "identity/proof.hpp"
#include "identity/session.hpp"
#include "web/route.hpp"

namespace mz::identity {

// What the person of this session can prove themselves with, and the challenge for a passkey.
struct StepUpOffer {
    std::string challenge;
    std::vector<Method> methods;
    std::string rp_id;
    bool sso = false;  // at the organisation's own sign-in service, which vouches for this session
};
BOOST_DESCRIBE_STRUCT(StepUpOffer, (), (challenge, methods, rp_id, sso))

// One proof. Whoever has a second factor shows that; the password counts for everybody else. Whom a provider
// vouches for goes to the provider once more, or shows a second factor; see the module sso.
struct StepUp : FactorProof {
    std::optional<Secret<std::string>> password;
    std::optional<std::string> challenge;  // where an assertion is sent
};
BOOST_DESCRIBE_STRUCT(StepUp, (FactorProof), (password, challenge))

Task<StepUpOffer> step_up_offer(web::Request& rq);

// POST /api/v1/auth/step-up: the person of this session proves again that it is them. The session stays, its proof is new.
Task<Session> step_up(web::Request& rq, web::Body<StepUp> body);

// The rest of any kind of step-up, in the request's transaction: the person of this session proved at `at` that it is them.
Task<Session> renew_proof(web::Request& rq, Timestamp at, bool second_factor);

}  // namespace mz::identity
