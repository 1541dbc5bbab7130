#pragma once
#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace mz::edge {

// Readers of what Linux tells in /proc. They take the text, so that tests need no machine.

// CPU time since boot, in clock ticks. Guests' time is already part of `user` there.
struct CpuTime {
    std::uint64_t busy = 0;
    std::uint64_t total = 0;
    int cores = 0;
};
CpuTime parse_stat(std::string_view text);
// Of the time between the two; 0 where the counters went backwards.
double busy_percent(CpuTime before, CpuTime after);

struct MemoryInfo {
    std::uint64_t total_bytes = 0;
    std::uint64_t available_bytes = 0;
    std::uint64_t swap_total_bytes = 0;
    std::uint64_t swap_free_bytes = 0;
};
MemoryInfo parse_meminfo(std::string_view text);

std::array<double, 3> parse_loadavg(std::string_view text);
std::uint64_t parse_uptime_seconds(std::string_view text);

struct InterfaceBytes {
    std::uint64_t received = 0;
    std::uint64_t sent = 0;
};
// By name, without the loopback.
std::map<std::string, InterfaceBytes> parse_net_dev(std::string_view text);

struct Mount {
    std::string device;
    std::string folder;
};
// File systems that hold data on this machine, each device once (under its shortest folder), "/" always: no pseudo file systems, and no
// network ones, because asking an unreachable server how full it is never ends.
std::vector<Mount> parse_mounts(std::string_view text);

}  // namespace mz::edge
