#pragma once
#include "web/route.hpp"

#include <vector>

namespace mz::search {

std::vector<web::Route> routes();

}  // namespace mz::search
