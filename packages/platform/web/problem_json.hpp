#pragma once
#include "core/problem.hpp"
#include "net/http.hpp"

#include <string>

namespace mz::web {

// The RFC 9457 answer for a problem. What is internal is logged with the request id, and the caller sees that id alone.
net::Response problem_response(Problem const& problem, net::Request const& request);

// Words for people, from the failure: 404 is "Not found".
std::string_view title_of(Failure failure);

}  // namespace mz::web
