#include "impact.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace mz::cmdb_relations {

Followed followed(std::vector<cmdb_model::RelationType> const& types, ImpactDirection direction)
{
    using cmdb_model::Impact;
    Followed out;
    for (auto const& type : types) {
        bool const from_depends = type.impact == Impact::from_on_to || type.impact == Impact::both;
        bool const to_depends = type.impact == Impact::to_on_from || type.impact == Impact::both;
        // Whoever depends on the CI stands at the other end; what it depends on, too, but seen from the other side.
        bool const suffers = direction == ImpactDirection::suffers;
        if (suffers ? from_depends : to_depends) out.incoming.push_back(type.key);
        if (suffers ? to_depends : from_depends) out.outgoing.push_back(type.key);
    }
    return out;
}

Walk::Walk(Uuid start, int depth, std::size_t most) : deepest_(depth), most_(most), level_{start}, seen_{start}
{
    candidates_.push_back({start, 0, std::nullopt, {}, {}});
}

void Walk::keep(std::vector<Uuid> const& there)
{
    std::unordered_set<Uuid> const alive(there.begin(), there.end());
    places_.clear();
    for (auto& candidate : candidates_) {
        if (!alive.contains(candidate.ci)) continue;
        places_.emplace(candidate.ci, reached_.size());
        reached_.push_back(std::move(candidate));
    }
    candidates_.clear();
    level_.clear();
}

void Walk::take(std::vector<Uuid> const& there, std::vector<Link> links)
{
    bool const on = leads_on();
    keep(there);
    if (!on) return;
    ++depth_;
    std::erase_if(links, [this](Link const& link) { return !places_.contains(link.at) || seen_.contains(link.next); });
    std::ranges::sort(links, {}, [this](Link const& link) {
        return std::tuple(places_.at(link.at), std::string_view(link.type_key), link.direction, link.next);
    });
    for (auto& link : links) {
        if (seen_.contains(link.next)) continue;
        // The start is not counted.
        if (reached_.size() - 1 + candidates_.size() >= most_) {
            full_ = truncated_ = true;
            break;
        }
        seen_.insert(link.next);
        level_.push_back(link.next);
        candidates_.push_back({link.next, depth_, places_.at(link.at), std::move(link.type_key), link.direction});
    }
}

std::vector<std::size_t> Walk::path(std::size_t place) const
{
    std::vector<std::size_t> out;
    for (std::optional<std::size_t> at = place; reached_[*at].via; at = reached_[*at].via) out.push_back(*at);
    std::ranges::reverse(out);
    return out;
}

}  // namespace mz::cmdb_relations
