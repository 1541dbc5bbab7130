#pragma once
#include "web/route.hpp"

#include <vector>

namespace mz::views {

std::vector<web::Route> routes();

}  // namespace mz::views
