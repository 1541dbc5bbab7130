#pragma once
#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/network_v4.hpp>
#include <boost/asio/ip/network_v6.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace mz::net {

bool contains(boost::asio::ip::network_v4 const& network, boost::asio::ip::address_v4 const& address);
bool contains(boost::asio::ip::network_v6 const& network, boost::asio::ip::address_v6 const& address);

// The IP networks that a setting names: "10.20.0.0/16,fd00:1::/64".
class Networks {
public:
    Networks() = default;
    // Throws std::invalid_argument, naming the setting, where one cannot be read.
    Networks(std::vector<std::string> const& texts, std::string_view setting);

    bool empty() const { return v4_.empty() && v6_.empty(); }
    // An IPv4 address in an IPv6 one (::ffff:10.20.0.1) is the IPv4 address.
    bool contains(boost::asio::ip::address const& address) const;

private:
    std::vector<boost::asio::ip::network_v4> v4_;
    std::vector<boost::asio::ip::network_v6> v6_;
};

}  // namespace mz::net
