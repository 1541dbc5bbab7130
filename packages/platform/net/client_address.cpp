#include "net/client_address.hpp"

#include "core/text.hpp"

#include <charconv>
#include <optional>
#include <string_view>

namespace mz::net {
namespace {

namespace ip = boost::asio::ip;

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

bool is_port(std::string_view text)
{
    unsigned short port = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    return error == std::errc{} && end == text.data() + text.size();
}

// Some proxies add the port: 192.0.2.1:4711, [2001:db8::1]:4711.
std::optional<ip::address> address_of(std::string_view text)
{
    text = trimmed(text);
    if (auto const bracket = text.rfind(']'); text.starts_with('[') && bracket != std::string_view::npos) {
        auto const rest = text.substr(bracket + 1);
        if (!rest.empty() && (rest.front() != ':' || !is_port(rest.substr(1)))) return std::nullopt;
        text = text.substr(1, bracket - 1);
    } else if (auto const colon = text.find(':'); colon != std::string_view::npos && text.rfind(':') == colon) {
        if (!is_port(text.substr(colon + 1))) return std::nullopt;
        text = text.substr(0, colon);
    }
    boost::system::error_code code;
    auto const address = ip::make_address(text, code);
    return code ? std::nullopt : std::optional(address);
}

}  // namespace

std::string client_address(Headers const& headers, Networks const& proxies, std::string const& peer)
{
    std::string list;
    for (auto const& [name, value] : headers) {
        if (lower_ascii(name) == "x-forwarded-for") list += (list.empty() ? "" : ",") + value;
    }
    std::string nearest = peer;
    for (std::string_view rest = list; !rest.empty();) {
        auto const comma = rest.rfind(',');
        auto const address = address_of(comma == std::string_view::npos ? rest : rest.substr(comma + 1));
        if (!address) break;
        nearest = address->to_string();
        if (!proxies.contains(*address)) break;
        rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(0, comma);
    }
    return nearest;
}

}  // namespace mz::net
