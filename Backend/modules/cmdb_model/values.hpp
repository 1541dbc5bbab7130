#pragma once
#include "model.hpp"

#include <expected>
#include <string>
#include <string_view>

// How single values are written; `normalised` and `parsed` of model.hpp are made of these. Each returns the canonical form, or what is
// wrong.
namespace mz::cmdb_model {

using Written = std::expected<std::string, std::string>;

Written ip_address(std::string_view text);
// Colons, hyphens, the dots of Cisco, or nothing between the digits.
Written mac_address(std::string_view text);
Written url(std::string_view text);
Written date(std::string_view text);
// A network with its bits behind the mask cleared: "10.1.2.3/16" is "10.1.0.0/16".
Written ip_network(std::string_view text);

// What the built-in identifying attributes ask for beyond their type: a canonical form, and no placeholder. Others stay as they are.
Written identifying(std::string_view attribute, std::string text);

// Empty where RE2 takes the pattern, else what it says against it.
std::string pattern_problem(std::string const& pattern);
bool matches(std::string const& pattern, std::string_view text);

}  // namespace mz::cmdb_model
