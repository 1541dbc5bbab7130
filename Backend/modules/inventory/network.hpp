#pragma once
#include "commands/commands.hpp"
#include "core/clock.hpp"
#include "core/text.hpp"
#include "core/uuid.hpp"
#include "json/value.hpp"
#include "sections.hpp"
#include "web/page.hpp"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mz::inventory {

using NetworkName = Text<1, 200>;
using Hours = Int<1, 8760>;

// The last time that the device was asked to look.
struct Asked {
    Timestamp at;
    commands::CommandStatus status = commands::CommandStatus::queued;
    std::optional<std::string> output;
};
BOOST_DESCRIBE_STRUCT(Asked, (), (at, status, output))

struct LastScan {
    Timestamp ended_at;
    std::int32_t hosts = 0;
    std::int32_t new_hosts = 0;
    std::int32_t quiet_hosts = 0;
    bool complete = true;
};
BOOST_DESCRIBE_STRUCT(LastScan, (), (ended_at, hosts, new_hosts, quiet_hosts, complete))

struct NetworkFacts {
    Uuid id;
    Uuid device_id;
    std::string device_name;
    std::string network;  // "192.168.1.0/24"
    NetworkName name;
    ScanMethod method = ScanMethod::hosts;
    std::optional<std::int32_t> every_hours;  // only by hand where there are none
    bool enabled = true;
    std::optional<Timestamp> next_scan_at;
    std::optional<Uuid> ci_id;  // of the network itself, once it has been looked at
    Timestamp created_at;
    Timestamp updated_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(NetworkFacts, (),
                      (id, device_id, device_name, network, name, method, every_hours, enabled, next_scan_at, ci_id, created_at, updated_at,
                       version))

// A network that a device of the tenant may look at.
struct DiscoveryNetwork : NetworkFacts {
    std::optional<Asked> asked;
    std::optional<LastScan> last_scan;
};
BOOST_DESCRIBE_STRUCT(DiscoveryNetwork, (NetworkFacts), (asked, last_scan))

struct NetworkFilter : web::ListQuery {
    std::optional<Uuid> device_id;
};
BOOST_DESCRIBE_STRUCT(NetworkFilter, (web::ListQuery), (device_id))

struct NetworkCreate {
    Uuid device_id;
    Text<1, 50> network;
    std::optional<NetworkName> name;  // the network's address where it is left out
    std::optional<ScanMethod> method;
    std::optional<Hours> every_hours;
    std::optional<bool> enabled;
};
BOOST_DESCRIBE_STRUCT(NetworkCreate, (), (device_id, network, name, method, every_hours, enabled))

struct NetworkPatch {
    json::Patched<NetworkName> name;
    json::Patched<ScanMethod> method;
    json::Patched<std::optional<Hours>> every_hours;  // null: only by hand
    json::Patched<bool> enabled;
};
BOOST_DESCRIBE_STRUCT(NetworkPatch, (), (name, method, every_hours, enabled))

struct NetworkPath {
    Uuid id;
};
BOOST_DESCRIBE_STRUCT(NetworkPath, (), (id))

struct ScanFilter : web::ListQuery {
    std::optional<Uuid> network_id;
};
BOOST_DESCRIBE_STRUCT(ScanFilter, (web::ListQuery), (network_id))

// A look at a network. Without `taken_at` a part of it has not come yet.
struct NetworkScan {
    Uuid id;
    Uuid network_id;
    std::string network;
    std::string network_name;
    ScanMethod method = ScanMethod::hosts;
    Timestamp started_at;
    Timestamp ended_at;
    bool complete = true;
    std::int32_t hosts = 0;
    std::int32_t new_hosts = 0;
    std::int32_t quiet_hosts = 0;
    std::optional<Timestamp> taken_at;
};
BOOST_DESCRIBE_STRUCT(NetworkScan, (),
                      (id, network_id, network, network_name, method, started_at, ended_at, complete, hosts, new_hosts, quiet_hosts,
                       taken_at))

struct HostFilter : web::ListQuery {
    std::optional<bool> quiet;
};
BOOST_DESCRIBE_STRUCT(HostFilter, (web::ListQuery), (quiet))

// A host as it was last seen. `ports` is [{port, protocol, state, service, product, version}] as the scan says it, null where nobody
// looked; the operating system is a guess with its accuracy in percent.
struct NetworkHost {
    Uuid id;
    std::string address;
    std::optional<std::string> mac;
    std::optional<std::string> vendor;
    std::optional<std::string> hostname;
    std::optional<double> latency_ms;
    std::optional<json::Raw> ports;
    std::optional<std::string> os_name;
    std::optional<std::int32_t> os_accuracy;
    Uuid ci_id;
    std::string ci_name;
    std::string ci_class;
    Timestamp first_seen_at;
    Timestamp seen_at;
    bool quiet = false;
};
BOOST_DESCRIBE_STRUCT(NetworkHost, (),
                      (id, address, mac, vendor, hostname, latency_ms, ports, os_name, os_accuracy, ci_id, ci_name, ci_class, first_seen_at,
                       seen_at, quiet))

}  // namespace mz::inventory
