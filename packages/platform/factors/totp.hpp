#pragma once
#include "core/clock.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// Time-based one-time passwords, RFC 6238, of the kind that every authenticator app knows: SHA-1, 30 seconds, six digits.
namespace mz::factors::totp {

inline constexpr auto sealed_for = "totp-secret";  // the key ring's purpose
inline constexpr std::size_t digits = 6;
inline constexpr std::int64_t step_seconds = 30;

// 20 random bytes, as long as the hash is.
std::string make_secret();

// RFC 4648 without padding, as people type it.
std::string base32(std::string_view bytes);

// The code of one step: the number of whole 30 seconds since 1970.
std::string code(std::string_view secret, std::int64_t step);

// The step that the code belongs to, where it is the present one or a neighbour: clocks differ and people type slowly. Whoever accepts a
// code keeps its step and takes no code of that step or an earlier one again.
std::optional<std::int64_t> matching_step(std::string_view secret, std::string_view code, Timestamp at);

// What the QR code says: otpauth://totp/Monozu%20Cloud:ann@example.org?secret=..
std::string uri(std::string_view secret, std::string_view issuer, std::string_view account);

}  // namespace mz::factors::totp
