#include "security_alert.hpp"

#include "core/text.hpp"
#include "json/read.hpp"

#include <boost/describe.hpp>

#include <map>
#include <optional>

namespace mz::ingest {

BOOST_DEFINE_ENUM_CLASS(Severity, info, low, medium, high, critical)

struct SecurityAlert {
    Severity severity;
    Text<1, 200> title;
    std::optional<Text<0, 200>> rule;
    std::optional<std::map<std::string, boost::json::value>> detail;
};
BOOST_DESCRIBE_STRUCT(SecurityAlert, (), (severity, title, rule, detail))

void check_security_alert(std::string_view data, std::string const& at, std::size_t max_depth)
{
    json::ParseLimits const limits{.max_depth = max_depth};
    try {
        (void)json::read<SecurityAlert>(json::parse(data, limits));
    } catch (Problem& problem) {
        for (auto& error : problem.errors) error.pointer.insert(0, at);
        if (problem.errors.empty()) throw Problem::invalid(at, problem.detail);
        throw;
    }
}

}  // namespace mz::ingest
