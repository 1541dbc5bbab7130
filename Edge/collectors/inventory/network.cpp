#include "collectors/inventory/network.hpp"

#include "collectors/lines.hpp"
#include "core/problem.hpp"
#include "core/text.hpp"
#include "json/value.hpp"

#include <fmt/format.h>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <algorithm>
#include <initializer_list>
#include <set>

namespace mz::edge::facts {
namespace {

namespace bj = boost::json;

constexpr std::size_t max_addresses = 64;  // of one interface

std::string_view text_of(bj::object const& object, std::string_view name)
{
    auto const* value = object.if_contains(name);
    return value != nullptr && value->is_string() ? std::string_view(value->get_string()) : std::string_view();
}

Count number_of(bj::object const& object, std::string_view name)
{
    auto const* value = object.if_contains(name);
    return value != nullptr && value->is_int64() ? Count(value->get_int64()) : std::nullopt;
}

bool is_set(bj::object const& object, std::string_view name)
{
    auto const* value = object.if_contains(name);
    return value != nullptr && value->is_bool() && value->get_bool();
}

bool lists(bj::object const& object, std::string_view name, std::initializer_list<std::string_view> wanted)
{
    auto const* value = object.if_contains(name);
    auto const* list = value == nullptr ? nullptr : value->if_array();
    return list != nullptr && std::ranges::any_of(*list, [&](bj::value const& each) {
               auto const* text = each.if_string();
               return text != nullptr && std::ranges::find(wanted, std::string_view(*text)) != wanted.end();
           });
}

// Calls `visit` with each object of an array of objects. ip writes an empty one where there is nothing to say.
template <class Visit>
void for_each_object(bj::value const& value, Visit visit)
{
    auto const* list = value.if_array();
    if (list == nullptr) throw Problem(Failure::bad_request, "not an array");
    for (auto const& each : *list) {
        if (auto const* object = each.if_object(); object != nullptr && !object->empty()) visit(*object);
    }
}

std::vector<std::string> addresses_of(bj::object const& link)
{
    std::vector<std::string> out;
    auto const* list = link.if_contains("addr_info");
    if (list == nullptr) return out;
    for_each_object(*list, [&](bj::object const& each) {
        // What IPv6 makes up for a day says nothing about the machine.
        if (is_set(each, "temporary") || is_set(each, "deprecated") || out.size() >= max_addresses) return;
        auto const address = said(text_of(each, "local"));
        if (auto const bits = number_of(each, "prefixlen"); address && bits) out.push_back(fmt::format("{}/{}", *address, *bits));
    });
    std::ranges::sort(out);
    return out;
}

Words kind_of(bj::object const& link, std::filesystem::path const& device)
{
    if (auto const* info = link.if_contains("linkinfo"); info != nullptr && info->is_object()) {
        if (auto const kind = said(text_of(info->get_object(), "info_kind"))) return kind;
    }
    std::error_code error;
    if (std::filesystem::exists(device / "wireless", error) || std::filesystem::exists(device / "phy80211", error)) return "wireless";
    auto const type = text_of(link, "link_type");
    return type == "ether" ? Words("ethernet") : said(type);
}

// Tunnels do not know whether they are up; whether they were turned on says as much.
std::string state_of(bj::object const& link)
{
    auto const state = lower_ascii(text_of(link, "operstate"));
    if (!state.empty() && state != "unknown") return state;
    return lists(link, "flags", {"LOWER_UP"}) ? "up" : "unknown";
}

}  // namespace

std::vector<Interface> parse_interfaces(std::string_view text, std::filesystem::path const& root)
{
    std::vector<Interface> out;
    for_each_object(json::parse(text), [&](bj::object const& link) {
        auto const name = text_of(link, "ifname");
        if (name.empty() || text_of(link, "link_type") == "loopback") return;
        auto const device = root / "sys/class/net" / name;
        Interface found;
        found.name = said(name).value_or("");
        if (auto const mac = text_of(link, "address"); mac.contains(':') && mac.find_first_not_of("0:") != mac.npos) found.mac = said(mac);
        if (auto addresses = addresses_of(link); !addresses.empty()) found.addresses = std::move(addresses);
        found.kind = kind_of(link, device);
        found.state = state_of(link);
        if (auto const speed = number<std::int64_t>(contents(device / "speed")); speed > 0) found.speed_mbps = speed;
        found.mtu = number_of(link, "mtu");
        out.push_back(std::move(found));
    });
    return out;
}

std::vector<Neighbour> parse_neighbours(std::string_view text)
{
    std::vector<Neighbour> out;
    std::set<std::string> seen;
    for_each_object(json::parse(text), [&](bj::object const& each) {
        auto const address = said(text_of(each, "dst"));
        auto const mac = said(text_of(each, "lladdr"));
        if (!address || !mac || lists(each, "state", {"INCOMPLETE", "FAILED", "NOARP", "NONE"})) return;
        // A link-local address may answer on several links; the first one stands for it.
        if (seen.insert(*address).second) out.push_back({*address, mac, said(text_of(each, "dev"))});
    });
    return out;
}

}  // namespace mz::edge::facts
