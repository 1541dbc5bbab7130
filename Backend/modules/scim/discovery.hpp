#pragma once
#include "web/route.hpp"

#include <vector>

namespace mz::scim {

// /scim/v2/ServiceProviderConfig, ResourceTypes and Schemas: what this service can do (RFC 7644, 4).
std::vector<web::Route> discovery_routes();

}  // namespace mz::scim
