#pragma once
#include "web/route.hpp"

#include <vector>

namespace mz::audit {

std::vector<web::Route> routes();

}  // namespace mz::audit
