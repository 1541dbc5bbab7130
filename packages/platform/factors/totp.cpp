#include "factors/totp.hpp"

#include "core/crypto.hpp"

extern "C" {
#include <liboath/oath.h>
}

#include <array>
#include <cstdlib>
#include <memory>
#include <stdexcept>

namespace mz::factors::totp {
namespace {

constexpr std::size_t secret_bytes = 20;
constexpr std::int64_t window = 1;  // steps on either side of the present one

// The library wants to be told once that it will be used; everything after that is without a state of its own.
void start_library()
{
    static int const started = oath_init();
    if (started != OATH_OK) throw std::runtime_error("liboath does not start");
}

std::string percent_encoded(std::string_view text)
{
    constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~@";
    std::string out;
    for (char const c : text) {
        if (plain.find(c) != std::string_view::npos) out += c;
        else out += '%' + hex({&c, 1});
    }
    return out;
}

}  // namespace

std::string make_secret()
{
    std::string secret(secret_bytes, '\0');
    random_fill({reinterpret_cast<std::uint8_t*>(secret.data()), secret.size()});
    return secret;
}

std::string base32(std::string_view bytes)
{
    char* text = nullptr;
    std::size_t length = 0;
    if (oath_base32_encode(bytes.data(), bytes.size(), &text, &length) != OATH_OK) throw std::runtime_error("no base32");
    std::unique_ptr<char, decltype(&std::free)> const owned(text, &std::free);
    std::string out(text, length);
    return out.substr(0, out.find('='));
}

std::string code(std::string_view secret, std::int64_t step)
{
    start_library();
    std::array<char, digits + 1> out{};
    auto const result = oath_hotp_generate(secret.data(), secret.size(), static_cast<std::uint64_t>(step), digits, 0,
                                           OATH_HOTP_DYNAMIC_TRUNCATION, out.data());
    if (result != OATH_OK) throw std::runtime_error("no one-time password");
    return {out.data(), digits};
}

std::optional<std::int64_t> matching_step(std::string_view secret, std::string_view given, Timestamp at)
{
    auto const present = at.microseconds / 1'000'000 / step_seconds;
    std::optional<std::int64_t> found;
    // All of them are compared, so that the time it takes tells nothing.
    for (auto step = present - window; step <= present + window; ++step) {
        if (equal_constant_time(code(secret, step), given)) found = step;
    }
    return found;
}

std::string uri(std::string_view secret, std::string_view issuer, std::string_view account)
{
    auto const name = percent_encoded(issuer);
    return "otpauth://totp/" + name + ':' + percent_encoded(account) + "?secret=" + base32(secret) + "&issuer=" + name;
}

}  // namespace mz::factors::totp
