#include "api.hpp"
#include "bulk.hpp"
#include "list.hpp"

#include <algorithm>
#include <iterator>

namespace mz::cmdb {

std::vector<web::Route> routes()
{
    std::vector<web::Route> all;
    for (auto part : {list_routes(), bulk_routes(), item_routes(), history_routes(), source_routes()}) {
        std::ranges::move(part, std::back_inserter(all));
    }
    return all;
}

}  // namespace mz::cmdb
