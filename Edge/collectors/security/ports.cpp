#include "collectors/security/ports.hpp"

#include "json/write.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <functional>
#include <utility>

namespace mz::edge {
namespace {

constexpr int first_unprivileged_port = 1024;
constexpr std::size_t max_listed_ports = 200;

struct PortDetail {
    std::string protocol;
    int port = 0;
    std::vector<std::string> addresses;
    std::optional<ProcessInfo> process;
};
BOOST_DESCRIBE_STRUCT(PortDetail, (), (protocol, port, addresses, process))

struct ManyPorts {
    std::vector<Listener> listeners;  // the first of them
};
BOOST_DESCRIBE_STRUCT(ManyPorts, (), (listeners))

std::string title_of(PortDetail const& detail, bool local)
{
    auto const who = detail.process ? detail.process->name : "A process";
    return fmt::format("{} opened {} port {} {}", who, detail.protocol == "tcp" ? "TCP" : "UDP", detail.port,
                       local ? "to this machine only" : fmt::format("on {}", fmt::join(detail.addresses, ", ")));
}

}  // namespace

Severity severity_of(std::vector<Listener> const& listeners)
{
    auto const local = [](Listener const& listener) { return is_loopback(listener.address); };
    auto const well_known = [&](Listener const& listener) { return !local(listener) && listener.port < first_unprivileged_port; };
    if (std::ranges::all_of(listeners, local)) return Severity::low;
    return std::ranges::any_of(listeners, well_known) ? Severity::high : Severity::medium;
}

PortMonitor::PortMonitor(PortSettings settings, std::vector<Listener> known) : settings_(settings)
{
    // What closed while the agent was down gets the same grace from now on.
    for (auto& listener : known) known_.emplace(std::move(listener), Clock::now());
}

std::vector<PortAlert> PortMonitor::update(Listeners const& open, Clock::time_point at,
                                           std::function<std::map<std::uint64_t, ProcessInfo>(std::vector<std::uint64_t>)> const& processes)
{
    std::map<std::pair<std::string, int>, std::vector<Listener>> opened;
    std::vector<std::uint64_t> inodes;
    for (auto const& [listener, inode] : open) {
        auto const [seen, is_new] = known_.insert_or_assign(listener, at);
        if (!is_new) continue;
        opened[{listener.protocol, listener.port}].push_back(listener);
        inodes.push_back(inode);
    }
    auto const grace = std::chrono::seconds(settings_.edge_port_forget_seconds);
    auto const closed = std::erase_if(known_, [&](auto const& entry) { return entry.second + grace < at; });
    changed_ = changed_ || closed > 0 || !opened.empty();
    if (opened.empty()) return {};

    if (opened.size() > settings_.edge_port_max_alerts) {
        ManyPorts all;
        for (auto const& [port, listeners] : opened) all.listeners.insert(all.listeners.end(), listeners.begin(), listeners.end());
        auto const everything = all.listeners;
        if (all.listeners.size() > max_listed_ports) all.listeners.resize(max_listed_ports);
        auto const title = fmt::format("{} ports were opened at once", opened.size());
        return {{{severity_of(everything), title, "listening-port-opened", {json::write(all)}}, everything}};
    }
    auto const by_inode = processes(inodes);
    std::vector<PortAlert> out;
    for (auto const& [key, listeners] : opened) {
        PortDetail detail{key.first, key.second, {}, {}};
        for (auto const& listener : listeners) {
            detail.addresses.push_back(listener.address);
            if (auto const found = by_inode.find(open.at(listener)); found != by_inode.end()) detail.process = found->second;
        }
        auto const severity = severity_of(listeners);
        auto const title = title_of(detail, severity == Severity::low);
        out.push_back({{severity, title, "listening-port-opened", {json::write(detail)}}, listeners});
    }
    return out;
}

std::vector<Listener> PortMonitor::known()
{
    changed_ = false;
    std::vector<Listener> out;
    out.reserve(known_.size());
    for (auto const& [listener, seen] : known_) out.push_back(listener);
    return out;
}

}  // namespace mz::edge
