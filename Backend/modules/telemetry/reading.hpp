#pragma once
#include "alerts/alerts.hpp"
#include "core/clock.hpp"
#include "devices/devices.hpp"
#include "inventory/inventory.hpp"
#include "json/value.hpp"

#include <boost/describe.hpp>

#include <string>
#include <vector>

namespace mz::telemetry {

// What the Ingestor stores.
enum class EventKind { telemetry, log, security_alert, discovery, backup_event };
BOOST_DESCRIBE_ENUM(EventKind, telemetry, log, security_alert, discovery, backup_event)

// One event as an appliance sent it. The Ingestor has checked that `data` is JSON and nothing else.
struct Event {
    Timestamp ts;
    EventKind kind = EventKind::telemetry;
    json::Raw data;
};
BOOST_DESCRIBE_STRUCT(Event, (), (ts, kind, data))

// What a batch says.
struct Reading {
    std::vector<devices::TelemetryPoint> telemetry;
    std::vector<devices::LogLine> logs;
    std::vector<alerts::Raise> alerts;
    std::vector<inventory::Event> discovery;  // as they came; inventory/sections.hpp reads them
    int unreadable = 0;                       // samples and log lines that were not understood; they stay stored as they came
};

// Pure. Members that are not known are passed over, because appliances are updated before and after the Cloud. A sample without its main
// figures is unreadable; an alert never is: what it lacks is filled in, because dropping one is worse than showing a poor one.
Reading read(std::vector<Event> const& events, Uuid device);

}  // namespace mz::telemetry
