#pragma once
#include "core/clock.hpp"
#include "core/secret.hpp"
#include "core/uuid.hpp"

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mz::web {

// What an access token says. `tenant` is empty for operators of Management.
struct AccessClaims {
    Uuid subject;
    std::optional<Uuid> tenant;
    Uuid session;
    std::string role;
    Timestamp expires_at;
    std::optional<Timestamp> proved_at{};  // when the person last proved who they are; the claim `auth_time`
};

// Signs and verifies access tokens: JWT, HS256 and nothing else, typ "at+jwt", with issuer, audience, expiry. The first key signs, all keys
// verify, so a key is rotated by putting the new one in front and dropping the old one after the tokens' life.
class TokenSigner {
public:
    // `keys` are at least 32 bytes each; anything shorter throws.
    TokenSigner(std::string issuer, std::string audience, std::vector<Secret<std::string>> keys);
    ~TokenSigner();
    TokenSigner(TokenSigner const&) = delete;
    TokenSigner& operator=(TokenSigner const&) = delete;

    std::string sign(AccessClaims const& claims) const;
    // Empty for whatever is wrong with it: malformed, another algorithm, bad signature, other issuer or audience, expired.
    std::optional<AccessClaims> verify(std::string_view token) const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace mz::web
