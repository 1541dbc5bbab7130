#pragma once
#include "web/route.hpp"

#include <vector>

namespace mz::alerts {

// The tenant's webhooks, and the address at which they are called.
std::vector<web::Route> webhook_routes();

}  // namespace mz::alerts
