#include "core/crypto.hpp"

#include <sodium.h>

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <stdexcept>

namespace mz {
namespace {

// OWASP's recommendation for Argon2id: 19 MiB, two passes, one lane.
constexpr unsigned long long argon_passes = 2;
constexpr std::size_t argon_memory_bytes = 19ULL * 1024 * 1024;

void ensure_sodium()
{
    static bool const ready = sodium_init() >= 0;
    if (!ready) throw std::runtime_error("libsodium could not be initialised");
}

unsigned char const* bytes(std::string_view data) { return reinterpret_cast<unsigned char const*>(data.data()); }

std::string encode(std::string_view data, int variant)
{
    ensure_sodium();
    std::string out(sodium_base64_encoded_len(data.size(), variant), '\0');
    sodium_bin2base64(out.data(), out.size(), bytes(data), data.size(), variant);
    out.pop_back();  // the terminator that sodium counts
    return out;
}

std::optional<std::string> decode(std::string_view text, int variant)
{
    ensure_sodium();
    std::string out(text.size() * 3 / 4 + 1, '\0');
    std::size_t length = 0;
    char const* end = nullptr;
    auto* target = reinterpret_cast<unsigned char*>(out.data());
    if (sodium_base642bin(target, out.size(), text.data(), text.size(), nullptr, &length, &end, variant) != 0 ||
        end != text.data() + text.size()) {
        return std::nullopt;
    }
    out.resize(length);
    return out;
}

}  // namespace

void random_fill(std::span<std::uint8_t> out)
{
    ensure_sodium();
    randombytes_buf(out.data(), out.size());
}

std::string random_token(std::size_t count)
{
    std::string raw(count, '\0');
    random_fill({reinterpret_cast<std::uint8_t*>(raw.data()), raw.size()});
    return base64url(raw);
}

Bytes sha256(std::string_view data)
{
    Bytes out;
    out.resize(32);
    EVP_Digest(data.data(), data.size(), reinterpret_cast<unsigned char*>(out.data()), nullptr, EVP_sha256(), nullptr);
    return out;
}

Bytes hmac_sha256(std::string_view key, std::string_view data)
{
    Bytes out;
    out.resize(32);
    unsigned int length = 0;
    HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), bytes(data), data.size(), reinterpret_cast<unsigned char*>(out.data()),
         &length);
    return out;
}

bool equal_constant_time(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::string base64(std::string_view data) { return encode(data, sodium_base64_VARIANT_ORIGINAL); }
std::string base64url(std::string_view data) { return encode(data, sodium_base64_VARIANT_URLSAFE_NO_PADDING); }
std::optional<std::string> base64_decode(std::string_view text) { return decode(text, sodium_base64_VARIANT_ORIGINAL); }
std::optional<std::string> base64url_decode(std::string_view text) { return decode(text, sodium_base64_VARIANT_URLSAFE_NO_PADDING); }

std::string hex(std::string_view data)
{
    std::string out(data.size() * 2 + 1, '\0');
    sodium_bin2hex(out.data(), out.size(), bytes(data), data.size());
    out.pop_back();
    return out;
}

namespace password {

std::string hash(Secret<std::string> const& password)
{
    ensure_sodium();
    char out[crypto_pwhash_STRBYTES];
    auto const& text = password.reveal();
    if (crypto_pwhash_str_alg(out, text.data(), text.size(), argon_passes, argon_memory_bytes, crypto_pwhash_ALG_ARGON2ID13) != 0) {
        throw std::bad_alloc();
    }
    return out;
}

bool verify(std::string const& hash, Secret<std::string> const& password)
{
    ensure_sodium();
    auto const& text = password.reveal();
    return crypto_pwhash_str_verify(hash.c_str(), text.data(), text.size()) == 0;
}

bool needs_rehash(std::string const& hash) { return crypto_pwhash_str_needs_rehash(hash.c_str(), argon_passes, argon_memory_bytes) != 0; }

}  // namespace password

}  // namespace mz
