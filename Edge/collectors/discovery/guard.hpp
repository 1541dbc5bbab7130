#pragma once
#include "collectors/discovery/settings.hpp"

#include <boost/asio/ip/network_v4.hpp>
#include <boost/asio/ip/network_v6.hpp>

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace mz::edge {

using Network = std::variant<boost::asio::ip::network_v4, boost::asio::ip::network_v6>;

std::string text_of(Network const& network);
bool contains(Network const& network, std::string_view address);

// The appliance's own guard: it looks only into networks that its settings name, whatever the Cloud says.
class NetworkGuard {
public:
    // Throws config::Error where a setting is no network.
    explicit NetworkGuard(DiscoverySettings const& settings);

    // Throws Problem(bad_request) where it is no network, too large a one, or one that is not allowed.
    Network admit(std::string const& text) const;

private:
    std::vector<Network> allowed_;
    int v4_least_;
    int v6_least_;
};

}  // namespace mz::edge
