#pragma once
#include "net/http.hpp"

#include <string_view>

namespace mz::net {

// Fills path and query from a request target in origin or absolute form (RFC 9112, 3.2). Throws Refusal{400} for what could be read in
// two ways further inside: bytes outside ASCII, bad escapes, invalid UTF-8; in the path
// control characters, dot segments and encoded slashes.
void read_target(std::string_view target, Request& request);

}  // namespace mz::net
