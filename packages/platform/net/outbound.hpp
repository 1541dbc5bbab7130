#pragma once
#include "net/networks.hpp"

#include <boost/describe.hpp>

#include <optional>
#include <string>
#include <vector>

namespace mz::net {

// How far an address may reach that somebody typed in: a webhook, an issuer. Named settings, read from the environment in upper case.
struct OutboundSettings {
    std::vector<std::string> outbound_allowed_networks;  // "10.20.0.0/16,fd00:1::/64": networks that are reached though they are not public
    std::vector<std::string> outbound_allowed_ports{"443", "8443"};  // ports, and ranges such as 1024-65535
    bool outbound_allow_http = false;                                // plain http as well as https
};
BOOST_DESCRIBE_STRUCT(OutboundSettings, (), (outbound_allowed_networks, outbound_allowed_ports, outbound_allow_http))

// Keeps requests to addresses that users enter out of our own network. What counts is the address that a connection would be made to, and
// not the name: a name may be answered differently each time that somebody asks (DNS rebinding).
class OutboundRules {
public:
    // Throws std::invalid_argument, naming the setting, where a network or a port cannot be read.
    explicit OutboundRules(OutboundSettings const& settings);

    // The sentence that says why a URL is refused before anything is looked up: its scheme, its port, a user name in it.
    std::optional<std::string> refusal_of_url(std::string const& url) const;

    // What an address is that may not be reached ("a loopback address"); empty where it may. IPv4 addresses inside of IPv6 ones (mapped,
    // NAT64, 6to4) are judged as what they lead to.
    std::optional<std::string> refusal_of(boost::asio::ip::address const& address) const;

private:
    struct Ports {
        unsigned first;
        unsigned last;
    };
    void add_ports(std::string const& text);

    Networks networks_;
    std::vector<Ports> ports_;
    bool http_;
};

}  // namespace mz::net
