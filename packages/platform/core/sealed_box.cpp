#include "core/sealed_box.hpp"

#include "core/crypto.hpp"

#include <sodium.h>

namespace mz {
namespace {

constexpr std::string_view purpose = "monozu sealed box";

unsigned char* bytes(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }
unsigned char const* bytes(std::string_view text) { return reinterpret_cast<unsigned char const*>(text.data()); }

}  // namespace

Bytes seal(std::string_view plain, std::string_view key_text)
{
    auto const key = hmac_sha256(purpose, key_text);
    Bytes box;
    box.resize(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + plain.size());
    random_fill({bytes(box), crypto_secretbox_NONCEBYTES});
    crypto_secretbox_easy(bytes(box) + crypto_secretbox_NONCEBYTES, bytes(plain), plain.size(), bytes(box), bytes(std::string_view(key)));
    return box;
}

std::optional<std::string> open_sealed(std::string_view box, std::string_view key_text)
{
    constexpr std::size_t overhead = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
    if (box.size() < overhead) return std::nullopt;
    auto const key = hmac_sha256(purpose, key_text);
    std::string plain(box.size() - overhead, '\0');
    int const result = crypto_secretbox_open_easy(bytes(plain), bytes(box) + crypto_secretbox_NONCEBYTES,
                                                  box.size() - crypto_secretbox_NONCEBYTES, bytes(box), bytes(std::string_view(key)));
    return result == 0 ? std::optional(std::move(plain)) : std::nullopt;
}

}  // namespace mz
