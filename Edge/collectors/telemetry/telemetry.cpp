#include "collectors/telemetry/telemetry.hpp"

#include "spool/event.hpp"
#include "spool/file.hpp"

#include <sys/statvfs.h>

#include <algorithm>
#include <cmath>

namespace mz::edge {
namespace {

constexpr std::size_t max_name_bytes = 256;

std::uint64_t rate(std::uint64_t before, std::uint64_t after, double seconds)
{
    // A counter starts again where an interface does.
    if (after < before || seconds <= 0) return 0;
    return static_cast<std::uint64_t>(std::llround(static_cast<double>(after - before) / seconds));
}

}  // namespace

TelemetryCollector::TelemetryCollector(TelemetrySettings settings, std::filesystem::path proc)
    : settings_(settings),
      proc_(std::move(proc)),
      cpu_(parse_stat(read_file(proc_ / "stat").value_or(""))),
      interfaces_(parse_net_dev(read_file(proc_ / "net/dev").value_or(""))),
      at_(std::chrono::steady_clock::now())
{
}

Telemetry TelemetryCollector::sample()
{
    auto const at = std::chrono::steady_clock::now();
    auto const seconds = std::chrono::duration<double>(at - at_).count();
    auto const cpu = parse_stat(read_file(proc_ / "stat").value_or(""));
    auto interfaces = parse_net_dev(read_file(proc_ / "net/dev").value_or(""));
    auto const memory = parse_meminfo(read_file(proc_ / "meminfo").value_or(""));

    Telemetry out;
    out.cpu_percent = std::round(busy_percent(cpu_, cpu) * 100) / 100;
    out.cores = cpu.cores;
    for (auto const load : parse_loadavg(read_file(proc_ / "loadavg").value_or(""))) out.load.push_back(load);
    out.memory = {memory.total_bytes, memory.available_bytes};
    out.swap = {memory.swap_total_bytes, memory.swap_total_bytes - std::min(memory.swap_free_bytes, memory.swap_total_bytes)};
    out.uptime_seconds = parse_uptime_seconds(read_file(proc_ / "uptime").value_or(""));
    for (auto const& mount : parse_mounts(read_file(proc_ / "self/mounts").value_or(""))) {
        if (out.disks.size() >= settings_.edge_telemetry_max_disks) break;
        struct statvfs disk{};
        if (::statvfs(mount.folder.c_str(), &disk) != 0 || disk.f_blocks == 0) continue;
        out.disks.push_back({clean_text(mount.folder, max_name_bytes), clean_text(mount.device, max_name_bytes),
                             disk.f_blocks * disk.f_frsize, (disk.f_blocks - disk.f_bfree) * disk.f_frsize});
    }
    for (auto const& [name, bytes] : interfaces) {
        if (out.network.size() >= settings_.edge_telemetry_max_interfaces) break;
        auto const before = interfaces_.find(name);
        auto const& from = before == interfaces_.end() ? bytes : before->second;
        out.network.push_back({name, rate(from.received, bytes.received, seconds), rate(from.sent, bytes.sent, seconds)});
    }
    cpu_ = cpu;
    interfaces_ = std::move(interfaces);
    at_ = at;
    return out;
}

}  // namespace mz::edge
