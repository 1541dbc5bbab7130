#pragma once
#include <boost/describe.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace mz::edge {

struct DiscoverySettings {
    // Networks that this appliance may look into, whoever asks; "none" forbids it altogether.
    std::vector<std::string> edge_discovery_networks{"10.0.0.0/8",     "172.16.0.0/12", "192.168.0.0/16",
                                                     "169.254.0.0/16", "fc00::/7",      "fe80::/10"};
    int edge_discovery_v4_prefix_least = 20;  // the largest networks, by the length of their prefix
    int edge_discovery_v6_prefix_least = 116;
    std::int64_t edge_discovery_max_rate = 100;      // packets a second
    int edge_discovery_timing = 3;                   // nmap's -T: 2 waits 0.4 s between any two packets, 4 hurries
    int edge_discovery_ports = 100;                  // how many of the most usual ports `services` looks at
    std::int64_t edge_discovery_host_seconds = 300;  // for one host, before it is left alone
    std::int64_t edge_discovery_seconds = 1800;      // for all of it
    std::int64_t edge_discovery_names_seconds = 60;  // for the local resolver to name what was found
    bool edge_discovery_guess_os = false;            // takes long, and is often wrong
    std::size_t edge_discovery_max_output_bytes = 32 * 1024 * 1024;
    std::string edge_discovery_nmap = "nmap";
};
BOOST_DESCRIBE_STRUCT(DiscoverySettings, (),
                      (edge_discovery_networks, edge_discovery_v4_prefix_least, edge_discovery_v6_prefix_least, edge_discovery_max_rate,
                       edge_discovery_timing, edge_discovery_ports, edge_discovery_host_seconds, edge_discovery_seconds,
                       edge_discovery_names_seconds, edge_discovery_guess_os, edge_discovery_max_output_bytes, edge_discovery_nmap))

}  // namespace mz::edge
