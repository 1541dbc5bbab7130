#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace mz::ingest {

inline constexpr std::size_t max_idempotency_key = 128;

// The value of an Idempotency-Key header: a string of RFC 9651 in quotes, or the same bare, as some clients send it. 1 to 128 printable
// ASCII characters; anything else throws Problem(bad_request). No header is no key.
std::optional<std::string> parse_idempotency_key(std::optional<std::string_view> header);

}  // namespace mz::ingest
