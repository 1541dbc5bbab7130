#pragma once
#include "core/crypto.hpp"
#include "core/secret.hpp"
#include "core/uuid.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace mz::identity {

// An API key: "mzk_<tenant>.<32 random bytes>_<checksum>". The word lets people and secret scanners know it, the checksum (CRC-32 of all
// that comes before it, in hexadecimal) tells a misspelt or invented one without asking the database. Only the SHA-256 is stored: with that
// many random bits a slow hash would protect nothing more.
inline constexpr std::string_view api_key_word = "mzk_";

struct NewApiKey {
    Secret<std::string> key;
    std::string hint;  // what people recognise it by
    Bytes hash;
};
NewApiKey make_api_key(Uuid const& tenant);

// The tenant that a key names; empty for what cannot be one of ours.
std::optional<Uuid> tenant_of_api_key(std::string_view key);

}  // namespace mz::identity
