#pragma once
#include "web/route.hpp"

#include <vector>

namespace mz::scim {

// /scim/v2/Users
std::vector<web::Route> user_routes();

}  // namespace mz::scim
