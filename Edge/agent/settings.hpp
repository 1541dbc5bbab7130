#pragma once
#include "collectors/discovery/settings.hpp"
#include "collectors/inventory/settings.hpp"
#include "collectors/logs/log_line.hpp"
#include "collectors/programs.hpp"
#include "collectors/security/files.hpp"
#include "collectors/security/ports.hpp"
#include "collectors/telemetry/telemetry.hpp"
#include "commands/settings.hpp"
#include "core/config.hpp"
#include "core/secret.hpp"
#include "spool/spool.hpp"

#include <boost/describe.hpp>

#include <cstdint>
#include <string>

namespace mz::edge {

inline constexpr std::string_view version = "0.1.0";

// What `monozu-edge status` needs, too.
struct StateSettings {
    std::string edge_state_directory = "/var/lib/monozu-edge";  // one for each agent of a machine
};
BOOST_DESCRIBE_STRUCT(StateSettings, (), (edge_state_directory))

struct UploadSettings {
    std::size_t edge_batch_max_events = 500;
    std::size_t edge_batch_max_bytes = 256 * 1024;  // before compression
    std::int64_t edge_upload_seconds = 10;          // telemetry and logs gather so long; alerts do not wait
    std::int64_t edge_request_timeout_seconds = 30;
    std::int64_t edge_retry_first_milliseconds = 1000;
    std::int64_t edge_retry_max_seconds = 60;
    std::int64_t edge_retry_after_max_seconds = 3600;  // a server that asks for more patience is asked again then
    std::int64_t edge_refused_retry_seconds = 60;      // after a key was refused
};
BOOST_DESCRIBE_STRUCT(UploadSettings, (),
                      (edge_batch_max_events, edge_batch_max_bytes, edge_upload_seconds, edge_request_timeout_seconds,
                       edge_retry_first_milliseconds, edge_retry_max_seconds, edge_retry_after_max_seconds, edge_refused_retry_seconds))

struct ClockSettings {
    std::int64_t edge_clock_tolerance_seconds = 30;  // between this machine's clock and the servers' before times are corrected
};
BOOST_DESCRIBE_STRUCT(ClockSettings, (), (edge_clock_tolerance_seconds))

struct AgentSettings {
    config::Required<std::string> edge_cloud_url;   // of the Cloud Backend: http://host:8000
    config::Required<std::string> edge_ingest_url;  // of the ingestor: http://host:8090
    Secret<std::string> edge_provisioning_key;      // needed once, to register
    std::string edge_name;                          // empty: the host's name
    std::string edge_machine_id;                    // empty: /etc/machine-id; set it where several agents share a machine
    std::string edge_log_level = "info";
    std::int64_t edge_status_seconds = 10;       // between two writes of what `status` shows
    std::int64_t edge_collect_now_seconds = 20;  // for a collect_now command to see everything arrive
};
BOOST_DESCRIBE_STRUCT(AgentSettings, (),
                      (edge_cloud_url, edge_ingest_url, edge_provisioning_key, edge_name, edge_machine_id, edge_log_level,
                       edge_status_seconds, edge_collect_now_seconds))

// Everything, from the environment: the member edge_cloud_url is EDGE_CLOUD_URL.
struct Settings : StateSettings,
                  AgentSettings,
                  UploadSettings,
                  ClockSettings,
                  SpoolSettings,
                  TelemetrySettings,
                  LogSettings,
                  WatchSettings,
                  PortSettings,
                  ProgramSettings,
                  InventorySettings,
                  DiscoverySettings,
                  CommandSettings {};
BOOST_DESCRIBE_STRUCT(Settings,
                      (StateSettings, AgentSettings, UploadSettings, ClockSettings, SpoolSettings, TelemetrySettings, LogSettings,
                       WatchSettings, PortSettings, ProgramSettings, InventorySettings, DiscoverySettings, CommandSettings),
                      ())

}  // namespace mz::edge
