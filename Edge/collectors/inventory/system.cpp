#include "collectors/inventory/system.hpp"

#include "collectors/lines.hpp"

#include <sys/utsname.h>

namespace mz::edge::facts {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t microseconds_per_second = 1'000'000;

std::optional<Timestamp> boot_time(std::string_view stat)
{
    std::optional<Timestamp> out;
    for_each_line(stat, [&](std::string_view line) {
        auto const fields = words(line);
        if (fields.size() == 2 && fields[0] == "btime") out = Timestamp{number<std::int64_t>(fields[1]) * microseconds_per_second};
    });
    return out;
}

Words timezone(fs::path const& root)
{
    if (auto const name = first_line(root / "etc/timezone")) return name;
    std::error_code error;
    auto const target = fs::read_symlink(root / "etc/localtime", error).string();
    constexpr std::string_view zones = "zoneinfo/";
    auto const at = target.find(zones);
    return at == target.npos ? std::nullopt : said(std::string_view(target).substr(at + zones.size()));
}

// A machine-id is 32 hexadecimal digits; during the first boot of an image the file says "uninitialized".
Words machine_id(fs::path const& root)
{
    constexpr std::size_t digits = 32;
    auto const id = first_line(root / "etc/machine-id");
    bool const good = id && id->size() == digits && id->find_first_not_of("0123456789abcdef") == id->npos;
    return good ? id : std::nullopt;
}

}  // namespace

std::string release_value(std::string_view text, std::string_view name)
{
    std::string out;
    for_each_line(text, [&](std::string_view line) {
        if (!line.starts_with(name) || line.size() <= name.size() || line[name.size()] != '=') return;
        auto value = line.substr(name.size() + 1);
        bool const quoted = value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front();
        if (quoted) value = value.substr(1, value.size() - 2);
        out.clear();
        for (std::size_t i = 0; i < value.size(); ++i) {
            if (value[i] == '\\' && i + 1 < value.size()) ++i;
            out += value[i];
        }
    });
    return out;
}

System read_system(fs::path const& root)
{
    System out;
    auto release = contents(root / "etc/os-release");
    if (release.empty()) release = contents(root / "usr/lib/os-release");
    out.os_name = said(release_value(release, "PRETTY_NAME"));
    out.os_id = said(release_value(release, "ID"));
    out.os_version = said(release_value(release, "VERSION_ID"));
    if (utsname kernel{}; ::uname(&kernel) == 0) {
        out.hostname = said(kernel.nodename);
        out.kernel = said(kernel.release);
        out.architecture = said(kernel.machine);
    }
    out.machine_id = machine_id(root);
    out.boot_time = boot_time(contents(root / "proc/stat"));
    out.timezone = timezone(root);
    // Without systemd's program this much is certain: a processor that says it has a hypervisor below it.
    auto const cpu = contents(root / "proc/cpuinfo");
    if (fs::exists(root / ".dockerenv")) out.virtualization = "docker";
    else if (cpu.find(" hypervisor") != cpu.npos) out.virtualization = "vm-other";
    return out;
}

Task<System> with_names(Programs& programs, System system)
{
    std::vector<std::string> const ask_name{"hostname", "--fqdn"};
    auto const name = co_await programs.ask(ask_name);
    if (auto fqdn = said(name.output); name.well() && fqdn && fqdn->contains('.') && !fqdn->starts_with("localhost"))
        system.fqdn = std::move(fqdn);
    std::vector<std::string> const ask_below{"systemd-detect-virt"};
    auto const below = co_await programs.ask(ask_below);
    // "none", which is an answer here, comes with exit code 1.
    auto const plain = std::string_view(below.output).substr(0, below.output.find('\n'));
    bool const is_word = !plain.empty() && plain.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == plain.npos;
    if (is_word && (plain != "none" || !system.virtualization)) system.virtualization = std::string(plain);
    co_return system;
}

}  // namespace mz::edge::facts
