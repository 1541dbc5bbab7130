#include "factors/recovery_codes.hpp"

#include "core/crypto.hpp"

#include <array>
#include <cctype>

namespace mz::factors::recovery_codes {
namespace {

// 32 characters, none of which is taken for another when read aloud or copied by hand.
constexpr std::string_view alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
static_assert(alphabet.size() == 32);
constexpr std::size_t length = 16;
constexpr std::size_t group = 4;

std::string make_one()
{
    std::array<std::uint8_t, length> random{};
    random_fill(random);
    std::string out;
    for (std::size_t i = 0; i < length; ++i) {
        if (i > 0 && i % group == 0) out += '-';
        out += alphabet[random[i] % alphabet.size()];  // 256 is a multiple of 32: no character is likelier than another
    }
    return out;
}

}  // namespace

std::vector<std::string> make()
{
    std::vector<std::string> out(count);
    for (auto& code : out) code = make_one();
    return out;
}

Bytes hash(std::string_view typed)
{
    std::string plain;
    for (char const c : typed) {
        if (c == '-' || c == ' ') continue;
        plain += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    }
    return sha256(plain);
}

}  // namespace mz::factors::recovery_codes
