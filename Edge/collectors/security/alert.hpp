#pragma once
#include "json/value.hpp"

#include <boost/describe.hpp>

#include <string>

namespace mz::edge {

BOOST_DEFINE_ENUM_CLASS(Severity, info, low, medium, high, critical)

// A security_alert event's data.
struct Alert {
    Severity severity = Severity::medium;
    std::string title;
    std::string rule;
    json::Raw detail;
};
BOOST_DESCRIBE_STRUCT(Alert, (), (severity, title, rule, detail))

}  // namespace mz::edge
