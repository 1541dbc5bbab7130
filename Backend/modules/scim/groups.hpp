#pragma once
#include "web/route.hpp"

#include <vector>

namespace mz::scim {

// /scim/v2/Groups
std::vector<web::Route> group_routes();

}  // namespace mz::scim
