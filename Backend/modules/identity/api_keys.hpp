#pragma once
#include "web/route.hpp"

namespace mz::identity {

// The credentials of service accounts: making, rotating and revoking them.
std::vector<web::Route> api_key_routes();

}  // namespace mz::identity
