#pragma once
#include "identity/role.hpp"
#include "web/route.hpp"

namespace mz::identity {

// The roles that a tenant makes for itself, and the built-in ones to read.
std::vector<web::Route> role_routes();

}  // namespace mz::identity
