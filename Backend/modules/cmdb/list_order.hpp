#pragma once
#include "list_query.hpp"

namespace mz::cmdb {

// One page in the order of a column, from the index or the few that answer it best.
Task<web::Page<Ci>> by_column(web::Request& rq, Wanted wanted);
// One page in the order of an attribute: first those that have a value, then by name those that have none.
Task<web::Page<Ci>> by_attribute(web::Request& rq, Wanted wanted, std::string attribute);

// The condition that so few CIs meet that they are best found first; none where every one is met by many.
Task<std::vector<Drive>> few_of(web::Request& rq, Wanted wanted);

Task<web::Page<Ci>> ci_list(web::Request& rq, web::Query<CiListQuery> query);
std::int64_t page_size(web::ListQuery const& page);

}  // namespace mz::cmdb
