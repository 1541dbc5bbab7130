#include "machine.hpp"

#include "core/text.hpp"

#include <boost/json/serialize.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <string_view>

namespace mz::inventory {
namespace {

using json::bj::array;
using json::bj::object;
using json::bj::value;

constexpr std::size_t most_name = 200;

// In systemd-detect-virt's words; everything else that is not "none" is a hypervisor.
constexpr std::array containers{"docker", "podman",          "lxc", "lxc-libvirt", "systemd-nspawn", "openvz",
                                "rkt",    "container-other", "wsl", "proot",       "pouch"};
// Interfaces that are the machine's own; bridges, tunnels and the ends of containers come and go, and some have the address of another.
constexpr std::array own_interfaces{"ethernet", "wireless", "wifi", "infiniband", "wwan"};

bool contains(auto const& words, std::string_view word) { return std::ranges::find(words, word) != words.end(); }

void say(cmdb::AttributeValues& out, std::string const& attribute, value const& said) { out[attribute].text = json::bj::serialize(said); }

void say_text(cmdb::AttributeValues& out, std::string const& attribute, std::string const& said)
{
    say(out, attribute, said.empty() ? value(nullptr) : value(said));
}

void say_number(cmdb::AttributeValues& out, std::string const& attribute, object const& item, std::string_view member)
{
    auto const number = number_of(item, member);
    say(out, attribute, number ? value(*item.if_contains(member)) : value(nullptr));
}

object const& only(Sections const& sections, Section section)
{
    static object const nothing;
    auto const found = sections.find(section);
    return found == sections.end() || found->second.empty() ? nothing : found->second.begin()->second;
}

Items const& all(Sections const& sections, Section section)
{
    static Items const nothing;
    auto const found = sections.find(section);
    return found == sections.end() ? nothing : found->second;
}

array list_of(std::set<std::string> const& texts)
{
    array out;
    for (auto const& text : texts) out.emplace_back(text);
    return out;
}

bool is_local(std::string_view address)
{
    return address.starts_with("127.") || address == "::1" || address.starts_with("169.254.") || address.starts_with("fe80:");
}

void say_interfaces(cmdb::AttributeValues& out, Items const& interfaces)
{
    std::set<std::string> macs;
    std::set<std::string> addresses;
    for (auto const& [name, interface] : interfaces) {
        auto const kind = text_of(interface, "kind");
        if (kind == "loopback" || name == "lo") continue;
        auto const mac = text_of(interface, "mac");
        bool const own = kind.empty() || contains(own_interfaces, kind);
        if (own && !mac.empty() && mac != "00:00:00:00:00:00") macs.insert(mac);
        auto const* given = interface.if_contains("addresses");
        if (given == nullptr || !given->is_array()) continue;
        for (auto const& each : given->get_array()) {
            if (!each.is_string()) continue;
            std::string_view const text(each.get_string());
            auto const address = text.substr(0, text.find('/'));
            // A bridge of containers has the same address on every machine that has containers.
            bool const is_bridge = kind == "bridge" && (name.starts_with("docker") || name.starts_with("br-") || name.starts_with("virbr"));
            if (!is_local(address) && !is_bridge) addresses.emplace(address);
        }
    }
    say(out, "mac_addresses", macs.empty() ? value(nullptr) : value(list_of(macs)));
    say(out, "ip_addresses", addresses.empty() ? value(nullptr) : value(list_of(addresses)));
}

void say_disks(cmdb::AttributeValues& out, Items const& disks)
{
    double bytes = 0;
    for (auto const& [name, disk] : disks) bytes += number_of(disk, "size_bytes").value_or(0);
    say(out, "disk_bytes", bytes > 0 ? value(static_cast<std::int64_t>(bytes)) : value(nullptr));
}

std::string form_factor(std::string const& chassis)
{
    if (chassis == "laptop" || chassis == "convertible") return "notebook";
    return chassis == "desktop" || chassis == "tablet" ? chassis : "";
}

// Within a CI's name; cut between two characters.
std::string name_of(std::string text, std::string const& otherwise)
{
    if (text.empty()) text = otherwise;
    while (utf8_length(text) > most_name) {
        do text.pop_back();
        while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U);
    }
    return text;
}

// "2026-11-22T04:19:00Z" is a day; PostgreSQL and people want no more.
std::string day_of(std::string const& time)
{
    auto const parsed = Timestamp::parse(time);
    constexpr std::size_t day = 10;
    return parsed ? parsed->to_string().substr(0, day) : "";
}

// The value of "CN=" in "CN=www.example.org, O=Example" and its like.
std::string common_name(std::string_view subject)
{
    for (auto at = subject.find("CN"); at != subject.npos; at = subject.find("CN", at + 1)) {
        bool const begins = at == 0 || std::string_view(" ,/+").contains(subject[at - 1]);
        auto const equals = subject.find_first_not_of(' ', at + 2);
        if (!begins || equals == subject.npos || subject[equals] != '=') continue;
        auto const value = subject.find_first_not_of(' ', equals + 1);
        if (value == subject.npos) return "";
        return std::string(subject.substr(value, subject.find_first_of(",/+", value) - value));
    }
    return "";
}

}  // namespace

