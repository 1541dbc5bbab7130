#include "overview.hpp"

#include "devices/devices.hpp"
#include "overview_sql.hpp"

#include <chrono>

namespace mz::overview {
namespace {

using namespace web;

// Incidents that are not over; `critical` and `high` are their priorities.
struct IncidentCounts {
    std::int64_t open = 0;
    std::int64_t unassigned = 0;
    std::int64_t critical = 0;
    std::int64_t high = 0;
};
BOOST_DESCRIBE_STRUCT(IncidentCounts, (), (open, unassigned, critical, high))

// Alerts that nobody has acknowledged, and how many came within a day whatever became of them.
struct AlertCounts {
    std::int64_t open = 0;
    std::int64_t critical = 0;
    std::int64_t high = 0;
    std::int64_t last_24h = 0;
};
BOOST_DESCRIBE_STRUCT(AlertCounts, (), (open, critical, high, last_24h))

// Revoked devices are not counted.
struct DeviceCounts {
    std::int64_t online = 0;
    std::int64_t offline = 0;
    std::int64_t total = 0;
};
BOOST_DESCRIBE_STRUCT(DeviceCounts, (), (online, offline, total))

struct Overview {
    IncidentCounts incidents;
    AlertCounts alerts;
    DeviceCounts devices;
    Timestamp updated_at;
};
BOOST_DESCRIBE_STRUCT(Overview, (), (incidents, alerts, devices, updated_at))

struct Counts {
    std::int64_t incidents_open = 0;
    std::int64_t incidents_unassigned = 0;
    std::int64_t incidents_critical = 0;
    std::int64_t incidents_high = 0;
    std::int64_t alerts_open = 0;
    std::int64_t alerts_critical = 0;
    std::int64_t alerts_high = 0;
    std::int64_t alerts_recent = 0;
    std::int64_t devices_online = 0;
    std::int64_t devices_total = 0;
};
BOOST_DESCRIBE_STRUCT(Counts, (),
                      (incidents_open, incidents_unassigned, incidents_critical, incidents_high, alerts_open, alerts_critical, alerts_high,
                       alerts_recent, devices_online, devices_total))

struct Since {
    Timestamp online_since;
    Timestamp recent_since;
};
BOOST_DESCRIBE_STRUCT(Since, (), (online_since, recent_since))

Task<Overview> get(Request& rq)
{
    auto const at = now();
    Since const since{devices::online_since(rq.services.get<devices::DeviceSettings>()), at - std::chrono::hours(24)};
    auto const counts = co_await rq.db.one<Counts>(sql::overview_get{}, since);
    Overview overview;
    overview.incidents = {counts.incidents_open, counts.incidents_unassigned, counts.incidents_critical, counts.incidents_high};
    overview.alerts = {counts.alerts_open, counts.alerts_critical, counts.alerts_high, counts.alerts_recent};
    overview.devices = {counts.devices_online, counts.devices_total - counts.devices_online, counts.devices_total};
    overview.updated_at = at;
    co_return overview;
}

}  // namespace

std::vector<Route> routes()
{
    std::vector<Route> all;
    all.push_back(route(Verb::get, "/api/v1/overview", Permission{"overview:read"}, "overview_get", "The tenant at a glance", get));
    return all;
}

}  // namespace mz::overview
