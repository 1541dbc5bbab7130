#include "arguments.hpp"

#include "core/problem.hpp"
#include "json/value.hpp"

#include <algorithm>

namespace mz::commands {
namespace {

// As snapd has it, with the _ that names one of several instances.
bool is_snap_name(std::string_view name)
{
    constexpr std::size_t longest = 51;
    auto const plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    auto const allowed = [&](char c) { return plain(c) || c == '-' || c == '_'; };
    return !name.empty() && name.size() <= longest && plain(name.front()) && plain(name.back()) && std::ranges::all_of(name, allowed);
}

}  // namespace

void check_args(CommandName command, Args const& args)
{
    std::vector<FieldError> errors;
    for (auto const& [key, raw] : args) {
        if (command == CommandName::update_snap && key == "name") {
            auto const value = json::parse(raw.text);
            auto const* name = value.if_string();
            if (name == nullptr || !is_snap_name(std::string_view(name->data(), name->size())))
                errors.push_back({"/args/name", "must be the name of a snap"});
        } else {
            errors.push_back({"/args/" + key, "is not an argument of this command"});
        }
    }
    if (!errors.empty()) throw Problem::invalid(std::move(errors));
}

}  // namespace mz::commands
