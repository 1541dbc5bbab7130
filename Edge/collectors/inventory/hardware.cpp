#include "collectors/inventory/hardware.hpp"

#include "collectors/lines.hpp"
#include "collectors/telemetry/proc.hpp"
#include "core/log.hpp"
#include "core/problem.hpp"
#include "core/text.hpp"
#include "json/value.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <set>
#include <utility>

namespace mz::edge::facts {
namespace {

namespace bj = boost::json;
namespace fs = std::filesystem;

// SMBIOS' types of enclosure in the words of systemd's hostnamed.
Words chassis_named(int type)
{
    switch (type) {
        case 0x03:
        case 0x04:
        case 0x05:
        case 0x06:
        case 0x07:
        case 0x0D:
        case 0x0F:
        case 0x23:
        case 0x24: return "desktop";
        case 0x08:
        case 0x09:
        case 0x0A:
        case 0x0E: return "laptop";
        case 0x0B: return "handset";
        case 0x11:
        case 0x17:
        case 0x1C:
        case 0x1D: return "server";
        case 0x1E: return "tablet";
        case 0x1F:
        case 0x20: return "convertible";
        case 0x21:
        case 0x22: return "embedded";
        default: return std::nullopt;
    }
}

void read_cpu(std::string_view cpuinfo, Hardware& out)
{
    std::set<std::pair<std::string, std::string>> cores;
    std::string package;
    std::int64_t threads = 0;
    for_each_line(cpuinfo, [&](std::string_view line) {
        auto const colon = line.find(':');
        if (colon == line.npos) return;
        auto const name = line.substr(0, line.find_last_not_of(" \t", colon - 1) + 1);
        auto const value = line.substr(std::min(colon + 2, line.size()));
        if (name == "processor") ++threads;
        else if (name == "model name" && !out.cpu_model) out.cpu_model = said(value);
        else if (name == "physical id") package = value;
        else if (name == "core id") cores.emplace(package, value);
    });
    if (threads > 0) out.cpu_threads = threads;
    // Only some architectures tell which threads share a core.
    if (!cores.empty()) out.cpu_cores = static_cast<std::int64_t>(cores.size());
}

Words member(bj::object const& object, std::string_view name)
{
    auto const* value = object.if_contains(name);
    return value != nullptr && value->is_string() ? said(std::string_view(value->get_string())) : std::nullopt;
}

void read_node(bj::value const& value, Hardware& out)
{
    if (auto const* list = value.if_array()) {
        for (auto const& each : *list) read_node(each, out);
        return;
    }
    auto const* node = value.if_object();
    if (node == nullptr) return;
    auto const type = member(*node, "class").value_or("");
    Hardware found;
    if (type == "system") {
        found.manufacturer = member(*node, "vendor");
        found.model = member(*node, "product");
        found.serial_number = member(*node, "serial");
        if (auto const* details = node->if_contains("configuration"); details != nullptr && details->is_object()) {
            found.uuid = member(details->get_object(), "uuid");
            found.chassis = member(details->get_object(), "chassis");
        }
    } else if (type == "processor") found.cpu_model = member(*node, "product");
    else if (type == "memory" && member(*node, "description") == "BIOS") found.bios_version = member(*node, "version");
    out = completed(std::move(out), found);
    if (auto const* children = node->if_contains("children")) read_node(*children, out);
}

}  // namespace

Hardware read_hardware(fs::path const& root)
{
    Hardware out;
    auto const dmi = root / "sys/class/dmi/id";
    out.manufacturer = first_line(dmi / "sys_vendor");
    out.model = first_line(dmi / "product_name");
    out.serial_number = first_line(dmi / "product_serial");
    if (auto const uuid = first_line(dmi / "product_uuid")) out.uuid = lower_ascii(*uuid);
    if (auto const type = first_line(dmi / "chassis_type")) out.chassis = chassis_named(number<int>(*type));
    out.bios_version = first_line(dmi / "bios_version");
    read_cpu(contents(root / "proc/cpuinfo"), out);
    auto const memory = parse_meminfo(contents(root / "proc/meminfo")).total_bytes;
    if (memory > 0) out.memory_bytes = static_cast<std::int64_t>(memory);
    return out;
}

Hardware parse_lshw(std::string_view text)
{
    Hardware out;
    read_node(json::parse(text, {.max_depth = 64}), out);
    if (out.uuid) out.uuid = lower_ascii(*out.uuid);
    return out;
}

Task<Hardware> ask_lshw(Programs& programs)
{
    std::vector<std::string> arguments{"lshw", "-json", "-quiet"};
    for (auto const* type : {"system", "memory", "processor"}) {
        arguments.emplace_back("-class");
        arguments.emplace_back(type);
    }
    auto const answer = co_await programs.ask(std::move(arguments));
    if (!answer.well()) co_return Hardware{};
    try {
        co_return parse_lshw(answer.output);
    } catch (Problem const& problem) {
        log::warn("cannot read what lshw says", {{"reason", problem.what()}});
    }
    co_return Hardware{};
}

Hardware completed(Hardware hardware, Hardware const& other)
{
    boost::mp11::mp_for_each<boost::describe::describe_members<Hardware, boost::describe::mod_public>>([&](auto each) {
        auto& value = hardware.*each.pointer;
        if (!value) value = other.*each.pointer;
    });
    return hardware;
}

bool is_complete(Hardware const& hardware) { return hardware.manufacturer && hardware.model && hardware.serial_number; }

}  // namespace mz::edge::facts
