#include "hosts.hpp"

#include "core/text.hpp"

#include <boost/json/serialize.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string_view>

namespace mz::inventory {
namespace {

using json::bj::array;
using json::bj::object;
using json::bj::value;

constexpr std::size_t mac_characters = 17;
constexpr int line_printer_port = 515;
constexpr int raw_printer_port = 9100;  // which programs that report figures of a machine like too
constexpr int internet_printing_port = 631;

// As they stand in the IEEE's list, lower-case. Those who make other things too are not here.
constexpr std::array network_makers{"mikrotik", "routerboard",      "ubiquiti", "juniper networks", "fortinet",  "cisco meraki",
                                    "aruba",    "ruckus",           "zyxel",    "palo alto",        "sonicwall", "watchguard",
                                    "arista",   "extreme networks", "sophos",   "netgear",          "tp-link",   "d-link"};
constexpr std::array printer_makers{"brother", "canon", "epson", "seiko epson", "hewlett packard", "hp inc", "kyocera", "lexmark",
                                    "konica",  "ricoh", "xerox", "oki",         "zebra",           "sharp"};

std::optional<std::string> said(object const& item, std::string_view member)
{
    auto text = text_of(item, member);
    return text.empty() ? std::nullopt : std::optional(std::move(text));
}

bool begins_with_any(std::string_view text, auto const& words)
{
    return std::ranges::any_of(words, [&](std::string_view word) { return text.starts_with(word); });
}

std::set<int> open_ports(Host const& host)
{
    std::set<int> out;
    if (!host.ports) return out;
    auto const ports = json::parse(host.ports->text);
    for (auto const& each : ports.as_array()) {
        auto const* port = each.if_object();
        if (port != nullptr && text_of(*port, "state") == "open" && text_of(*port, "protocol") != "udp")
            out.insert(static_cast<int>(number_of(*port, "port").value_or(0)));
    }
    return out;
}

void say(cmdb::AttributeValues& out, std::string const& attribute, value const& said) { out[attribute].text = json::bj::serialize(said); }

}  // namespace

std::optional<Host> host_of(object const& item, std::map<std::string, std::string> const& own)
{
    Host host;
    host.address = text_of(item, "address");
    if (host.address.empty()) return std::nullopt;
    if (auto mac = lower_ascii(text_of(item, "mac")); mac.size() == mac_characters) host.mac = std::move(mac);
    else if (auto const mine = own.find(host.address); mine != own.end()) host.mac = lower_ascii(mine->second);
    host.key = host.mac.value_or(host.address);
    host.vendor = said(item, "vendor");
    host.hostname = said(item, "hostname");
    host.latency_ms = number_of(item, "latency_ms");
    if (auto const* ports = item.if_contains("ports"); ports != nullptr && ports->is_array())
        host.ports = json::Raw{json::bj::serialize(*ports)};
    if (auto const* guess = item.if_contains("os_guess"); guess != nullptr && guess->is_object()) {
        host.os_name = said(guess->get_object(), "name");
        auto const accuracy = number_of(guess->get_object(), "accuracy");
        constexpr double most = 100;
        if (host.os_name && accuracy) host.os_accuracy = static_cast<std::int32_t>(std::lround(std::clamp(*accuracy, 0.0, most)));
    }
    return host;
}

std::string host_class(Host const& host)
{
    auto const ports = open_ports(host);
    auto const vendor = lower_ascii(host.vendor.value_or(""));
    bool const offers_printing =
        ports.contains(raw_printer_port) || ports.contains(internet_printing_port) || ports.contains(line_printer_port);
    bool const only_printers =
        ports.contains(line_printer_port) && (ports.contains(raw_printer_port) || ports.contains(internet_printing_port));
    if (only_printers || (offers_printing && begins_with_any(vendor, printer_makers))) return "printer";
    if (begins_with_any(vendor, network_makers)) return "network_device";
    return "hardware";
}

cmdb::Observation observation_of(Host const& host, Timestamp at)
{
    cmdb::Observation out;
    out.key = "host/" + host.key;
    out.class_key = host_class(host);
    out.at = at;
    auto& say_of = out.attributes;
    auto const hostname = host.hostname.value_or("");
    auto const dot = hostname.find('.');
    say(say_of, "name", value(hostname.empty() ? host.address : hostname.substr(0, dot)));
    say(say_of, "hostname", hostname.empty() ? value(nullptr) : value(hostname.substr(0, dot)));
    say(say_of, "fqdn", dot == hostname.npos ? value(nullptr) : value(hostname));
    say(say_of, "ip_addresses", array{value(host.address)});
    if (host.mac) say(say_of, "mac_addresses", array{value(*host.mac)});
    // Who made the network card has made the whole of these, and says nothing of other machines.
    if (host.vendor && out.class_key != "hardware") say(say_of, "manufacturer", value(*host.vendor));
    return out;
}

}  // namespace mz::inventory
