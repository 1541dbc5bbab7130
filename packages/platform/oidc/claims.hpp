#pragma once
#include "core/clock.hpp"
#include "json/value.hpp"

#include <boost/json/object.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mz::oidc {

// Members of a token, which may be anything. A claim of the wrong kind is as good as none.

std::string text_claim(boost::json::object const& claims, std::string_view name);
// For people to read: without control characters, and no longer than a name may be here.
std::string label_claim(boost::json::object const& claims, std::string_view name);
// One text or an array of them; empty where it is neither, or one of them is no text.
std::optional<std::vector<std::string>> texts_claim(boost::json::object const& claims, std::string_view name);
// Whole seconds between 1970 and 9999.
std::optional<Timestamp> time_claim(boost::json::object const& claims, std::string_view name);
// True, or as Entra writes it, "true", 1 or "1".
bool flag_claim(boost::json::object const& claims, std::string_view name);

}  // namespace mz::oidc
