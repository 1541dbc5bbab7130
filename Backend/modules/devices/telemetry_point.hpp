#pragma once
#include "core/clock.hpp"
#include "core/text.hpp"
#include "json/value.hpp"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mz::devices {

struct TelemetryDisk {
    std::string mount;
    std::int64_t total_bytes = 0;
    std::int64_t used_bytes = 0;
};
BOOST_DESCRIBE_STRUCT(TelemetryDisk, (), (mount, total_bytes, used_bytes))

// One sample of a machine, or the mean of several. Network figures are of all interfaces together.
struct TelemetrySample {
    Timestamp at;
    double cpu_percent = 0;
    double load1 = 0;
    double load5 = 0;
    double load15 = 0;
    std::int64_t memory_total_bytes = 0;
    std::int64_t memory_used_bytes = 0;
    std::int64_t swap_total_bytes = 0;
    std::int64_t swap_used_bytes = 0;
    double rx_bytes_per_second = 0;
    double tx_bytes_per_second = 0;
    std::int64_t uptime_seconds = 0;
};
BOOST_DESCRIBE_STRUCT(TelemetrySample, (),
                      (at, cpu_percent, load1, load5, load15, memory_total_bytes, memory_used_bytes, swap_total_bytes, swap_used_bytes,
                       rx_bytes_per_second, tx_bytes_per_second, uptime_seconds))

struct TelemetryPoint : TelemetrySample {
    std::vector<TelemetryDisk> disks;
};
BOOST_DESCRIBE_STRUCT(TelemetryPoint, (TelemetrySample), (disks))

struct Telemetry {
    std::vector<TelemetryPoint> items;
};
BOOST_DESCRIBE_STRUCT(Telemetry, (), (items))

// The last hour when nothing is said. `max_points` bounds the answer, whatever the range.
struct TelemetryQuery {
    std::optional<Timestamp> from;
    std::optional<Timestamp> to;
    std::optional<Int<1, 2000>> max_points;
};
BOOST_DESCRIBE_STRUCT(TelemetryQuery, (), (from, to, max_points))

// One line of a device's own log. `priority` is syslog's, 0 for emergencies to 7 for debugging.
struct LogLine {
    Timestamp at;
    std::string source;
    std::optional<std::string> unit;
    std::optional<std::int16_t> priority;
    std::string message;
};
BOOST_DESCRIBE_STRUCT(LogLine, (), (at, source, unit, priority, message))

}  // namespace mz::devices
