#pragma once
#include "identity/proof.hpp"
#include "identity/session.hpp"
#include "web/route.hpp"

namespace mz::identity {

struct SecondFactor : FactorProof {
    std::string challenge;  // as the log-in's or the switch's problem had it
};
BOOST_DESCRIBE_STRUCT(SecondFactor, (FactorProof), (challenge))

// What the browser needs to ask for a passkey.
struct PasskeyChallenge {
    std::string challenge;
    std::string rp_id;
};
BOOST_DESCRIBE_STRUCT(PasskeyChallenge, (), (challenge, rp_id))

struct PasskeySignIn {
    std::string challenge;
    webauthn::Assertion assertion;
    std::optional<Uuid> tenant_id;  // as with a password
};
BOOST_DESCRIBE_STRUCT(PasskeySignIn, (), (challenge, assertion, tenant_id))

// The second half of a sign-in; public, like the first. See `admit`.
Task<Session> second_factor(web::Request& rq, web::Body<SecondFactor> body);

// A passkey alone: it is something that the person has, unlocked by what they are or know, and so both factors at once.
Task<PasskeyChallenge> passkey_challenge(web::Request& rq);
Task<Session> passkey_sign_in(web::Request& rq, web::Body<PasskeySignIn> body);

}  // namespace mz::identity
