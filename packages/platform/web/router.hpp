#pragma once
#include "web/route.hpp"

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace mz::web {

// Finds the route of a path. Fixed paths win over those with {parameters}.
class Router {
public:
    // Throws std::logic_error where two routes or two operations collide.
    explicit Router(std::vector<Route> const& routes);

    struct Match {
        Route const* route = nullptr;  // empty: no such path, or not that verb
        std::vector<std::pair<std::string, std::string>> parameters;
        std::string allowed;  // for 405: "GET, PATCH"; empty: no such path
    };
    Match find(net::Method method, std::string const& path) const;

private:
    struct Pattern {
        std::vector<std::string> segments;
        std::vector<Route const*> routes;  // one a verb
    };
    std::unordered_map<std::string, Pattern> fixed_;
    std::vector<Pattern> parameterized_;
};

}  // namespace mz::web
