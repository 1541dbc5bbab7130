#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mz::factors {

inline constexpr std::size_t min_password_length = 12;
inline constexpr std::size_t max_password_length = 200;

// Why a password may not be chosen: a slug for programs and a sentence for people, which says what to do instead.
struct Weakness {
    std::string type;
    std::string advice;
};

// Judges by what guessers try first: the length, the commonest passwords and what is made of them with digits and signs, one thing
// repeated, rows of letters or digits, and the words that belong to this person (`words`: the product, the person, the organization).
std::optional<Weakness> weakness_of(std::string_view password, std::vector<std::string> const& words);

}  // namespace mz::factors
