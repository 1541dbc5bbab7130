#pragma once
#include "web/route.hpp"

#include <string>
#include <vector>

namespace mz::web {

// The OpenAPI 3.1 document of the routes, indented and with a stable order, so that it can be committed and diffed.
// Each operation carries x-permission; WebSocket routes carry x-websocket.
std::string openapi(std::string const& title, std::string const& version, std::vector<Route> const& routes);

}  // namespace mz::web
