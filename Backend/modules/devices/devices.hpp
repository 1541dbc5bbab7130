#pragma once
#include "device.hpp"
#include "telemetry_point.hpp"
#include "web/route.hpp"

#include <string>
#include <vector>

namespace mz::devices {

// Named settings, read from the environment in upper case. A worker's services hold them.
struct DeviceSettings {
    int device_online_seconds = 90;      // since the last batch; an appliance sends one every few seconds
    int telemetry_default_minutes = 60;  // the range shown when none is asked for
    int telemetry_default_points = 300;
    int provisioning_key_overlap_max_hours = 720;  // how long a rotated key may stay good beside the new one
};
BOOST_DESCRIBE_STRUCT(DeviceSettings, (),
                      (device_online_seconds, telemetry_default_minutes, telemetry_default_points, provisioning_key_overlap_max_hours))

std::vector<web::Route> routes();

// Who holds this device key, for the web layer's Authenticator. Problem(unauthorized) where nobody does or it is revoked,
// Problem(forbidden, tenant-not-active) where its tenant may not use the service just now.
Task<web::Caller> authenticate(std::string key, web::Db& db);

// Problem(not_found) where the tenant has no such device; require_usable also refuses a revoked one with Problem(conflict).
Task<void> require_known(web::Db& db, Uuid device);
Task<void> require_usable(web::Db& db, Uuid device);

// Last seen at or after this time counts as online.
Timestamp online_since(DeviceSettings const& settings);

// What a batch of an appliance says, already read. Written inside the caller's transaction, which has entered the device's tenant.
struct Report {
    Uuid device_id;
    Timestamp received_at;
    std::vector<TelemetryPoint> telemetry;
    std::vector<LogLine> logs;
};
Task<void> record(web::Tx& tx, Report report);

// Forgets at most `at_most` samples and log lines of all tenants that are older than this, and returns how many.
Task<std::int32_t> purge_history(pg::Pool& pool, Timestamp telemetry_before, Timestamp logs_before, std::int32_t at_most);

}  // namespace mz::devices
