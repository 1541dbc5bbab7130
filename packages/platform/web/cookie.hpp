#pragma once
#include "net/http.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace mz::web {

// The one cookie of a service: the refresh token, out of reach of scripts and of other sites.
struct RefreshCookie {
    std::string name;
    std::string path;
    bool secure = false;  // where the service is reached by https

    std::optional<std::string> read(net::Headers const& request) const;
    void set(net::Headers& response, std::string_view value, std::chrono::seconds life) const;
    void clear(net::Headers& response) const { set(response, "", std::chrono::seconds(0)); }
};

}  // namespace mz::web
