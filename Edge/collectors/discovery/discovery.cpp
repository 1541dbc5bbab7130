#include "collectors/discovery/discovery.hpp"

#include "collectors/held.hpp"
#include "collectors/inventory/network.hpp"
#include "collectors/lines.hpp"
#include "core/log.hpp"
#include "core/problem.hpp"
#include "spool/event.hpp"
#include "spool/file.hpp"

#include <fmt/format.h>

#include <ifaddrs.h>
#include <netinet/in.h>
#include <unistd.h>

#include <algorithm>
#include <memory>
#include <set>

namespace mz::edge {
namespace {

namespace ip = boost::asio::ip;
using Clock = std::chrono::steady_clock;

// How many hosts the resolver is asked for at a time: it answers when it is through.
constexpr std::size_t names_at_once = 16;
constexpr std::size_t most_interfaces = 16;

ScanMethod method_named(std::string const& text)
{
    ScanMethod out{};
    if (!boost::describe::enum_from_string(text.c_str(), out)) throw Problem(Failure::bad_request, "\"method\" must be hosts or services");
    return out;
}

// Whether this process may make packets of its own, which root in a container need not.
bool may_send_raw()
{
    constexpr std::uint64_t net_raw = std::uint64_t{1} << 13;
    bool allowed = false;
    for_each_line(read_file("/proc/self/status").value_or(""), [&](std::string_view line) {
        constexpr std::string_view label = "CapEff:\t";
        if (line.starts_with(label)) allowed = (number<std::uint64_t>(line.substr(label.size()), 16) & net_raw) != 0;
    });
    return ::geteuid() == 0 && allowed;
}

// Those that have a link-local address to ask from.
std::set<std::string> interfaces()
{
    ifaddrs* list = nullptr;
    std::set<std::string> out;
    if (::getifaddrs(&list) != 0) return out;
    std::unique_ptr<ifaddrs, decltype(&::freeifaddrs)> const owner(list, ::freeifaddrs);
    for (auto const* each = list; each != nullptr && out.size() < most_interfaces; each = each->ifa_next) {
        if (each->ifa_addr == nullptr || each->ifa_addr->sa_family != AF_INET6) continue;
        auto const* address = reinterpret_cast<sockaddr_in6 const*>(each->ifa_addr);
        if (IN6_IS_ADDR_LINKLOCAL(&address->sin6_addr)) out.emplace(each->ifa_name);
    }
    return out;
}

bool is_link_local(Network const& network)
{
    auto const* v6 = std::get_if<ip::network_v6>(&network);
    return v6 != nullptr && v6->address().is_link_local();
}

// nmap's words for a network; a link-local one is another one on each interface, and asked on each.
std::vector<std::vector<std::string>> targets(Network const& network)
{
    if (!is_link_local(network)) return {{text_of(network)}};
    auto const& v6 = std::get<ip::network_v6>(network);
    std::vector<std::vector<std::string>> out;
    for (auto const& name : interfaces())
        out.push_back({"-e", name, fmt::format("{}%{}/{}", v6.address().to_string(), name, v6.prefix_length())});
    return out;
}

std::vector<std::string> addresses_of(FoundHosts const& hosts)
{
    std::vector<std::string> out;
    out.reserve(hosts.size());
    for (auto const& [address, host] : hosts) out.push_back(address);
    return out;
}

}  // namespace

NetworkDiscovery::NetworkDiscovery(asio::io_context& io, Spool& spool, DiscoverySettings settings, std::size_t event_bytes)
    : io_(io),
      spool_(spool),
      settings_(std::move(settings)),
      event_bytes_(event_bytes),
      guard_(settings_),
      programs_(io, {settings_.edge_discovery_seconds, settings_.edge_discovery_max_output_bytes})
{
}

Task<NetworkDiscovery::Outcome> NetworkDiscovery::scan(std::string network, std::string method)
{
    auto const admitted = guard_.admit(network);
    auto const how = method_named(method);
    if (how == ScanMethod::services && is_link_local(admitted))
        throw Problem(Failure::bad_request, "only the hosts of a link-local network can be looked for, not their services");
    if (busy_) throw Problem(Failure::conflict, "this appliance is looking into a network already");
    Held const held(busy_);
    bool const v6 = std::holds_alternative<ip::network_v6>(admitted);
    auto const start = Clock::now();
    deadline_ = start + std::chrono::seconds(settings_.edge_discovery_seconds);
    Scan scan{text_of(admitted), how, now() + spool_.clock_correction, {}, false};
    log::info("looking into a network", {{"network", scan.network}, {"method", method}});

    FoundHosts hosts;
    std::string problem;
    auto const asked = targets(admitted);
    if (asked.empty()) problem = "this machine has no link-local address to ask from";
    for (auto const& target : asked) {
        auto report = co_await find_hosts(target, v6);
        merge(hosts, std::move(report.hosts));
        if (problem.empty()) problem = report.error;
    }
    if (how == ScanMethod::services && problem.empty() && !hosts.empty()) {
        auto services = co_await find_services(addresses_of(hosts), v6);
        problem = services.error;
        // Nobody is found here who was not there before.
        std::erase_if(services.hosts, [&](auto const& each) { return !hosts.contains(each.first); });
        merge(hosts, std::move(services.hosts));
    }
    auto known = co_await neighbours(admitted);
    merge(hosts, std::move(known));
    for (auto const& [address, name] : co_await find_names(addresses_of(hosts))) {
        if (auto const host = hosts.find(address); host != hosts.end()) host->second.hostname = name;
    }

    scan.ended_at = now() + spool_.clock_correction;
    scan.complete = problem.empty();
    for (auto const& event : scan_events(scan, hosts, event_bytes_)) {
        auto const number = spool_.append(LaneName::inventory, event_json(Kind::discovery, scan.ended_at, event));
        if (number == 0) problem = "there is no room on this appliance to keep what was found";
    }
    auto const took = std::chrono::round<std::chrono::seconds>(Clock::now() - start);
    log::info("looked into a network",
              {{"network", scan.network}, {"hosts", hosts.size()}, {"seconds", took.count()}, {"problem", problem}});
    co_return Outcome{hosts.size(), took, std::move(problem)};
}

Task<FoundHosts> NetworkDiscovery::neighbours(Network network)
{
    std::vector<std::string> const arguments{"ip", "-j", "neigh"};
    auto const answer = co_await programs_.ask(arguments, left());
    FoundHosts out;
    if (!answer.well() || answer.output.empty()) co_return out;
    for (auto const& each : facts::parse_neighbours(answer.output)) {
        if (!contains(network, each.address)) continue;
        FoundHost host;
        host.address = each.address;
        host.mac = each.mac;
        out.emplace(each.address, std::move(host));
    }
    co_return out;
}

Task<NmapReport> NetworkDiscovery::run_nmap(std::vector<std::string> arguments)
{
    auto const answer = co_await programs_.ask(std::move(arguments), left());
    NmapReport report;
    if (answer.missing) {
        report.error = "nmap is not installed on this machine";
        co_return report;
    }
    report = parse_nmap(answer.output);
    if (report.error.empty() && (!answer.well() || !report.finished))
        report.error = Clock::now() >= deadline_ ? fmt::format("it was stopped after {} s", settings_.edge_discovery_seconds)
                                                 : fmt::format("nmap failed with exit code {}", answer.exit_code);
    co_return report;
}

Task<NmapReport> NetworkDiscovery::find_hosts(std::vector<std::string> target, bool v6)
{
    auto arguments = common_arguments(v6);
    arguments.insert(arguments.end(), {"-sn", "-PR"});
    arguments.insert(arguments.end(), target.begin(), target.end());
    auto report = co_await run_nmap(std::move(arguments));
    if (report.error.empty() && report.skipped > 0)
        report.error = fmt::format("this machine has no way to {} of the addresses", report.skipped);
    co_return report;
}

Task<NmapReport> NetworkDiscovery::find_services(std::vector<std::string> addresses, bool v6)
{
    bool const raw = may_send_raw();
    auto arguments = common_arguments(v6);
    arguments.insert(arguments.end(), {"-Pn", raw ? "-sS" : "-sT", "-sV", "--version-light"});
    arguments.push_back(fmt::format("--top-ports={}", settings_.edge_discovery_ports));
    arguments.push_back(fmt::format("--host-timeout={}s", settings_.edge_discovery_host_seconds));
    if (raw && settings_.edge_discovery_guess_os) arguments.insert(arguments.end(), {"-O", "--osscan-limit", "--max-os-tries=1"});
    arguments.insert(arguments.end(), addresses.begin(), addresses.end());
    co_return co_await run_nmap(std::move(arguments));
}

// Only the resolver of this machine is asked, as any program on it would: /etc/hosts first, then whatever it is set to.
Task<std::map<std::string, std::string>> NetworkDiscovery::find_names(std::vector<std::string> addresses)
{
    std::map<std::string, std::string> out;
    auto const until = Clock::now() + std::chrono::seconds(settings_.edge_discovery_names_seconds);
    for (auto at = addresses.begin(); at != addresses.end() && Clock::now() < until;) {
        std::vector<std::string> arguments{"getent", "hosts"};
        for (std::size_t i = 0; i < names_at_once && at != addresses.end(); ++i, ++at) arguments.push_back(*at);
        auto const rest = std::max(std::chrono::ceil<std::chrono::seconds>(until - Clock::now()), std::chrono::seconds(1));
        auto const answer = co_await programs_.ask(std::move(arguments), rest);
        if (answer.missing) break;
        for_each_line(answer.output, [&](std::string_view line) {
            auto const fields = words(line);
            auto const name = fields.size() < 2 ? std::nullopt : facts::said(fields[1]);
            if (name) out.emplace(fields[0], *name);
        });
    }
    co_return out;
}

std::vector<std::string> NetworkDiscovery::common_arguments(bool v6) const
{
    std::vector<std::string> out{settings_.edge_discovery_nmap, "-n", "-oX", "-"};
    if (v6) out.emplace_back("-6");
    if (!may_send_raw()) out.emplace_back("--unprivileged");
    out.push_back(fmt::format("-T{}", std::clamp(settings_.edge_discovery_timing, 0, 4)));
    out.push_back(fmt::format("--max-rate={}", std::max<std::int64_t>(settings_.edge_discovery_max_rate, 1)));
    return out;
}

std::chrono::seconds NetworkDiscovery::left() const
{
    return std::max(std::chrono::ceil<std::chrono::seconds>(deadline_ - Clock::now()), std::chrono::seconds(1));
}

}  // namespace mz::edge
