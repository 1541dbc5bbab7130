#pragma once
#include "net/http.hpp"
#include "net/networks.hpp"

#include <string>

namespace mz::net {

// From where a request comes that a proxy of ours has passed on: of X-Forwarded-For, to which each proxy adds who called it, the last
// address that is no proxy of ours. What stands before it was written by whoever called, and is nobody's word. `peer` where the field says
// nothing.
std::string client_address(Headers const& headers, Networks const& proxies, std::string const& peer);

}  // namespace mz::net
