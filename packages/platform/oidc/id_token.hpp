#pragma once
#include "core/secret.hpp"
#include "oidc/identity.hpp"
#include "oidc/keys.hpp"
#include "oidc/settings.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mz::oidc {

// What one sign-in expects of its id_token.
struct Expectation {
    std::string issuer;  // as in the metadata, with Entra's literal {tenantid} where it is for many organisations
    std::string client_id;
    std::vector<std::string> tenants;  // the tids that may sign in; empty: all that the issuer lets through
    std::string nonce;
    std::optional<std::chrono::seconds> max_age;
    Secret<std::string> access_token;  // the one that came with it, for at_hash
};

// The header parameters that choose the key. Embedded or linked keys (jwk, jku, x5c, x5u) are not looked at.
struct Signed {
    std::string alg;
    std::string kid;
};

// Throws Problem(unprocessable, "oidc-id-token-invalid") for what is too large, not a signed token, of an algorithm that is not accepted,
// of another type, or has critical extensions (`crit`), none of which is known here.
Signed signed_by(std::string_view id_token, Settings const& settings);

// The checks of OpenID Connect Core 3.1.3.7, then Entra's: throws Problem(unprocessable, "oidc-id-token-invalid") naming the first that
// fails.
Identity verify_id_token(std::string_view id_token, std::vector<Key> const& keys, Expectation const& expected, Settings const& settings);

}  // namespace mz::oidc
