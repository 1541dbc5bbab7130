#pragma once
#include "web/route.hpp"

#include <vector>

namespace mz::inventory {

// What is known of one machine.
std::vector<web::Route> machine_routes();
// Software across machines.
std::vector<web::Route> software_routes();
// Networks that appliances look at, and what they saw.
std::vector<web::Route> network_routes();

}  // namespace mz::inventory
