#pragma once
#include "list_query.hpp"

namespace mz::cmdb {

// How many CIs there are of what is wanted, exactly.
Task<std::int64_t> total(web::Request& rq, Wanted wanted);
Task<CiFacets> ci_facets(web::Request& rq, web::Query<CiSelection> selection);

}  // namespace mz::cmdb
