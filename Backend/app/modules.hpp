#pragma once
#include "identity/permissions.hpp"
#include "web/route.hpp"

#include <string>
#include <vector>

namespace mz::backend {

// Every module's routes, in the modules' order.
std::vector<web::Route> all_routes();

// Every permission that they name.
identity::PermissionRegistry permission_registry();

// Who may do what, as files that people can review: permission x built-in role with the operations that ask for it, and route x permission.
std::string permission_matrix();
std::string route_table();

}  // namespace mz::backend
