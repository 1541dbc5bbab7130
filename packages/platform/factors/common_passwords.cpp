#include "factors/common_passwords.hpp"

#include "core/crypto.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace mz::factors {
namespace {

constexpr std::size_t digest_bytes = 8;
using Digest = std::array<unsigned char, digest_bytes>;

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wc23-extensions"
constexpr unsigned char list[] = {
#embed "common_passwords.bin"
};
#pragma clang diagnostic pop
static_assert(sizeof list % digest_bytes == 0);

Digest at(std::size_t index)
{
    Digest out;
    std::memcpy(out.data(), &list[index * digest_bytes], digest_bytes);
    return out;
}

}  // namespace

bool is_common_password(std::string_view password)
{
    auto const hash = sha256(password);
    Digest wanted;
    std::memcpy(wanted.data(), hash.data(), digest_bytes);
    std::size_t low = 0;
    for (std::size_t high = sizeof list / digest_bytes; low < high;) {
        auto const middle = (low + high) / 2;
        if (at(middle) < wanted) low = middle + 1;
        else high = middle;
    }
    return low < sizeof list / digest_bytes && at(low) == wanted;
}

}  // namespace mz::factors
