#pragma once
#include "collectors/logs/log_line.hpp"
#include "core/clock.hpp"
#include "spool/spool.hpp"

#include <boost/describe.hpp>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace mz::edge {

// How it stands with one of the two servers.
BOOST_DEFINE_ENUM_CLASS(Contact, waiting, ok, unreachable, key_refused)

// What `monozu-edge status` shows; the running agent writes it to status.json every few seconds.
struct Status {
    std::int64_t pid = 0;
    std::string version;
    std::string name;
    std::string machine_id;
    std::optional<std::string> device_id;  // nothing before registration
    std::string cloud_url;
    std::string ingest_url;
    Contact cloud = Contact::waiting;
    Contact ingest = Contact::waiting;
    std::optional<Timestamp> last_upload_at;
    std::int64_t alerts_waiting = 0;
    std::int64_t logs_waiting = 0;
    std::int64_t telemetry_waiting = 0;
    std::int64_t inventory_waiting = 0;
    std::int64_t dropped = 0;      // telemetry and logs, since the agent was installed
    std::int64_t quarantined = 0;  // events that the ingestor refused, since the agent was started
    std::int64_t spool_bytes = 0;
    std::int64_t spool_max_bytes = 0;
    LogSource log_source = LogSource::unknown;
    std::int64_t clock_behind_seconds = 0;  // this machine's clock; times of events are corrected by it
    Timestamp written_at;
};
BOOST_DESCRIBE_STRUCT(Status, (),
                      (pid, version, name, machine_id, device_id, cloud_url, ingest_url, cloud, ingest, last_upload_at, alerts_waiting,
                       logs_waiting, telemetry_waiting, inventory_waiting, dropped, quarantined, spool_bytes, spool_max_bytes, log_source,
                       clock_behind_seconds, written_at))

// Prints the state in `folder` for people, or as JSON. The exit code: 0 when an agent is running there, 3 when not (as init scripts do).
int print_status(std::filesystem::path const& folder, bool as_json);

// Held by the agent that works in `folder`, so that no two do; nothing where another one holds it.
std::optional<Fd> lock_state(std::filesystem::path const& folder);

}  // namespace mz::edge
