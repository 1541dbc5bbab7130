#pragma once
#include <array>
#include <string_view>

namespace mz::oidc {

// What an id_token may be signed with; everything else is refused by name, so neither `none` nor a MAC gets as far as a key.
struct Algorithm {
    std::string_view name;
    std::string_view key_type;
};
inline constexpr std::array accepted_algorithms{Algorithm{"RS256", "RSA"}, Algorithm{"PS256", "RSA"}, Algorithm{"ES256", "EC"}};
inline constexpr std::string_view es256_curve = "P-256";

// nullptr for those that are not accepted.
constexpr Algorithm const* find_algorithm(std::string_view name)
{
    for (auto const& algorithm : accepted_algorithms) {
        if (algorithm.name == name) return &algorithm;
    }
    return nullptr;
}

}  // namespace mz::oidc
