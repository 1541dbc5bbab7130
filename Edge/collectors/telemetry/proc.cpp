#include "collectors/telemetry/proc.hpp"

#include "collectors/lines.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace mz::edge {
namespace {

// /proc/mounts writes blanks, tabs, line ends and backslashes as three octal digits.
std::string unescape(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 3 < text.size()) {
            out += static_cast<char>(number<unsigned>(text.substr(i + 1, 3), 8));
            i += 3;
        } else {
            out += text[i];
        }
    }
    return out;
}

bool holds_data(std::string_view type)
{
    static std::set<std::string_view> const types{"bcachefs", "btrfs",  "exfat", "ext2",  "ext3",     "ext4", "f2fs", "fuseblk", "hfsplus",
                                                  "jfs",      "nilfs2", "ntfs",  "ntfs3", "reiserfs", "ufs",  "vfat", "xfs",     "zfs"};
    return types.contains(type);
}

}  // namespace

CpuTime parse_stat(std::string_view text)
{
    CpuTime out;
    for_each_line(text, [&](std::string_view line) {
        if (!line.starts_with("cpu")) return;
        if (!line.starts_with("cpu ")) return void(++out.cores);
        auto const fields = words(line);
        constexpr std::size_t idle = 4, iowait = 5, steal = 8;
        for (std::size_t i = 1; i < fields.size() && i <= steal; ++i) {
            auto const ticks = number<std::uint64_t>(fields[i]);
            out.total += ticks;
            if (i != idle && i != iowait) out.busy += ticks;
        }
    });
    return out;
}

double busy_percent(CpuTime before, CpuTime after)
{
    if (after.total <= before.total || after.busy < before.busy) return 0;
    auto const share = static_cast<double>(after.busy - before.busy) / static_cast<double>(after.total - before.total);
    return std::min(share * 100, 100.0);
}

MemoryInfo parse_meminfo(std::string_view text)
{
    MemoryInfo out;
    for_each_line(text, [&](std::string_view line) {
        auto const fields = words(line);
        if (fields.size() < 2) return;
        auto const bytes = number<std::uint64_t>(fields[1]) * 1024;
        if (fields[0] == "MemTotal:") out.total_bytes = bytes;
        else if (fields[0] == "MemAvailable:") out.available_bytes = bytes;
        else if (fields[0] == "SwapTotal:") out.swap_total_bytes = bytes;
        else if (fields[0] == "SwapFree:") out.swap_free_bytes = bytes;
    });
    return out;
}

std::array<double, 3> parse_loadavg(std::string_view text)
{
    std::array<double, 3> out{};
    auto const fields = words(text);
    for (std::size_t i = 0; i < out.size() && i < fields.size(); ++i) out[i] = real_number(fields[i]);
    return out;
}

std::uint64_t parse_uptime_seconds(std::string_view text) { return number<std::uint64_t>(text); }

std::map<std::string, InterfaceBytes> parse_net_dev(std::string_view text)
{
    std::map<std::string, InterfaceBytes> out;
    for_each_line(text, [&](std::string_view line) {
        auto const colon = line.find(':');
        if (colon == std::string_view::npos) return;
        auto const name = words(line.substr(0, colon));
        auto const fields = words(line.substr(colon + 1));
        constexpr std::size_t received = 0, sent = 8;
        if (name.size() != 1 || name[0] == "lo" || fields.size() <= sent) return;
        out[std::string(name[0])] = {number<std::uint64_t>(fields[received]), number<std::uint64_t>(fields[sent])};
    });
    return out;
}

std::vector<Mount> parse_mounts(std::string_view text)
{
    std::map<std::string, std::string> by_device;
    for_each_line(text, [&](std::string_view line) {
        auto const fields = words(line);
        if (fields.size() < 3) return;
        auto const device = unescape(fields[0]);
        auto const folder = unescape(fields[1]);
        if (!holds_data(fields[2]) && folder != "/") return;
        auto const [at, inserted] = by_device.emplace(device, folder);
        if (!inserted && folder.size() < at->second.size()) at->second = folder;
    });
    std::vector<Mount> out;
    out.reserve(by_device.size());
    for (auto const& [device, folder] : by_device) out.push_back({device, folder});
    std::ranges::sort(out, {}, &Mount::folder);
    // Under a changed root the table names only what is mounted below it.
    if (out.empty() || out.front().folder != "/") out.insert(out.begin(), {"rootfs", "/"});
    return out;
}

}  // namespace mz::edge