std::string machine_class(std::string const& virtualization, std::string const& chassis)
{
    if (contains(containers, virtualization)) return "computer";
    if (!virtualization.empty() && virtualization != "none") return "virtual_machine";
    if (chassis == "server") return "server";
    if (!form_factor(chassis).empty()) return "workstation";
    if (chassis == "embedded") return "edge_appliance";
    return "computer";
}

cmdb::Observation machine_of(Sections const& sections, std::string const& name, Timestamp at)
{
    auto const& system = only(sections, Section::system);
    auto const& hardware = only(sections, Section::hardware);
    auto const virtualization = text_of(system, "virtualization");
    auto const chassis = text_of(hardware, "chassis");

    cmdb::Observation out;
    out.key = machine_key;
    out.class_key = machine_class(virtualization, chassis);
    out.at = at;
    auto& say_of = out.attributes;
    say_text(say_of, "name", name_of(text_of(system, "hostname"), name));
    for (auto const* attribute : {"hostname", "fqdn", "os_name", "os_version", "kernel", "architecture", "machine_id"})
        say_text(say_of, attribute, text_of(system, attribute));
    say_text(say_of, "virtualization", virtualization == "none" ? "" : virtualization);
    for (auto const* attribute : {"manufacturer", "model", "serial_number", "uuid", "cpu_model"})
        say_text(say_of, attribute, text_of(hardware, attribute));
    say_text(say_of, "firmware_version", text_of(hardware, "bios_version"));
    say_number(say_of, "cpu_count", hardware, "cpu_threads");
    say_number(say_of, "cpu_cores", hardware, "cpu_cores");
    say_number(say_of, "memory_bytes", hardware, "memory_bytes");
    say_interfaces(say_of, all(sections, Section::interfaces));
    say_disks(say_of, all(sections, Section::disks));
    if (out.class_key == "workstation") say_text(say_of, "form_factor", form_factor(chassis));
    return out;
}

cmdb::Observation certificate_of(object const& item, Timestamp at)
{
    auto const fingerprint = lower_ascii(text_of(item, "fingerprint"));
    auto const subject = text_of(item, "subject");
    auto const issuer = text_of(item, "issuer");
    std::set<std::string> names;
    std::string first;
    if (auto const* given = item.if_contains("names"); given != nullptr && given->is_array()) {
        for (auto const& name : given->get_array()) {
            if (!name.is_string() || name.get_string().empty()) continue;
            std::string const text(name.get_string());
            if (first.empty()) first = text;
            names.insert(text);
        }
    }

    cmdb::Observation out;
    out.key = "certificate/" + fingerprint;
    out.class_key = "certificate";
    out.at = at;
    auto& say_of = out.attributes;
    auto const common = common_name(subject);
    say_text(say_of, "name", name_of(common.empty() ? first : common, fingerprint));
    say_text(say_of, "fingerprint", fingerprint);
    say_text(say_of, "subject", subject);
    say_text(say_of, "issuer", issuer);
    say_text(say_of, "certificate_serial", text_of(item, "serial"));
    say_text(say_of, "not_before", day_of(text_of(item, "not_before")));
    say_text(say_of, "not_after", day_of(text_of(item, "not_after")));
    say(say_of, "alternative_names", names.empty() ? value(nullptr) : value(list_of(names)));
    say(say_of, "self_signed", subject.empty() ? value(nullptr) : value(subject == issuer));
    auto const key = text_of(item, "key");  // "RSA 2048"
    auto const blank = key.rfind(' ');
    int bits = 0;
    if (blank != key.npos) std::from_chars(key.data() + blank + 1, key.data() + key.size(), bits);
    say_text(say_of, "key_algorithm", bits > 0 ? key.substr(0, blank) : key);
    say(say_of, "key_bits", bits > 0 ? value(bits) : value(nullptr));
    return out;
}

}  // namespace mz::inventory
