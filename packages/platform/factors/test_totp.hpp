#pragma once
// For tests: the secret as an authenticator app reads it.
#include <string>
#include <string_view>

namespace mz::factors::test {

inline std::string base32_decoded(std::string const& text)
{
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string out;
    unsigned bits = 0;
    int held = 0;
    for (char const c : text) {
        bits = bits << 5 | static_cast<unsigned>(alphabet.find(c));
        held += 5;
        if (held < 8) continue;
        held -= 8;
        out += static_cast<char>(bits >> held);
        bits &= (1U << held) - 1;
    }
    return out;
}

}  // namespace mz::factors::test
