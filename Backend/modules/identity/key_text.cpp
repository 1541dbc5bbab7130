#include "identity/key_text.hpp"

#include "web/scoped_token.hpp"

#include <boost/crc.hpp>

#include <array>

namespace mz::identity {
namespace {

constexpr std::size_t checksum_length = 9;  // '_' and 32 bits in hexadecimal
constexpr std::size_t hint_length = 8;      // of the random part

std::string checksum_of(std::string_view text)
{
    boost::crc_32_type crc;
    crc.process_bytes(text.data(), text.size());
    auto const sum = crc.checksum();
    std::array<char, 4> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(sum >> (24 - 8 * i));
    return '_' + hex({bytes.data(), bytes.size()});
}

}  // namespace

NewApiKey make_api_key(Uuid const& tenant)
{
    auto const token = web::make_scoped_token(tenant);
    auto key = std::string(api_key_word) + token;
    key += checksum_of(key);
    auto hash = sha256(key);
    return {Secret<std::string>(std::move(key)), token.substr(token.find('.') + 1, hint_length), std::move(hash)};
}

std::optional<Uuid> tenant_of_api_key(std::string_view key)
{
    if (!key.starts_with(api_key_word) || key.size() <= api_key_word.size() + checksum_length) return std::nullopt;
    auto const body = key.substr(0, key.size() - checksum_length);
    if (key.substr(body.size()) != checksum_of(body)) return std::nullopt;
    return web::tenant_of_token(body.substr(api_key_word.size()));
}

}  // namespace mz::identity
