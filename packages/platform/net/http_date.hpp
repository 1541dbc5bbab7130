#pragma once
#include "core/clock.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace mz::net {

// A time as HTTP's Date field has it (RFC 9110, 5.6.7): "Sun, 06 Nov 1994 08:49:37 GMT", in whole seconds.
std::string http_date(Timestamp at);
// That one form, which every sender must use; empty for anything else.
std::optional<Timestamp> parse_http_date(std::string_view text);

}  // namespace mz::net
