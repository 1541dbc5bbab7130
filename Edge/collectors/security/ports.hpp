#pragma once
#include "collectors/security/alert.hpp"
#include "collectors/security/listeners.hpp"

#include <boost/describe.hpp>

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace mz::edge {

struct PortSettings {
    std::int64_t edge_port_scan_seconds = 2;
    // A port that closes is remembered this long, so that restarting a service is no news.
    std::int64_t edge_port_forget_seconds = 60;
    // More new ports than this at once become one alert.
    std::size_t edge_port_max_alerts = 20;
};
BOOST_DESCRIBE_STRUCT(PortSettings, (), (edge_port_scan_seconds, edge_port_forget_seconds, edge_port_max_alerts))

// An alert and the listeners it is about, which are known from then on.
struct PortAlert {
    Alert alert;
    std::vector<Listener> opened;
};

// Knows which ports are open, and says what is new. Decides only; reading /proc and keeping the baseline on disk is others' work.
class PortMonitor {
public:
    using Clock = std::chrono::steady_clock;

    PortMonitor(PortSettings settings, std::vector<Listener> known);

    // What is open now. Both versions of IP and all addresses of one port are one alert.
    std::vector<PortAlert> update(Listeners const& open, Clock::time_point at,
                                  std::function<std::map<std::uint64_t, ProcessInfo>(std::vector<std::uint64_t>)> const& processes);
    // Whether the known listeners are others than at the last call of known().
    bool changed() const { return changed_; }
    std::vector<Listener> known();

private:
    PortSettings settings_;
    std::map<Listener, Clock::time_point> known_;  // when last seen
    bool changed_ = false;
};

// How bad it is that this opened: what only this machine can reach is low, a well-known port of a system service is high.
Severity severity_of(std::vector<Listener> const& listeners);

}  // namespace mz::edge
