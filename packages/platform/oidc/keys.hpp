#pragma once
#include "oidc/settings.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace mz::oidc {

// One public key of a provider that may verify an id_token.
struct Key {
    std::string kid;
    std::string kty;     // RSA, or EC on the curve P-256
    std::string alg;     // the only algorithm it is for; empty: any that its type allows
    std::string issuer;  // Entra says whose tokens a key is for, with the literal {tenantid} where it is everybody's; empty elsewhere
    std::string jwk;     // its public members alone, as JSON
};

// Reads a JWK set (RFC 7517). Keys for encryption, of other types or curves, symmetric, too short or malformed are left out. Throws
// Problem(unprocessable, "oidc-discovery-failed") where it is no set, has too many keys, or none that can be used.
std::vector<Key> read_keys(std::string_view body, Settings const& settings);

// Those that fit a token's `alg` and `kid`. A token without a kid fits a key only where there is no choice.
std::vector<Key> fitting(std::vector<Key> const& keys, std::string_view alg, std::string_view kid);

}  // namespace mz::oidc
