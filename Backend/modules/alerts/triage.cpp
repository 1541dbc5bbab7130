#include "triage.hpp"

#include <boost/describe/enum_to_string.hpp>

namespace mz::alerts {
namespace {

using incidents::Level;

struct Weight {
    Level impact;
    Level urgency;
};

Weight weight_of(Severity severity)
{
    switch (severity) {
        case Severity::critical: return {Level::high, Level::high};
        case Severity::high: return {Level::medium, Level::high};
        case Severity::medium: return {Level::medium, Level::medium};
        case Severity::low:
        case Severity::info: return {Level::low, Level::low};
    }
    return {Level::low, Level::low};
}

}  // namespace

incidents::Report incident_of(AlertDetail const& alert)
{
    constexpr std::size_t most_detail = 15000;  // characters of an incident's 20,000; the alert keeps the whole
    auto description = std::string("Severity: ") + boost::describe::enum_to_string(alert.severity, "") + "\nSource: " + alert.source;
    if (alert.device_name) description += "\nDevice: " + *alert.device_name;
    if (alert.rule) description += "\nRule: " + *alert.rule;
    description += "\nOccurred: " + alert.occurred_at.to_string();
    if (alert.detail.text.size() <= most_detail && alert.detail.text != "{}") description += "\n\n" + alert.detail.text;
    auto const weight = weight_of(alert.severity);
    return {alert.title, description, weight.impact, weight.urgency, alert.id};
}

}  // namespace mz::alerts
