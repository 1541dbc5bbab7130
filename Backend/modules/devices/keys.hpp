#pragma once
#include "core/crypto.hpp"

#include <string>
#include <string_view>

namespace mz::devices {

// Keys are a word that says what they are, so that people and secret scanners know them, and 256 random bits. Only the SHA-256 is stored:
// with that many random bits a slow hash would protect nothing more.
inline constexpr std::string_view provisioning_key_word = "mzp_";
inline constexpr std::string_view device_key_word = "mzd_";
inline constexpr std::size_t shown_characters = 10;  // of a provisioning key, for people to recognise it

struct NewKey {
    Secret<std::string> key;
    std::string prefix;
    Bytes hash;
};

inline NewKey new_key(std::string_view word)
{
    auto key = std::string(word) + random_token();
    auto prefix = key.substr(0, shown_characters);
    auto hash = sha256(key);
    return {Secret<std::string>(std::move(key)), std::move(prefix), std::move(hash)};
}

}  // namespace mz::devices
