#pragma once
#include "web/route.hpp"

#include <vector>

namespace mz::devices {

// Provisioning keys and the registration that uses them.
std::vector<web::Route> provisioning_routes();

}  // namespace mz::devices
