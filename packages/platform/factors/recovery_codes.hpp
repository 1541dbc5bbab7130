#pragma once
#include "core/text.hpp"

#include <string>
#include <string_view>
#include <vector>

// What a person keeps on paper for the day when the telephone is gone: each code stands in for the second factor, once.
namespace mz::factors::recovery_codes {

inline constexpr std::size_t count = 10;

// As they are shown: "4F7K-QX2M-9RTD-3HWP", 80 random bits.
std::vector<std::string> make();

// What is kept of one. Dashes, spaces and case do not matter. So many random bits need no slow hash.
Bytes hash(std::string_view typed);

}  // namespace mz::factors::recovery_codes
