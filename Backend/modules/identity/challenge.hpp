#pragma once
#include "core/clock.hpp"
#include "core/uuid.hpp"
#include "identity/provider_session.hpp"
#include "web/route.hpp"

#include <optional>
#include <string>

namespace mz::identity {

// What a challenge permits whoever answers it.
enum class Purpose {
    second_factor,  // to finish a log-in or a change of tenant
    enrolment,      // to add a first factor, and finish the log-in with it
    step_up,        // to prove once more who holds this session
    passkey,        // to sign in with a passkey alone
    registration,   // to add the passkey that was made for it
};
BOOST_DESCRIBE_ENUM(Purpose, second_factor, enrolment, step_up, passkey, registration)

// The session of another tenant that ends when this one begins.
struct LeftSession {
    Uuid tenant;
    Uuid id;
};
BOOST_DESCRIBE_STRUCT(LeftSession, (), (tenant, id))

// What must be remembered until the answer comes. It travels sealed, so that nothing is stored for people who never answer; for a passkey
// the text itself is WebAuthn's challenge.
struct Challenge {
    Purpose purpose = Purpose::second_factor;
    std::optional<Uuid> person;
    std::optional<Uuid> tenant;
    std::optional<Uuid> session;  // that is asked once more
    std::optional<LeftSession> left;
    std::optional<ProviderSession> provider;  // that vouched for the first half of this sign-in
    Uuid nonce;
    Timestamp expires_at;
};
BOOST_DESCRIBE_STRUCT(Challenge, (), (purpose, person, tenant, session, left, provider, nonce, expires_at))

// Good for `factor_challenge_seconds`; base64url, as a browser takes it.
std::string issue(web::Request& rq, Challenge challenge);

// Throws 403 `challenge-over` for one that is not ours, for another purpose, or too old.
Challenge open_challenge(web::Request& rq, std::string const& text, Purpose purpose);

// Uses it up, in the request's transaction; throws 403 `challenge-over` where that has happened before.
Task<void> spend(web::Request& rq, std::string text, Timestamp expires_at);

}  // namespace mz::identity
