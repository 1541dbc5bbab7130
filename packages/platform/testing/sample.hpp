#pragma once
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <string>

namespace mz::testing {

// A request body that satisfies a schema of the OpenAPI document: every required member with the smallest good value.
// `uuid` stands wherever the schema wants the id of something.
boost::json::value sample(boost::json::object const& document, boost::json::value const& schema, std::string const& uuid);

}  // namespace mz::testing
