#include "web/cookie.hpp"

#include <algorithm>

namespace mz::web {

std::optional<std::string> RefreshCookie::read(net::Headers const& request) const
{
    for (auto rest = request.get("Cookie"); !rest.empty();) {
        auto const end = std::min(rest.find(';'), rest.size());
        auto pair = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        pair.remove_prefix(std::min(pair.find_first_not_of(' '), pair.size()));
        auto const equals = pair.find('=');
        if (equals == std::string_view::npos || pair.substr(0, equals) != name) continue;
        auto const value = pair.substr(equals + 1);
        if (!value.empty()) return std::string(value);
    }
    return std::nullopt;
}

void RefreshCookie::set(net::Headers& response, std::string_view value, std::chrono::seconds life) const
{
    std::string cookie = name;
    cookie.append("=").append(value).append("; Path=").append(path).append("; Max-Age=").append(std::to_string(life.count()));
    cookie.append("; HttpOnly; SameSite=Strict");
    if (secure) cookie.append("; Secure");
    response.add("Set-Cookie", std::move(cookie));
}

}  // namespace mz::web
