#pragma once
#include "core/secret.hpp"
#include "identity/webauthn.hpp"
#include "json/read.hpp"
#include "web/route.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mz::identity {

enum class Method { passkey, totp, recovery_code, password };
BOOST_DESCRIBE_ENUM(Method, passkey, totp, recovery_code, password)

// What a person shows of their second factors: one of these.
struct FactorProof {
    std::optional<Secret<std::string>> code;           // of the authenticator app
    std::optional<Secret<std::string>> recovery_code;  // as it was shown; dashes, spaces and case do not matter
    std::optional<webauthn::Assertion> assertion;      // of a passkey, for the challenge
};
BOOST_DESCRIBE_STRUCT(FactorProof, (), (code, recovery_code, assertion))

// What the acting person has, and what the entered tenant asks of its people.
enum class FactorDemand { nobody, roles, everybody };
BOOST_DESCRIBE_ENUM(FactorDemand, nobody, roles, everybody)

struct FactorStanding {
    bool totp = false;
    bool passkey = false;
    bool recovery_code = false;
    FactorDemand second_factor = FactorDemand::nobody;
    std::vector<std::string> roles;
    std::optional<std::string> role;  // the person's own here; `custom` stands for every role of the tenant's making
    std::optional<int> session_absolute_minutes;

    // A recovery code alone is no factor: it stands in for one.
    bool has_factor() const { return totp || passkey; }
    bool demands() const;
    // In the order in which they are offered.
    std::vector<Method> methods() const;
};
BOOST_DESCRIBE_STRUCT(FactorStanding, (), (totp, passkey, recovery_code, second_factor, roles, role, session_absolute_minutes))

// Of the person that the request's database has entered.
Task<FactorStanding> factor_standing(web::Request& rq);

// Checks the proof against the factors of the person that the request's transaction has entered, and uses it up there. Throws 403
// `wrong-proof` or `passkey-refused`, 429 after too many of them, 400 where there is not exactly one proof.
Task<void> prove(web::Request& rq, FactorProof proof, std::string challenge);

}  // namespace mz::identity
