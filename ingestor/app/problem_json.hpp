#pragma once
#include "core/problem.hpp"
#include "net/http.hpp"

namespace mz::ingest {

// The RFC 9457 answer for a problem, as the Backend's. What is internal is logged with the request id, and the caller sees that id alone.
net::Response problem_response(Problem const& problem, net::Request const& request);

}  // namespace mz::ingest
