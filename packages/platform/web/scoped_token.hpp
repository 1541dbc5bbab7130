#pragma once
#include "core/uuid.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace mz::web {

// A one-time or refresh token of somebody who has not signed in yet: "<tenant>.<32 random bytes>", each part in base64url. It names
// its tenant, so its hash is looked up inside that tenant, under row-level security, like everything else.
std::string make_scoped_token(Uuid const& tenant);

// The tenant that a token names; empty for what cannot be one of ours. Says nothing about whether the token is good.
std::optional<Uuid> tenant_of_token(std::string_view token);

}  // namespace mz::web
