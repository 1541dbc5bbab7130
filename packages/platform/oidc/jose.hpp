#pragma once
#include <boost/json/object.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace mz::oidc {

// A signed token (RFC 7515, compact) taken apart and not yet verified: nothing in it is to be believed but what chooses the key.
struct Token {
    boost::json::object header;
    boost::json::object claims;
    std::string signature;
};

// Empty for what is not three parts of canonical base64url, two of them JSON objects in which no member comes twice.
std::optional<Token> take_apart(std::string_view token);

bool is_key(std::string_view jwk);
// Whether this key signed the token by the algorithm `alg`, which has to be the one of the token's header.
bool verifies(std::string_view token, std::string_view jwk, std::string_view alg);

}  // namespace mz::oidc
