#include "machine_routes.hpp"
#include "inventory_sql.hpp"
#include "sections.hpp"
#include "views.hpp"

#include <utility>

namespace mz::inventory {
namespace {

using namespace web;
using json::bj::object;

struct FindingArgs : ListQuery {
    Uuid ci_id;
    Section section = Section::system;
};
BOOST_DESCRIBE_STRUCT(FindingArgs, (ListQuery), (ci_id, section))

// An item as it is stored. `other_ci_id` is the CI that the item itself is.
struct Finding {
    Uuid id;
    std::string key;
    json::Raw data;
    Timestamp first_seen_at;
    std::optional<Uuid> other_ci_id;
};
BOOST_DESCRIBE_STRUCT(Finding, (), (id, key, data, first_seen_at, other_ci_id))

struct InstalledArgs : InstalledFilter {
    Uuid ci_id;
};
BOOST_DESCRIBE_STRUCT(InstalledArgs, (InstalledFilter), (ci_id))

std::optional<std::string> text(object const& item, std::string_view member)
{
    auto said = text_of(item, member);
    return said.empty() ? std::nullopt : std::optional(std::move(said));
}

std::optional<std::int64_t> count(object const& item, std::string_view member)
{
    auto const number = number_of(item, member);
    return number ? std::optional(static_cast<std::int64_t>(*number)) : std::nullopt;
}

std::vector<std::string> texts(object const& item, std::string_view member)
{
    std::vector<std::string> out;
    auto const* list = item.if_contains(member);
    if (list == nullptr || !list->is_array()) return out;
    for (auto const& each : list->get_array()) {
        if (each.is_string()) out.emplace_back(each.get_string());
    }
    return out;
}

void read(CiService& out, object const& item)
{
    out.name = text_of(item, "name");
    out.state = text(item, "state");
    if (auto const* enabled = item.if_contains("enabled"); enabled != nullptr && enabled->is_bool()) out.enabled = enabled->get_bool();
    out.description = text(item, "description");
}

void read(CiListener& out, object const& item)
{
    out.protocol = text_of(item, "protocol");
    out.address = text_of(item, "address");
    out.port = count(item, "port").value_or(0);
    out.process = text(item, "process");
}

void read(CiInterface& out, object const& item)
{
    out.name = text_of(item, "name");
    out.mac = text(item, "mac");
    out.addresses = texts(item, "addresses");
    out.kind = text(item, "kind");
    out.state = text(item, "state");
    out.speed_mbps = count(item, "speed_mbps");
    out.mtu = count(item, "mtu");
}

void read(CiNeighbour& out, object const& item)
{
    out.address = text_of(item, "address");
    out.mac = text(item, "mac");
    out.interface = text(item, "interface");
}

void read(CiDisk& out, object const& item)
{
    out.name = text_of(item, "name");
    out.model = text(item, "model");
    out.serial_number = text(item, "serial_number");
    out.size_bytes = count(item, "size_bytes");
    out.kind = text(item, "kind");
    auto const* mounts = item.if_contains("mounts");
    if (mounts == nullptr || !mounts->is_array()) return;
    for (auto const& each : mounts->get_array()) {
        if (auto const* mount = each.if_object())
            out.mounts.push_back({text_of(*mount, "path"), text(*mount, "filesystem"), count(*mount, "size_bytes")});
    }
}

void read(CiCertificate& out, object const& item)
{
    out.fingerprint = text_of(item, "fingerprint");
    out.subject = text(item, "subject");
    out.issuer = text(item, "issuer");
    out.names = texts(item, "names");
    out.serial = text(item, "serial");
    out.not_before = Timestamp::parse(text_of(item, "not_before"));
    out.not_after = Timestamp::parse(text_of(item, "not_after"));
    out.key = text(item, "key");
    out.endpoints = texts(item, "endpoints");
}

Task<void> require_ci(Db& db, Uuid ci)
{
    CiPath const path{ci};
    co_await db.one<Uuid>(sql::ci_known{}, path);
}

template <class Item, Section section>
Task<Page<Item>> findings(Request& rq, Path<CiPath> path, Query<ListQuery> query)
{
    FindingArgs args;
    static_cast<ListQuery&>(args) = query.value;
    args.ci_id = path->id;
    args.section = section;
    auto rows = co_await rq.db.page<Finding>(sql::ci_findings{}, args);
    if (rows.items.empty()) co_await require_ci(rq.db, path->id);
    Page<Item> page;
    page.next = std::move(rows.next);
    page.total = rows.total;
    for (auto const& row : rows.items) {
        auto const data = json::parse(row.data.text);
        Item item;
        item.id = row.id;
        item.first_seen_at = row.first_seen_at;
        if constexpr (requires { item.ci_id; }) item.ci_id = row.other_ci_id;
        read(item, data.as_object());
        page.items.push_back(std::move(item));
    }
    co_return page;
}

Task<Page<InstalledSoftware>> software(Request& rq, Path<CiPath> path, Query<InstalledFilter> filter)
{
    InstalledArgs args;
    static_cast<InstalledFilter&>(args) = filter.value;
    args.ci_id = path->id;
    Page<InstalledSoftware> page;
    if (args.removed.value_or(false)) page = co_await rq.db.page<InstalledSoftware>(sql::ci_software_removed{}, args);
    else page = co_await rq.db.page<InstalledSoftware>(sql::ci_software{}, args);
    if (page.items.empty()) co_await require_ci(rq.db, path->id);
    co_return page;
}

Task<CiInventory> inventory(Request& rq, Path<CiPath> path)
{
    CiInventory answer;
    answer.devices = co_await rq.db.all<CiDevice>(sql::ci_devices{}, path.value);
    answer.sections = co_await rq.db.all<CiSection>(sql::ci_sections{}, path.value);
    if (answer.devices.empty()) co_await require_ci(rq.db, path->id);
    co_return answer;
}

Task<DeviceCi> device_ci(Request& rq, Path<CiPath> path) { co_return co_await rq.db.one<DeviceCi>(sql::device_ci{}, path.value); }

}  // namespace

std::vector<Route> machine_routes()
{
    constexpr Permission read{"cis:read"};
    std::vector<Route> all;
    auto const of_ci = [&](std::string const& what) { return "/api/v1/cis/{id}/" + what; };
    all.push_back(route(Verb::get, of_ci("inventory"), read, "ci_inventory", "Which appliances tell of a CI, and since when", inventory));
    all.push_back(route(Verb::get, of_ci("software"), read, "ci_software", "What is installed on a CI", software));
    all.push_back(route(Verb::get, of_ci("services"), read, "ci_services", "A CI's services", findings<CiService, Section::services>));
    all.push_back(
        route(Verb::get, of_ci("listeners"), read, "ci_listeners", "Ports that a CI listens on", findings<CiListener, Section::listeners>));
    all.push_back(
        route(Verb::get, of_ci("interfaces"), read, "ci_interfaces", "A CI's interfaces", findings<CiInterface, Section::interfaces>));
    all.push_back(route(Verb::get, of_ci("neighbours"), read, "ci_neighbours", "Who a CI sees in its networks",
                        findings<CiNeighbour, Section::neighbours>));
    all.push_back(route(Verb::get, of_ci("disks"), read, "ci_disks", "A CI's disks", findings<CiDisk, Section::disks>));
    all.push_back(route(Verb::get, of_ci("certificates"), read, "ci_certificates", "Certificates that a CI shows",
                        findings<CiCertificate, Section::certificates>));
    all.push_back(route(Verb::get, "/api/v1/devices/{id}/ci", read, "device_ci", "The CI that a device runs on", device_ci));
    return all;
}

}  // namespace mz::inventory
