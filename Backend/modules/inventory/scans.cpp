#include "scans.hpp"

#include "cmdb_relations/cmdb_relations.hpp"
#include "core/log.hpp"
#include "hosts.hpp"
#include "inventory_sql.hpp"
#include "machines.hpp"
#include "pg/registry.hpp"

#include <boost/json/serialize.hpp>

#include <algorithm>
#include <set>

namespace mz::inventory {
namespace {

constexpr auto network_key = "network";  // of the network's own record in its source

struct OfDevice {
    Uuid device_id;
    std::string network;
};
BOOST_DESCRIBE_STRUCT(OfDevice, (), (device_id, network))

struct Network {
    Uuid id;
    std::string name;
    std::string network;
};
BOOST_DESCRIBE_STRUCT(Network, (), (id, name, network))

struct NewScan {
    Uuid id;
    Uuid network_id;
    ScanMethod method = ScanMethod::hosts;
    Timestamp started_at;
    Timestamp ended_at;
    bool complete = false;
    std::int32_t parts = 1;
};
BOOST_DESCRIBE_STRUCT(NewScan, (), (id, network_id, method, started_at, ended_at, complete, parts))

struct LockedScan {
    Uuid id;
    std::int32_t parts = 1;
    bool complete = false;
    Timestamp ended_at;
    std::optional<Timestamp> taken_at;
};
BOOST_DESCRIBE_STRUCT(LockedScan, (), (id, parts, complete, ended_at, taken_at))

struct PartRow {
    Uuid scan_id;
    std::int32_t part = 1;
    json::Raw hosts;
};
BOOST_DESCRIBE_STRUCT(PartRow, (), (scan_id, part, hosts))

struct OfScan {
    Uuid scan_id;
};
BOOST_DESCRIBE_STRUCT(OfScan, (), (scan_id))

struct OfRecord {
    Uuid record_id;
};
BOOST_DESCRIBE_STRUCT(OfRecord, (), (record_id))

struct OfNetwork {
    Uuid network_id;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(OfNetwork, (), (network_id, at))

struct KnownHost {
    std::string key;
    Timestamp seen_at;
    bool quiet = false;
};
BOOST_DESCRIBE_STRUCT(KnownHost, (), (key, seen_at, quiet))

struct HostRow : Host {
    Uuid network_id;
    Uuid id;
    Uuid record_id;
    Uuid ci_id;
    Timestamp at;
    bool quiet = false;
};
BOOST_DESCRIBE_STRUCT(HostRow, (Host), (network_id, id, record_id, ci_id, at, quiet))

struct Outcome {
    Uuid scan_id;
    std::int32_t hosts = 0;
    std::int32_t new_hosts = 0;
    std::int32_t quiet_hosts = 0;
    Timestamp taken_at;
};
BOOST_DESCRIBE_STRUCT(Outcome, (), (scan_id, hosts, new_hosts, quiet_hosts, taken_at))

// The MAC addresses of the scanning machine by its own addresses.
Task<std::map<std::string, std::string>> own_addresses(web::Tx& tx, Uuid device)
{
    OfDevice const of{device, {}};
    std::map<std::string, std::string> out;
    auto const machine = co_await tx.maybe<MachineRecord>(sql::machine_find{}, of);
    if (!machine) co_return out;
    OfRecord const of_record{machine->record_id};
    auto const interfaces = co_await tx.all<json::Raw>(sql::own_addresses{}, of_record);
    for (auto const& raw : interfaces) {
        auto const interface = json::parse(raw.text).as_object();
        auto const* addresses = interface.if_contains("addresses");
        auto const mac = text_of(interface, "mac");
        if (mac.empty() || addresses == nullptr || !addresses->is_array()) continue;
        for (auto const& each : addresses->get_array()) {
            if (!each.is_string()) continue;
            std::string_view const text(each.get_string());
            out.emplace(text.substr(0, text.find('/')), mac);
        }
    }
    co_return out;
}

// The hosts of all parts, each once.
Task<std::map<std::string, Host>> hosts_of(web::Tx& tx, Uuid device, Uuid scan)
{
    auto const own = co_await own_addresses(tx, device);
    OfScan const of_scan{scan};
    auto const parts = co_await tx.all<json::Raw>(sql::scan_part_list{}, of_scan);
    std::map<std::string, Host> out;
    for (auto const& part : parts) {
        auto const list = json::parse(part.text);
        for (auto const& item : list.as_array()) {
            auto host = host_of(item.as_object(), own);
            if (!host) continue;
            auto key = host->key;
            out.insert_or_assign(std::move(key), std::move(*host));
        }
    }
    co_return out;
}

cmdb::Observation observation_of(Network const& network, Timestamp at)
{
    cmdb::Observation out;
    out.key = network_key;
    out.class_key = "network";
    out.at = at;
    out.attributes["name"].text = json::bj::serialize(json::bj::value(network.name));
    out.attributes["cidr"].text = json::bj::serialize(json::bj::value(network.network));
    return out;
}

// The scan is whole: its hosts become observations in the network's own source, and the network's hosts are as it saw them.
Task<void> take_whole(web::Tx& tx, Uuid tenant, Uuid device, Network network, LockedScan scan, Settings settings)
{
    auto const at = scan.ended_at;
    auto const hosts = co_await hosts_of(tx, device, scan.id);
    cmdb::SourceOf source_of{cmdb_model::SourceKind::discovery, network.id.to_string(), network.name, settings.cmdb_discovery_quiet_hours};
    auto const source = co_await cmdb::source(tx, std::move(source_of));
    std::vector<cmdb::Observation> observations;
    observations.push_back(observation_of(network, at));
    for (auto const& [key, host] : hosts) observations.push_back(observation_of(host, at));
    auto const observed = co_await cmdb::observe(tx, tenant, source, std::move(observations));
    std::vector<cmdb_relations::ObservedRelation> relations;
    for (std::size_t i = 1; i < observed.size(); ++i) relations.push_back({"in_network", observed[i].record_id, observed[0].record_id});
    if (!relations.empty()) {
        std::vector<Uuid> nothing_complete;  // a host that is switched off is still of its network
        co_await cmdb_relations::observe_relations(tx, tenant, source, at, std::move(relations), std::move(nothing_complete));
    }

    OfNetwork const of_network{network.id, at};
    auto const superseded = co_await tx.one<bool>(sql::scan_superseded{}, of_network);
    auto const rows = co_await tx.all<KnownHost>(sql::host_keys{}, of_network);
    std::set<std::string> known;
    for (auto const& row : rows) known.insert(row.key);
    Outcome outcome{scan.id, static_cast<std::int32_t>(hosts.size()), 0, 0, now()};
    std::size_t i = 1;
    std::vector<pg::Statement> statements;
    for (auto const& [key, host] : hosts) {
        HostRow row;
        static_cast<Host&>(row) = host;
        row.network_id = network.id;
        row.id = Uuid::v7();
        row.record_id = observed[i].record_id;
        row.ci_id = observed[i].ci_id;
        row.at = at;
        row.quiet = superseded;
        ++i;
        if (!known.contains(key)) ++outcome.new_hosts;
        statements.push_back(pg::statement<sql::host_put>(row, tx.entry()));
    }
    pg::registered<sql::host_put, void>();
    if (!statements.empty()) co_await tx.send(std::move(statements));
    // What an unfinished scan did not see may be there.
    if (scan.complete) outcome.quiet_hosts = static_cast<std::int32_t>(co_await tx.run(sql::hosts_quiet{}, of_network));
    co_await tx.run(sql::scan_take{}, outcome);
    OfScan const of_scan{scan.id};
    co_await tx.run(sql::scan_parts_delete{}, of_scan);
}

Task<void> take_part(web::Tx& tx, Uuid tenant, Uuid device, ScanPart part, Settings settings)
{
    OfDevice const of{device, part.network};
    auto const network = co_await tx.maybe<Network>(sql::scan_network_find{}, of);
    if (!network) {
        log::info("a scan of a network that nobody asked for is passed over", {{"device", device}, {"network", part.network}});
        co_return;
    }
    NewScan const scan{Uuid::v7(), network->id, part.method, part.started_at, part.ended_at, part.complete, part.parts};
    co_await tx.run(sql::scan_ensure{}, scan);
    auto const locked = co_await tx.one<LockedScan>(sql::scan_lock{}, scan);
    if (locked.taken_at || part.part > locked.parts) co_return;
    PartRow const row{locked.id, part.part, {json::bj::serialize(part.hosts)}};
    co_await tx.run(sql::scan_part_put{}, row);
    OfScan const of_scan{locked.id};
    if (co_await tx.one<std::int64_t>(sql::scan_part_count{}, of_scan) < locked.parts) co_return;
    co_await take_whole(tx, tenant, device, *network, locked, settings);
}

}  // namespace

Task<void> take_scans(web::Tx& tx, Uuid tenant, Uuid device, std::vector<ScanPart> parts, Settings settings)
{
    for (auto const& part : parts) co_await take_part(tx, tenant, device, part, settings);
}

}  // namespace mz::inventory
