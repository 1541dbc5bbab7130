#pragma once
#include "scim/protocol.hpp"

namespace mz::scim {

// Which part of a list is asked for, in SQL's terms.
struct Window {
    std::int64_t limit = 0;
    std::int64_t offset = 0;
};
BOOST_DESCRIBE_STRUCT(Window, (), (limit, offset))

// At most `scim_page_max`; a negative count is none, a start before the first the first (RFC 7644, 3.4.2.4).
Window window_of(web::Request const& rq, Search const& search);

// Where a resource is: its place as clients reach this service.
std::string location(web::Request const& rq, std::string_view kind, Uuid id);

// 413 for a body of more than `scim_body_bytes`.
void require_size(web::Request const& rq);
// 400 `tooMany` for more operations than `scim_operations_max`.
void require_few(web::Request const& rq, ScimPatch const& patch);

}  // namespace mz::scim
