#include "web/router.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>

namespace mz::web {
namespace {

std::vector<std::string> split(std::string_view path)
{
    std::vector<std::string> out;
    for (std::size_t at = 1; at <= path.size();) {
        auto const slash = std::min(path.find('/', at), path.size());
        out.emplace_back(path.substr(at, slash - at));
        at = slash + 1;
    }
    return out;
}

bool is_parameter(std::string_view segment) { return segment.starts_with('{'); }

net::Method method_of(Verb verb)
{
    switch (verb) {
        case Verb::get: return net::Method::get;
        case Verb::post: return net::Method::post;
        case Verb::put: return net::Method::put;
        case Verb::patch: return net::Method::patch;
        case Verb::del: return net::Method::del;
    }
    return net::Method::other;
}

bool matches(std::vector<std::string> const& pattern, std::vector<std::string> const& path)
{
    return std::ranges::equal(pattern, path, [](auto const& p, auto const& s) { return is_parameter(p) ? !s.empty() : p == s; });
}

}  // namespace

Router::Router(std::vector<Route> const& routes)
{
    std::set<std::string> operations;
    for (auto const& route : routes) {
        if (!operations.insert(route.operation).second) throw std::logic_error("two routes are called " + route.operation);
        auto const segments = split(route.path);
        Pattern* pattern = nullptr;
        if (std::ranges::none_of(segments, is_parameter)) {
            pattern = &fixed_[route.path];
        } else {
            auto const same = std::ranges::find(parameterized_, segments, &Pattern::segments);
            pattern = same == parameterized_.end() ? &parameterized_.emplace_back() : &*same;
        }
        pattern->segments = segments;
        if (std::ranges::any_of(pattern->routes, [&](auto const* r) { return r->verb == route.verb; })) {
            throw std::logic_error("two routes for " + route.path);
        }
        pattern->routes.push_back(&route);
    }
}

Router::Match Router::find(net::Method method, std::string const& path) const
{
    Match match;
    Pattern const* pattern = nullptr;
    auto const wanted = method == net::Method::head ? net::Method::get : method;
    if (auto const fixed = fixed_.find(path); fixed != fixed_.end()) {
        pattern = &fixed->second;
    } else {
        auto const segments = split(path);
        auto const found = std::ranges::find_if(parameterized_, [&](auto const& p) { return matches(p.segments, segments); });
        if (found == parameterized_.end()) return match;
        pattern = &*found;
        for (std::size_t i = 0; i < segments.size(); ++i) {
            auto const& name = pattern->segments[i];
            if (is_parameter(name)) match.parameters.emplace_back(name.substr(1, name.size() - 2), segments[i]);
        }
    }
    for (auto const* route : pattern->routes) {
        auto const offered = method_of(route->verb);
        if (offered == wanted) match.route = route;
        match.allowed += match.allowed.empty() ? "" : ", ";
        match.allowed += net::to_string(offered);
    }
    return match;
}

}  // namespace mz::web
