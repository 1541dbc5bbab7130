#pragma once
#include "list_query.hpp"

#include <expected>

namespace mz::cmdb {

// No text that people write sorts after it, neither in the order of names nor in that of bytes.
inline constexpr std::string_view last_character = "\xF4\x8F\xBF\xBF";

// One condition on an attribute: what a CI's row is checked against (sql/ci_list_checks.part), and the stretch of an index that has all
// CIs that pass, where it has one.
struct Condition {
    std::string attribute;
    std::string kind;  // is, has, holds, begins, between, number, key, key_begins
    bool negated = false;
    std::optional<std::string> low;
    std::optional<std::string> high;
    std::optional<std::string> besides;
    std::optional<double> least;
    std::optional<double> most;
    std::optional<Drive> drive;
};

// The filters of a query: a list is separated by commas, and a filter may have one inside, with a backslash in front.
std::vector<std::string> joined(std::vector<std::string> const& parts);

// `cpu_count:ge:4`, or a sentence that names the filter and says what is wrong with it.
std::expected<Condition, std::string> condition_of(Model const& model, std::string_view filter);

}  // namespace mz::cmdb
