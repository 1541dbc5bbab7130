#include "commands/commands.hpp"
#include "devices/devices.hpp"
#include "inventory.hpp"
#include "inventory_sql.hpp"
#include "machine_routes.hpp"
#include "network.hpp"
#include "pg/error.hpp"
#include "scanning.hpp"

#include <boost/json/serialize.hpp>

#include <chrono>

namespace mz::inventory {
namespace {

using namespace web;

pg::ConstraintMessage const network_taken{"discovery_network_taken", Failure::conflict, "This device already looks at this network."};

struct NetworkRow : NetworkFacts {
    std::optional<Timestamp> asked_at;
    std::optional<commands::CommandStatus> asked_status;
    std::optional<std::string> asked_output;
    std::optional<Timestamp> scan_ended_at;
    std::optional<std::int32_t> scan_hosts;
    std::optional<std::int32_t> scan_new_hosts;
    std::optional<std::int32_t> scan_quiet_hosts;
    std::optional<bool> scan_complete;
};
BOOST_DESCRIBE_STRUCT(NetworkRow, (NetworkFacts),
                      (asked_at, asked_status, asked_output, scan_ended_at, scan_hosts, scan_new_hosts, scan_quiet_hosts, scan_complete))

struct NetworkListArgs : NetworkFilter {
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(NetworkListArgs, (NetworkFilter), (now))

struct NetworkView {
    Uuid id;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(NetworkView, (), (id, now))

// What people may change of a network, with what follows from it.
struct Stored {
    Uuid id;
    NetworkName name;
    ScanMethod method = ScanMethod::hosts;
    std::optional<std::int32_t> every_hours;
    bool enabled = true;
    std::optional<Timestamp> next_scan_at;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(Stored, (), (id, name, method, every_hours, enabled, next_scan_at, at))

struct NewNetwork : Stored {
    Uuid device_id;
    std::string network;
};
BOOST_DESCRIBE_STRUCT(NewNetwork, (Stored), (device_id, network))

struct HostListArgs : HostFilter {
    Uuid network_id;
};
BOOST_DESCRIBE_STRUCT(HostListArgs, (HostFilter), (network_id))

InventorySettings const& settings_of(Request& rq) { return rq.services.get<InventorySettings>(); }

DiscoveryNetwork shown(NetworkRow row)
{
    DiscoveryNetwork network;
    static_cast<NetworkFacts&>(network) = row;
    if (row.asked_at && row.asked_status) network.asked = Asked{*row.asked_at, *row.asked_status, row.asked_output};
    if (row.scan_ended_at) {
        network.last_scan = LastScan{*row.scan_ended_at, row.scan_hosts.value_or(0), row.scan_new_hosts.value_or(0),
                                     row.scan_quiet_hosts.value_or(0), row.scan_complete.value_or(false)};
    }
    return network;
}

Task<DiscoveryNetwork> view(Request& rq, Uuid id)
{
    NetworkView const args{id, now()};
    auto row = co_await rq.db.one<NetworkRow>(sql::network_get{}, args);
    co_return shown(std::move(row));
}

Task<Page<DiscoveryNetwork>> list(Request& rq, Query<NetworkFilter> filter)
{
    NetworkListArgs args;
    static_cast<NetworkFilter&>(args) = filter.value;
    args.now = now();
    auto rows = co_await rq.db.page<NetworkRow>(sql::network_list{}, args);
    Page<DiscoveryNetwork> page;
    page.next = std::move(rows.next);
    page.total = rows.total;
    for (auto& row : rows.items) page.items.push_back(shown(std::move(row)));
    co_return page;
}

Task<DiscoveryNetwork> get(Request& rq, Path<NetworkPath> path) { co_return co_await view(rq, path->id); }

// The limits are those of the command that the device will be given.
std::string allowed_network(Request& rq, std::string const& text)
{
    commands::Args const args{{"network", {json::bj::serialize(json::bj::value(text))}}, {"method", {R"("hosts")"}}};
    try {
        commands::check_args(commands::CommandName::discover_network, args, rq.services.get<commands::CommandSettings>());
    } catch (Problem const& problem) {
        auto const why = problem.errors.empty() ? problem.detail : problem.errors.front().detail;
        throw Problem::invalid("/network", why);
    }
    auto const network = network_of(text);
    if (network.is_public && !settings_of(rq).discovery_public_networks)
        throw Problem::invalid("/network", "is part of the public internet, which is not looked at here");
    return network.written;
}

// A schedule begins at once.
std::optional<Timestamp> next_scan(Stored const& network)
{
    return network.enabled && network.every_hours ? std::optional(network.at) : std::nullopt;
}

// The appliance that is to look; one that the body names and nobody knows is a mistake in the body.
Task<void> require_appliance(Db& db, Uuid device)
{
    try {
        co_await devices::require_usable(db, device);
    } catch (Problem const& problem) {
        if (problem.failure != Failure::not_found) throw;
        throw Problem(Failure::unprocessable, "There is no such appliance.");
    }
}

Task<Created<DiscoveryNetwork>> create(Request& rq, Body<NetworkCreate> body, Tx& tx)
{
    co_await require_appliance(rq.db, body->device_id);
    NewNetwork network;
    network.id = Uuid::v7();
    network.device_id = body->device_id;
    network.network = allowed_network(rq, body->network);
    network.name = body->name.value_or(NetworkName(network.network));
    network.method = body->method.value_or(ScanMethod::hosts);
    if (body->every_hours) network.every_hours = static_cast<std::int32_t>(body->every_hours->value);
    network.enabled = body->enabled.value_or(true);
    network.at = now();
    network.next_scan_at = next_scan(network);
    co_await tx.run(sql::network_create{}, network);
    rq.audit_target(network.id);
    auto made = co_await view(rq, network.id);
    co_return Created<DiscoveryNetwork>{std::move(made)};
}

Task<DiscoveryNetwork> update(Request& rq, Path<NetworkPath> path, Body<NetworkPatch> patch, Tx& tx)
{
    auto const version = co_await tx.one<std::int64_t>(sql::network_lock{}, path.value);
    rq.check_version(version);
    auto const before = co_await view(rq, path->id);
    Stored after{path->id, before.name, before.method, before.every_hours, before.enabled, before.next_scan_at, now()};
    patch->name.apply_to(after.name);
    patch->method.apply_to(after.method);
    patch->enabled.apply_to(after.enabled);
    if (patch->every_hours.given) {
        after.every_hours.reset();
        if (patch->every_hours.value) after.every_hours = static_cast<std::int32_t>(patch->every_hours.value->value);
    }
    bool const same_schedule = after.enabled == before.enabled && after.every_hours == before.every_hours;
    if (!same_schedule) after.next_scan_at = next_scan(after);
    co_await tx.run(sql::network_update{}, after);
    auto changed = co_await view(rq, path->id);
    rq.audit_change(before, changed);
    co_return changed;
}

Task<void> remove(Request&, Path<NetworkPath> path, Tx& tx) { co_await tx.one<Uuid>(sql::network_delete{}, path.value); }

// A network that was asked for and not answered yet is not asked for twice.
Task<DiscoveryNetwork> scan(Request& rq, Path<NetworkPath> path, Tx& tx)
{
    co_await tx.one<std::int64_t>(sql::network_lock{}, path.value);
    auto before = co_await view(rq, path->id);
    if (!before.enabled) throw Problem(Failure::conflict, "This network is switched off.");
    if (before.asked &&
        (before.asked->status == commands::CommandStatus::queued || before.asked->status == commands::CommandStatus::delivered))
        co_return before;
    co_await devices::require_usable(rq.db, before.device_id);
    ScanOrder const order{before.id, before.device_id, before.network, before.method};
    co_await order_scan(tx, order, settings_of(rq));
    co_return co_await view(rq, path->id);
}

Task<Page<NetworkScan>> scans(Request& rq, Query<ScanFilter> filter)
{
    co_return co_await rq.db.page<NetworkScan>(sql::scan_list{}, filter.value);
}

Task<Page<NetworkHost>> hosts(Request& rq, Path<NetworkPath> path, Query<HostFilter> filter)
{
    HostListArgs args;
    static_cast<HostFilter&>(args) = filter.value;
    args.network_id = path->id;
    auto page = co_await rq.db.page<NetworkHost>(sql::host_list{}, args);
    if (page.items.empty()) co_await view(rq, path->id);
    co_return page;
}

}  // namespace

std::vector<Route> network_routes()
{
    constexpr Permission read{"discovery:read"};
    constexpr Permission write{"discovery:write"};
    std::vector<Route> all;
    auto const path = std::string("/api/v1/discovery-networks");
    auto const one = path + "/{id}";
    all.push_back(route(Verb::get, path, read, "discovery_network_list", "List the networks that devices look at", list));
    all.push_back(route(Verb::get, one, read, "discovery_network_get", "Fetch one network that a device looks at", get));
    all.push_back(route(Verb::post, path, write, "discovery_network_create", "Let a device look at a network", create));
    all.push_back(route(Verb::patch, one, write, "discovery_network_update", "Change how a network is looked at", update));
    all.push_back(route(Verb::del, one, write, "discovery_network_delete", "No longer look at a network", remove));
    all.push_back(route(Verb::post, one + "/scan", write, "discovery_network_scan", "Have a network looked at now", scan));
    all.push_back(route(Verb::get, one + "/hosts", read, "discovery_network_hosts", "List the hosts of a network", hosts));
    all.push_back(route(Verb::get, "/api/v1/network-scans", read, "network_scan_list", "List the looks at networks", scans));
    return all;
}

}  // namespace mz::inventory
