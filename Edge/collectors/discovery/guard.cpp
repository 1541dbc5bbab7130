#include "collectors/discovery/guard.hpp"

#include "core/config.hpp"
#include "core/problem.hpp"

#include <fmt/format.h>
#include <boost/asio/ip/address.hpp>

#include <algorithm>
#include <optional>

namespace mz::edge {
namespace {

namespace ip = boost::asio::ip;

std::optional<Network> parse(std::string const& text)
{
    boost::system::error_code not_v4;
    boost::system::error_code not_v6;
    auto const v4 = ip::make_network_v4(text, not_v4);
    if (!not_v4) return v4;
    auto const v6 = ip::make_network_v6(text, not_v6);
    // A zone is an interface of one machine; it is no part of a network.
    if (not_v6 || text.contains('%')) return std::nullopt;
    return v6;
}

template <class T>
bool within(T const& inner, T const& outer)
{
    return inner.canonical() == outer.canonical() || inner.is_subnet_of(outer);
}

bool is_within(Network const& inner, Network const& outer)
{
    auto const compare = [](auto const& a, auto const& b) {
        if constexpr (std::is_same_v<decltype(a), decltype(b)>) return within(a, b);
        else return false;
    };
    return std::visit(compare, inner, outer);
}

Problem refusal(std::string why) { return {Failure::bad_request, std::move(why)}; }

}  // namespace

std::string text_of(Network const& network)
{
    return std::visit([](auto const& each) { return each.to_string(); }, network);
}

bool contains(Network const& network, std::string_view address)
{
    boost::system::error_code error;
    auto const parsed = ip::make_address(std::string(address.substr(0, address.find('%'))), error);
    if (error) return false;
    auto const one = parsed.is_v4() ? Network(ip::network_v4(parsed.to_v4(), 32)) : Network(ip::network_v6(parsed.to_v6(), 128));
    return is_within(one, network);
}

NetworkGuard::NetworkGuard(DiscoverySettings const& settings)
    : v4_least_(settings.edge_discovery_v4_prefix_least), v6_least_(settings.edge_discovery_v6_prefix_least)
{
    for (auto const& text : settings.edge_discovery_networks) {
        if (text == "none") continue;
        auto const network = parse(text);
        if (!network) throw config::Error(fmt::format("EDGE_DISCOVERY_NETWORKS: {} is not a network such as 10.20.0.0/16", text));
        allowed_.push_back(*network);
    }
}

Network NetworkGuard::admit(std::string const& text) const
{
    auto const network = parse(text);
    if (!network) throw refusal("\"network\" must be a network such as 192.168.1.0/24");
    auto const canonical = std::visit([](auto const& each) { return Network(each.canonical()); }, *network);
    auto const bits = std::visit([](auto const& each) { return int{each.prefix_length()}; }, canonical);
    auto const least = std::holds_alternative<ip::network_v4>(canonical) ? v4_least_ : v6_least_;
    if (bits < least) throw refusal(fmt::format("the network is too large for this appliance: /{} is the largest", least));
    bool const allowed = std::ranges::any_of(allowed_, [&](Network const& outer) { return is_within(canonical, outer); });
    if (!allowed) throw refusal(fmt::format("this appliance may not look into {}: its EDGE_DISCOVERY_NETWORKS does not name it", text));
    return canonical;
}

}  // namespace mz::edge
