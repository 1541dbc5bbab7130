#include "net/networks.hpp"

#include <boost/system/error_code.hpp>

#include <algorithm>
#include <stdexcept>

namespace mz::net {

namespace ip = boost::asio::ip;

bool contains(ip::network_v4 const& network, ip::address_v4 const& address)
{
    return ((address.to_uint() ^ network.network().to_uint()) & network.netmask().to_uint()) == 0;
}

bool contains(ip::network_v6 const& network, ip::address_v6 const& address)
{
    auto const a = address.to_bytes();
    auto const b = network.address().to_bytes();
    unsigned bits = network.prefix_length();
    for (std::size_t i = 0; bits > 0; ++i, bits -= std::min(bits, 8U)) {
        auto const mask = bits >= 8 ? 0xffU : (0xff00U >> bits) & 0xffU;
        if (((a[i] ^ b[i]) & mask) != 0) return false;
    }
    return true;
}

Networks::Networks(std::vector<std::string> const& texts, std::string_view setting)
{
    for (auto const& text : texts) {
        boost::system::error_code not_v4;
        boost::system::error_code not_v6;
        auto const v4 = ip::make_network_v4(text, not_v4);
        auto const v6 = ip::make_network_v6(text, not_v6);
        if (not_v4 && not_v6) throw std::invalid_argument(std::string(setting) + ": " + text + " is not a network such as 10.20.0.0/16");
        if (!not_v4) v4_.push_back(v4);
        else v6_.push_back(v6);
    }
}

bool Networks::contains(ip::address const& address) const
{
    auto const in = [](auto const& networks, auto const& each) {
        return std::ranges::any_of(networks, [&](auto const& network) { return net::contains(network, each); });
    };
    if (address.is_v4()) return in(v4_, address.to_v4());
    auto const v6 = address.to_v6();
    return in(v6_, v6) || (v6.is_v4_mapped() && in(v4_, ip::make_address_v4(ip::v4_mapped, v6)));
}

}  // namespace mz::net
