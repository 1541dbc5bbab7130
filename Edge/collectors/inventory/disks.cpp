#include "collectors/inventory/disks.hpp"

#include "collectors/lines.hpp"

#include <sys/statvfs.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace mz::edge::facts {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t sector_bytes = 512;  // of /sys/block/*/size, whatever the disk's own are
constexpr std::size_t max_mounts = 32;      // of one disk

struct Mounted {
    std::string numbers;  // of the device: 8:1
    std::string source;
    bool whole = false;  // not a folder of it alone, as a bind mount shows
    Mount mount;
};

// A blank, a tab, a line end or a backslash is written as three octal digits.
std::string unescaped(std::string_view text)
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

// /proc/self/mountinfo: "27 1 254:0 / /mnt rw,relatime - ext4 /dev/vda rw", with any number of fields before the dash.
std::vector<Mounted> parse_mountinfo(std::string_view text)
{
    std::vector<Mounted> out;
    for_each_line(text, [&](std::string_view line) {
        auto const fields = words(line);
        constexpr std::size_t numbers = 2, inside = 3, path = 4;
        auto const dash = std::ranges::find(fields, "-");
        if (std::distance(dash, fields.end()) < 3 || fields.size() <= path) return;
        Mounted found;
        found.numbers = fields[numbers];
        found.source = unescaped(dash[2]);
        found.whole = fields[inside] == "/";
        if (!found.source.starts_with("/dev/")) return;
        found.mount.path = said(unescaped(fields[path])).value_or("");
        found.mount.filesystem = said(dash[1]);
        out.push_back(std::move(found));
    });
    return out;
}

// The device's folder below /sys. Some file systems have numbers of their own, so the source's name is asked first.
fs::path device_of(Mounted const& mounted, fs::path const& root)
{
    std::error_code error;
    auto const node = fs::canonical(root / mounted.source.substr(1), error);
    auto const name = (error ? fs::path(mounted.source) : node).filename();
    for (auto const& link : {root / "sys/class/block" / name, root / "sys/dev/block" / mounted.numbers}) {
        auto const folder = fs::canonical(link, error);
        if (!error) return folder;
    }
    return {};
}

// The disks that a device is made of.
void find_disks(fs::path const& device, std::set<std::string>& out)
{
    std::error_code error;
    bool made_up = false;
    for (fs::directory_iterator each(device / "slaves", error), end; !error && each != end; each.increment(error)) {
        made_up = true;
        std::error_code broken;
        if (auto const below = fs::canonical(each->path(), broken); !broken) find_disks(below, out);
    }
    if (made_up) return;
    out.insert(fs::exists(device / "partition", error) ? device.parent_path().filename() : device.filename());
}

std::map<std::string, std::vector<Mount>> mounts_by_disk(fs::path const& root)
{
    // A device shows itself once: at its own place rather than where a folder of it was bound.
    std::map<fs::path, Mounted> by_device;
    for (auto& mounted : parse_mountinfo(contents(root / "proc/self/mountinfo"))) {
        auto const device = device_of(mounted, root);
        if (device.empty() || mounted.mount.path.empty()) continue;
        auto const [at, is_new] = by_device.try_emplace(device, mounted);
        auto const rank = [](Mounted const& each) { return std::pair(!each.whole, each.mount.path.size()); };
        if (!is_new && rank(mounted) < rank(at->second)) at->second = std::move(mounted);
    }
    std::map<std::string, std::vector<Mount>> out;
    for (auto& [device, mounted] : by_device) {
        struct statvfs size{};
        auto const path = root / fs::path(mounted.mount.path).relative_path();
        if (::statvfs(path.c_str(), &size) == 0 && size.f_blocks > 0)
            mounted.mount.size_bytes = static_cast<std::int64_t>(size.f_blocks * size.f_frsize);
        std::set<std::string> disks;
        find_disks(device, disks);
        for (auto const& disk : disks) {
            if (out[disk].size() < max_mounts) out[disk].push_back(mounted.mount);
        }
    }
    for (auto& [disk, mounts] : out) std::ranges::sort(mounts, {}, &Mount::path);
    return out;
}

bool is_disk(std::string_view name)
{
    constexpr std::array no_disks{"loop", "ram", "zram", "dm-", "md", "sr", "fd", "nbd", "mtdblock", "drbd", "rbd"};
    return std::ranges::none_of(no_disks, [&](std::string_view start) { return name.starts_with(start); });
}

Words serial_number(fs::path const& device, fs::path const& root)
{
    for (auto const* name : {"device/serial", "serial"}) {
        if (auto const serial = first_line(device / name)) return serial;
    }
    // SCSI disks tell theirs to udev, which keeps it by the device's numbers.
    Words out;
    auto const known = contents(root / "run/udev/data" / ("b" + first_line(device / "dev").value_or("")));
    for_each_line(known, [&](std::string_view line) {
        constexpr std::string_view name = "E:ID_SERIAL_SHORT=";
        if (line.starts_with(name)) out = said(line.substr(name.size()));
    });
    return out;
}

std::string kind_of(std::string_view name, fs::path const& device, std::string_view model)
{
    auto const vendor = first_line(device / "device/vendor").value_or("");
    constexpr std::array makers{"QEMU", "VMware", "VBOX", "Msft", "Virtual", "Google", "Xen"};
    auto const made_up = [&](std::string_view maker) { return vendor.starts_with(maker) || model.find(maker) != model.npos; };
    if (name.starts_with("vd") || name.starts_with("xvd") || std::ranges::any_of(makers, made_up)) return "virtual";
    if (name.starts_with("nvme")) return "nvme";
    return first_line(device / "queue/rotational") == "1" ? "hdd" : "ssd";
}

}  // namespace

std::vector<Disk> read_disks(fs::path const& root)
{
    std::vector<Disk> out;
    auto mounts = mounts_by_disk(root);
    std::error_code error;
    for (fs::directory_iterator each(root / "sys/block", error), end; !error && each != end; each.increment(error)) {
        auto const name = each->path().filename().string();
        auto const sectors = number<std::int64_t>(contents(each->path() / "size"));
        if (!is_disk(name) || sectors <= 0) continue;  // a card reader without a card
        Disk disk;
        disk.name = said(name).value_or("");
        disk.model = first_line(each->path() / "device/model");
        disk.serial_number = serial_number(each->path(), root);
        disk.size_bytes = sectors * sector_bytes;
        disk.kind = kind_of(name, each->path(), disk.model.value_or(""));
        if (auto const found = mounts.find(name); found != mounts.end()) disk.mounts = std::move(found->second);
        out.push_back(std::move(disk));
    }
    return out;
}

}  // namespace mz::edge::facts
