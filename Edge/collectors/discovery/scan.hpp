#pragma once
#include "core/clock.hpp"

#include <boost/describe.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mz::edge {

BOOST_DEFINE_ENUM_CLASS(ScanMethod, hosts, services)

// The shapes of what a look into a network found, as the Cloud reads them: what is not known is left out.
struct FoundPort {
    static constexpr bool foreign = true;
    int port = 0;
    std::string protocol;
    std::string state;
    std::optional<std::string> service;
    std::optional<std::string> product;
    std::optional<std::string> version;
};
BOOST_DESCRIBE_STRUCT(FoundPort, (), (port, protocol, state, service, product, version))

struct OsGuess {
    std::string name;
    int accuracy = 0;  // in percent, as nmap says it; seldom as good as it sounds
};
BOOST_DESCRIBE_STRUCT(OsGuess, (), (name, accuracy))

struct FoundHost {
    static constexpr bool foreign = true;
    std::string address;
    std::optional<std::string> mac;
    std::optional<std::string> vendor;
    std::optional<std::string> hostname;
    std::optional<double> latency_ms;
    std::optional<std::vector<FoundPort>> ports;  // the open ones, where they were looked for
    std::optional<OsGuess> os_guess;
};
BOOST_DESCRIBE_STRUCT(FoundHost, (), (address, mac, vendor, hostname, latency_ms, ports, os_guess))

using FoundHosts = std::map<std::string, FoundHost>;  // by address

// Adds what `more` knows.
void merge(FoundHosts& hosts, FoundHosts more);

// What nmap's XML says. Where that breaks off, what was said until then.
struct NmapReport {
    FoundHosts hosts;
    std::size_t skipped = 0;  // addresses that this machine has no way to
    bool finished = false;
    std::string error;
};
NmapReport parse_nmap(std::string_view xml);

// One look into a network. Its hosts may need several events.
struct Scan {
    std::string network;
    ScanMethod method = ScanMethod::hosts;
    Timestamp started_at;
    Timestamp ended_at;
    bool complete = false;
};
std::vector<std::string> scan_events(Scan const& scan, FoundHosts const& hosts, std::size_t max_bytes);

}  // namespace mz::edge
