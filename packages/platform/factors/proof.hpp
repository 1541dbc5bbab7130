#pragma once
#include "core/secret.hpp"
#include "factors/store.hpp"
#include "json/read.hpp"
#include "web/route.hpp"

#include <optional>
#include <string>

namespace mz::factors {

enum class Method { passkey, totp, recovery_code, password };
BOOST_DESCRIBE_ENUM(Method, passkey, totp, recovery_code, password)

// What a person shows of their second factors: one of these.
struct FactorProof {
    std::optional<Secret<std::string>> code;           // of the authenticator app
    std::optional<Secret<std::string>> recovery_code;  // as it was shown; dashes, spaces and case do not matter
    std::optional<webauthn::Assertion> assertion;      // of a passkey, for the challenge
};
BOOST_DESCRIBE_STRUCT(FactorProof, (), (code, recovery_code, assertion))

// What the audit log keeps of a proof: how it was made, and nothing of it.
char const* shown(FactorProof const& proof);

// Checks the proof against the person's factors and uses it up, in the request's transaction. Wants `Factors` and `KeyRing` among the
// services. Throws 403 `wrong-proof` or `passkey-refused`, 429 after too many of them, 400 where there is not exactly one proof.
Task<void> prove(web::Services& services, Store& store, FactorProof proof, std::string challenge);

}  // namespace mz::factors
