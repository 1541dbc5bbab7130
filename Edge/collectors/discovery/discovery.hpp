#pragma once
#include "collectors/discovery/guard.hpp"
#include "collectors/discovery/scan.hpp"
#include "collectors/discovery/settings.hpp"
#include "collectors/programs.hpp"
#include "core/task.hpp"
#include "spool/spool.hpp"

#include <chrono>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace mz::edge {

// Looks which hosts are in a network, and what they offer, when it is told to and where it may. One network at a time. What it has started
// ends with it.
class NetworkDiscovery {
public:
    struct Outcome {
        std::size_t hosts = 0;
        std::chrono::seconds took{};
        std::string problem;  // why it is not complete; empty where it is
    };

    // Events have at most `event_bytes`.
    NetworkDiscovery(asio::io_context& io, Spool& spool, DiscoverySettings settings, std::size_t event_bytes);

    // What was found is in the spool when this returns, also where it is not complete. Throws Problem where it may not be done.
    Task<Outcome> scan(std::string network, std::string method);

private:
    Task<FoundHosts> neighbours(Network network);
    Task<NmapReport> run_nmap(std::vector<std::string> arguments);
    Task<NmapReport> find_hosts(std::vector<std::string> target, bool v6);
    Task<NmapReport> find_services(std::vector<std::string> addresses, bool v6);
    Task<std::map<std::string, std::string>> find_names(std::vector<std::string> addresses);
    std::vector<std::string> common_arguments(bool v6) const;
    std::chrono::seconds left() const;

    asio::io_context& io_;
    Spool& spool_;
    DiscoverySettings settings_;
    std::size_t event_bytes_;
    NetworkGuard guard_;
    Programs programs_;
    std::chrono::steady_clock::time_point deadline_;
    bool busy_ = false;
};

}  // namespace mz::edge
