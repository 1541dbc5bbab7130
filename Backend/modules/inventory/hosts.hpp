#pragma once
#include "cmdb/cmdb.hpp"
#include "sections.hpp"

#include <boost/describe.hpp>

#include <map>
#include <optional>
#include <string>

namespace mz::inventory {

// A host as a scan saw it.
struct Host {
    std::string key;  // its MAC address, or its address where it is not seen on the wire
    std::string address;
    std::optional<std::string> mac;
    std::optional<std::string> vendor;
    std::optional<std::string> hostname;
    std::optional<double> latency_ms;
    std::optional<json::Raw> ports;  // nothing where nobody looked
    std::optional<std::string> os_name;
    std::optional<std::int32_t> os_accuracy;
};
BOOST_DESCRIBE_STRUCT(Host, (), (key, address, mac, vendor, hostname, latency_ms, ports, os_name, os_accuracy))

// Pure. Nothing for a host without an address. `own`: the MAC addresses of the scanning device by its own addresses, because it does not
// see itself on the wire.
std::optional<Host> host_of(json::bj::object const& item, std::map<std::string, std::string> const& own);

// What a host is, by evidence only: ports that only printers have open, makers that make nothing but network devices. A guess at the
// operating system is no evidence.
std::string host_class(Host const& host);

cmdb::Observation observation_of(Host const& host, Timestamp at);

}  // namespace mz::inventory
