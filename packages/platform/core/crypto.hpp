#pragma once
#include "core/secret.hpp"
#include "core/text.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace mz {

// All randomness is from the kernel's generator by way of libsodium.
void random_fill(std::span<std::uint8_t> out);
// `bytes` random bytes as base64url without padding; 32 of them are what every key and token here has.
std::string random_token(std::size_t bytes = 32);

Bytes sha256(std::string_view data);
Bytes hmac_sha256(std::string_view key, std::string_view data);
// Takes the same time wherever the two differ; a difference in length shows.
bool equal_constant_time(std::string_view a, std::string_view b);

std::string base64(std::string_view data);
std::string base64url(std::string_view data);
std::optional<std::string> base64_decode(std::string_view text);
std::optional<std::string> base64url_decode(std::string_view text);
std::string hex(std::string_view data);

namespace password {

// Argon2id; the cost is part of the hash. Takes tens of milliseconds and 19 MiB: never call it on an io thread.
std::string hash(Secret<std::string> const& password);
bool verify(std::string const& hash, Secret<std::string> const& password);
bool needs_rehash(std::string const& hash);

}  // namespace password

}  // namespace mz
