#include "net/outbound.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <span>
#include <stdexcept>
#include <string_view>

namespace mz::net {
namespace {

namespace ip = boost::asio::ip;

constexpr unsigned highest_port = 65535;

struct Special {
    std::string_view network;
    std::string_view what;
};

// IANA's special-purpose registry for IPv4, what is multicast or reserved, and the one public address that leads back into a cloud's host.
constexpr Special special_v4[] = {
    {"0.0.0.0/8", "an address of this host"},
    {"10.0.0.0/8", "a private address"},
    {"100.64.0.0/10", "an address of a carrier's own network"},
    {"127.0.0.0/8", "a loopback address"},
    {"168.63.129.16/32", "the address of a cloud's host agent"},
    {"169.254.0.0/16", "a link-local address"},
    {"172.16.0.0/12", "a private address"},
    {"192.0.0.0/24", "a reserved address"},
    {"192.0.2.0/24", "an address for examples"},
    {"192.88.99.0/24", "a reserved address"},
    {"192.168.0.0/16", "a private address"},
    {"198.18.0.0/15", "an address for benchmarks"},
    {"198.51.100.0/24", "an address for examples"},
    {"203.0.113.0/24", "an address for examples"},
    {"224.0.0.0/4", "a multicast address"},
    {"240.0.0.0/4", "a reserved address"},
};

// The first that fits says what it is. Whatever is not in 2000::/3 is not public, whether it has a name or not.
constexpr Special special_v6[] = {
    {"::/128", "an address of this host"},    {"::1/128", "a loopback address"},
    {"fe80::/10", "a link-local address"},    {"fec0::/10", "a private address"},
    {"fc00::/7", "a private address"},        {"ff00::/8", "a multicast address"},
    {"2001::/23", "a reserved address"},      {"2001:db8::/32", "an address for examples"},
    {"3fff::/20", "an address for examples"},
};

// IPv6 networks whose addresses carry an IPv4 address, and where it begins.
struct Carrier {
    std::string_view network;
    std::size_t offset;
};
constexpr Carrier carriers[] = {{"::ffff:0:0/96", 12}, {"64:ff9b::/96", 12}, {"2002::/16", 2}};

struct SpecialV4 {
    ip::network_v4 network;
    std::string_view what;
};
struct SpecialV6 {
    ip::network_v6 network;
    std::string_view what;
};
struct CarrierV6 {
    ip::network_v6 network;
    std::size_t offset;
};

template <class Row, class Text, std::size_t size>
std::vector<Row> rows_of(Text const (&texts)[size])
{
    std::vector<Row> out;
    for (auto const& [network, meaning] : texts) {
        if constexpr (std::is_same_v<Row, SpecialV4>) out.push_back({ip::make_network_v4(std::string(network)), meaning});
        else out.push_back({ip::make_network_v6(std::string(network)), meaning});
    }
    return out;
}

std::optional<std::string> not_public(ip::address_v4 const& address)
{
    static auto const specials = rows_of<SpecialV4>(special_v4);
    auto const found = std::ranges::find_if(specials, [&](auto const& row) { return contains(row.network, address); });
    return found == specials.end() ? std::nullopt : std::optional<std::string>(found->what);
}

std::optional<std::string> not_public(ip::address_v6 const& address)
{
    static auto const specials = rows_of<SpecialV6>(special_v6);
    static auto const global = ip::make_network_v6("2000::/3");
    auto const found = std::ranges::find_if(specials, [&](auto const& row) { return contains(row.network, address); });
    if (found != specials.end()) return std::string(found->what);
    return contains(global, address) ? std::nullopt : std::optional<std::string>("a reserved address");
}

std::optional<ip::address_v4> carried(ip::address_v6 const& address)
{
    static auto const rows = rows_of<CarrierV6>(carriers);
    for (auto const& [network, offset] : rows) {
        if (!contains(network, address)) continue;
        auto const bytes = address.to_bytes();
        return ip::address_v4({bytes[offset], bytes[offset + 1], bytes[offset + 2], bytes[offset + 3]});
    }
    return std::nullopt;
}

std::optional<unsigned> port_number(std::string_view text)
{
    unsigned number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number == 0 || number > highest_port) return std::nullopt;
    return number;
}

// curl's own reader of URLs, so that what is judged here is what is connected to later.
class Url {
public:
    explicit Url(std::string const& text) : handle_(curl_url(), &curl_url_cleanup)
    {
        valid_ = handle_ != nullptr && curl_url_set(handle_.get(), CURLUPART_URL, text.c_str(), CURLU_NON_SUPPORT_SCHEME) == CURLUE_OK;
    }
    explicit operator bool() const { return valid_; }
    std::optional<std::string> part(CURLUPart which) const
    {
        char* text = nullptr;
        if (curl_url_get(handle_.get(), which, &text, CURLU_DEFAULT_PORT) != CURLUE_OK || text == nullptr) return std::nullopt;
        std::unique_ptr<char, void (*)(void*)> const kept(text, &curl_free);
        return std::string(text);
    }

private:
    std::unique_ptr<CURLU, void (*)(CURLU*)> handle_;
    bool valid_;
};

}  // namespace

OutboundRules::OutboundRules(OutboundSettings const& settings)
    : networks_(settings.outbound_allowed_networks, "OUTBOUND_ALLOWED_NETWORKS"), http_(settings.outbound_allow_http)
{
    for (auto const& text : settings.outbound_allowed_ports) add_ports(text);
}

void OutboundRules::add_ports(std::string const& text)
{
    auto const dash = text.find('-');
    auto const first = port_number(std::string_view(text).substr(0, dash));
    auto const last = dash == std::string::npos ? first : port_number(std::string_view(text).substr(dash + 1));
    if (!first || !last || *first > *last) {
        throw std::invalid_argument("OUTBOUND_ALLOWED_PORTS: " + text + " is not a port or a range such as 1024-65535");
    }
    ports_.push_back({*first, *last});
}

std::optional<std::string> OutboundRules::refusal_of_url(std::string const& url) const
{
    Url const parsed(url);
    auto const scheme = parsed ? parsed.part(CURLUPART_SCHEME) : std::nullopt;
    auto const host = parsed ? parsed.part(CURLUPART_HOST) : std::nullopt;
    if (!scheme || !host) return "The address is not a complete URL such as https://id.example/path.";
    bool const http = *scheme == "http";
    if (!http && *scheme != "https") return "Only https addresses are called, and this one is " + *scheme + ".";
    if (http && !http_) return "Only https addresses are called, and this one is http. The operator can allow it with OUTBOUND_ALLOW_HTTP.";
    if (parsed.part(CURLUPART_USER) || parsed.part(CURLUPART_PASSWORD)) return "The address must not hold a user name or a password.";
    auto const port = port_number(parsed.part(CURLUPART_PORT).value_or(""));
    bool const open = port && std::ranges::any_of(ports_, [&](Ports const& range) { return range.first <= *port && *port <= range.last; });
    if (open) return std::nullopt;
    return "Port " + std::to_string(port.value_or(0)) + " is not called. The operator can allow it in OUTBOUND_ALLOWED_PORTS.";
}

std::optional<std::string> OutboundRules::refusal_of(ip::address const& address) const
{
    if (networks_.contains(address)) return std::nullopt;
    if (address.is_v4()) return not_public(address.to_v4());
    auto const inner = carried(address.to_v6());
    if (!inner) return not_public(address.to_v6());
    return networks_.contains(*inner) ? std::nullopt : not_public(*inner);
}

}  // namespace mz::net
