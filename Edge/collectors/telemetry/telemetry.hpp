#pragma once
#include "collectors/telemetry/proc.hpp"

#include <boost/describe.hpp>

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace mz::edge {

struct TelemetrySettings {
    std::int64_t edge_telemetry_seconds = 10;
    std::size_t edge_telemetry_max_disks = 32;
    std::size_t edge_telemetry_max_interfaces = 32;
};
BOOST_DESCRIBE_STRUCT(TelemetrySettings, (), (edge_telemetry_seconds, edge_telemetry_max_disks, edge_telemetry_max_interfaces))

// A telemetry event's data, as the Cloud reads it.
struct Telemetry {
    struct Memory {
        std::uint64_t total_bytes = 0;
        std::uint64_t available_bytes = 0;
    };
    struct Swap {
        std::uint64_t total_bytes = 0;
        std::uint64_t used_bytes = 0;
    };
    struct Disk {
        std::string mount;
        std::string device;
        std::uint64_t total_bytes = 0;
        std::uint64_t used_bytes = 0;  // as `df` counts: without what is reserved for root
    };
    struct Interface {
        std::string name;
        std::uint64_t rx_bytes_per_second = 0;
        std::uint64_t tx_bytes_per_second = 0;
    };

    double cpu_percent = 0;  // of all cores together, since the sample before
    int cores = 0;
    std::vector<double> load;  // over 1, 5 and 15 minutes
    Memory memory;
    Swap swap;
    std::vector<Disk> disks;
    std::vector<Interface> network;
    std::uint64_t uptime_seconds = 0;
};
BOOST_DESCRIBE_STRUCT(Telemetry::Memory, (), (total_bytes, available_bytes))
BOOST_DESCRIBE_STRUCT(Telemetry::Swap, (), (total_bytes, used_bytes))
BOOST_DESCRIBE_STRUCT(Telemetry::Disk, (), (mount, device, total_bytes, used_bytes))
BOOST_DESCRIBE_STRUCT(Telemetry::Interface, (), (name, rx_bytes_per_second, tx_bytes_per_second))
BOOST_DESCRIBE_STRUCT(Telemetry, (), (cpu_percent, cores, load, memory, swap, disks, network, uptime_seconds))

// Rates are between two calls of sample(); the first one counts from the construction. Time is taken from a clock that never jumps.
class TelemetryCollector {
public:
    explicit TelemetryCollector(TelemetrySettings settings, std::filesystem::path proc = "/proc");
    Telemetry sample();

private:
    TelemetrySettings settings_;
    std::filesystem::path proc_;
    CpuTime cpu_;
    std::map<std::string, InterfaceBytes> interfaces_;
    std::chrono::steady_clock::time_point at_;
};

}  // namespace mz::edge
