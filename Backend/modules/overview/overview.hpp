#pragma once
#include "web/route.hpp"

#include <vector>

namespace mz::overview {

std::vector<web::Route> routes();

}  // namespace mz::overview
