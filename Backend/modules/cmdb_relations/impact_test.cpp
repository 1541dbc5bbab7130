#include "impact.hpp"

#include <gtest/gtest.h>

#include <map>
#include <queue>
#include <random>
#include <set>

namespace mz::cmdb_relations {
namespace {

using cmdb_model::Impact;
using cmdb_model::RelationType;

Uuid ci(unsigned number)
{
    Uuid id;
    id.bytes[14] = static_cast<std::uint8_t>(number >> 8U);
    id.bytes[15] = static_cast<std::uint8_t>(number);
    return id;
}

struct Edge {
    unsigned from;
    unsigned to;
    std::string type;
};

RelationType type_of(std::string key, Impact impact)
{
    RelationType type;
    type.key = std::move(key);
    type.impact = impact;
    return type;
}
std::vector<RelationType> const types{type_of("depends_on", Impact::from_on_to), type_of("hosts", Impact::to_on_from),
                                      type_of("connected_to", Impact::both), type_of("located_in", Impact::none)};

bool has(std::vector<std::string> const& keys, std::string const& key) { return std::ranges::find(keys, key) != keys.end(); }

std::vector<Link> links_of(std::vector<Edge> const& edges, Uuid at, Followed const& along)
{
    std::vector<Link> out;
    for (auto const& edge : edges) {
        if (ci(edge.to) == at && has(along.incoming, edge.type)) out.push_back({at, ci(edge.from), edge.type, Direction::incoming});
        if (ci(edge.from) == at && has(along.outgoing, edge.type)) out.push_back({at, ci(edge.to), edge.type, Direction::outgoing});
    }
    return out;
}

Walk walked(std::vector<Edge> const& edges, unsigned start, ImpactDirection direction, int depth = 10, std::size_t most = 1000,
            std::set<unsigned> const& gone = {})
{
    auto const along = followed(types, direction);
    Walk walk(ci(start), depth, most);
    while (!walk.level().empty()) {
        std::vector<Uuid> there;
        std::vector<Link> links;
        for (auto const& id : walk.level()) {
            if (gone.contains(id.bytes[14] * 256U + id.bytes[15])) continue;
            there.push_back(id);
            if (walk.leads_on()) std::ranges::copy(links_of(edges, id, along), std::back_inserter(links));
        }
        walk.take(there, links);
    }
    return walk;
}

std::map<Uuid, int> depths(Walk const& walk)
{
    std::map<Uuid, int> out;
    for (auto const& reached : walk.reached()) out.emplace(reached.ci, reached.depth);
    return out;
}

// Whether `a` is hurt directly when `b` fails, said as plainly as the rule reads.
bool hurt_by(std::vector<Edge> const& edges, unsigned a, unsigned b)
{
    return std::ranges::any_of(edges, [&](Edge const& edge) {
        auto const impact = std::ranges::find(types, edge.type, &RelationType::key)->impact;
        bool const from_on_to = impact == Impact::from_on_to || impact == Impact::both;
        bool const to_on_from = impact == Impact::to_on_from || impact == Impact::both;
        return (edge.from == a && edge.to == b && from_on_to) || (edge.from == b && edge.to == a && to_on_from);
    });
}

// The obvious way: distances that grow until nothing gets shorter any more.
std::map<Uuid, int> slowly(std::vector<Edge> const& edges, unsigned count, unsigned start, ImpactDirection direction, int depth)
{
    constexpr int far = 1000;
    std::vector<int> distance(count, far);
    distance[start] = 0;
    for (bool again = true; again;) {
        again = false;
        for (unsigned a = 0; a < count; ++a) {
            for (unsigned b = 0; b < count; ++b) {
                bool const step = direction == ImpactDirection::suffers ? hurt_by(edges, b, a) : hurt_by(edges, a, b);
                if (!step || distance[a] + 1 >= distance[b]) continue;
                distance[b] = distance[a] + 1;
                again = true;
            }
        }
    }
    std::map<Uuid, int> out;
    for (unsigned n = 0; n < count; ++n) {
        if (distance[n] <= depth) out.emplace(ci(n), distance[n]);
    }
    return out;
}

std::vector<Edge> random_edges(std::mt19937& random, unsigned count)
{
    std::vector<Edge> edges;
    auto const pick = [&](unsigned below) { return std::uniform_int_distribution<unsigned>(0, below - 1)(random); };
    for (unsigned left = pick(3 * count); left > 0; --left) edges.push_back({pick(count), pick(count), types[pick(4)].key});
    return edges;
}

TEST(impact, random_graphs_give_what_the_obvious_way_gives)
{
    std::mt19937 random(20261122);  // NOLINT(*-msc51-cpp): the same graphs each time
    for (int round = 0; round < 400; ++round) {
        unsigned const count = 2 + round % 14;
        auto const edges = random_edges(random, count);
        for (auto const direction : {ImpactDirection::suffers, ImpactDirection::causes}) {
            int const depth = 1 + round % 10;
            EXPECT_EQ(depths(walked(edges, 0, direction, depth)), slowly(edges, count, 0, direction, depth)) << "round " << round;
        }
    }
}

TEST(impact, every_path_is_a_shortest_one_along_relations_that_are_there)
{
    std::mt19937 random(7);  // NOLINT(*-msc51-cpp)
    for (int round = 0; round < 200; ++round) {
        auto const edges = random_edges(random, 12);
        auto const walk = walked(edges, 0, ImpactDirection::suffers);
        auto const along = followed(types, ImpactDirection::suffers);
        for (std::size_t place = 0; place < walk.reached().size(); ++place) {
            auto const path = walk.path(place);
            ASSERT_EQ(path.size(), static_cast<std::size_t>(walk.reached()[place].depth));
            auto at = ci(0);
            for (auto const step : path) {
                auto const& reached = walk.reached()[step];
                auto const links = links_of(edges, at, along);
                EXPECT_TRUE(std::ranges::any_of(links, [&](Link const& link) {
                    return link.next == reached.ci && link.type_key == reached.type_key && link.direction == reached.direction;
                }));
                at = reached.ci;
            }
            EXPECT_EQ(at, walk.reached()[place].ci);
        }
    }
}

TEST(impact, a_cycle_is_gone_round_once)
{
    std::vector<Edge> const ring{{0, 1, "depends_on"}, {1, 2, "depends_on"}, {2, 0, "depends_on"}, {0, 0, "depends_on"}};
    auto const walk = walked(ring, 0, ImpactDirection::suffers);
    EXPECT_EQ(depths(walk), (std::map<Uuid, int>{{ci(0), 0}, {ci(2), 1}, {ci(1), 2}}));
    EXPECT_FALSE(walk.truncated());
}

TEST(impact, looks_both_ways_where_the_rule_says_so_and_nowhere_where_it_says_none)
{
    std::vector<Edge> const edges{
        {0, 1, "connected_to"}, {2, 0, "connected_to"}, {0, 3, "located_in"}, {0, 4, "hosts"}, {0, 5, "depends_on"}};
    EXPECT_EQ(depths(walked(edges, 0, ImpactDirection::suffers)), (std::map<Uuid, int>{{ci(0), 0}, {ci(1), 1}, {ci(2), 1}, {ci(4), 1}}));
    EXPECT_EQ(depths(walked(edges, 0, ImpactDirection::causes)), (std::map<Uuid, int>{{ci(0), 0}, {ci(1), 1}, {ci(2), 1}, {ci(5), 1}}));
}

TEST(impact, stops_at_its_depth_and_at_its_bound_and_says_so)
{
    std::vector<Edge> chain;
    for (unsigned n = 0; n < 20; ++n) chain.push_back({n + 1, n, "depends_on"});
    EXPECT_EQ(walked(chain, 0, ImpactDirection::suffers, 10).reached().size(), 11U);
    EXPECT_FALSE(walked(chain, 0, ImpactDirection::suffers, 10).truncated());
    auto const bounded = walked(chain, 0, ImpactDirection::suffers, 10, 4);
    EXPECT_EQ(bounded.reached().size(), 5U);
    EXPECT_TRUE(bounded.truncated());
    std::vector<Edge> star;
    for (unsigned n = 1; n <= 5; ++n) star.push_back({n, 0, "depends_on"});
    EXPECT_FALSE(walked(star, 0, ImpactDirection::suffers, 10, 5).truncated()) << "exactly as many as allowed";
    EXPECT_TRUE(walked(star, 0, ImpactDirection::suffers, 10, 4).truncated());
}

TEST(impact, what_is_gone_is_not_reached_and_leads_nowhere)
{
    std::vector<Edge> const edges{
        {1, 0, "depends_on"}, {2, 1, "depends_on"}, {3, 0, "depends_on"}, {4, 3, "depends_on"}, {2, 4, "depends_on"}};
    auto const walk = walked(edges, 0, ImpactDirection::suffers, 10, 1000, {1});
    EXPECT_EQ(depths(walk), (std::map<Uuid, int>{{ci(0), 0}, {ci(3), 1}, {ci(4), 2}, {ci(2), 3}})) << "by the longer way round";
}

}  // namespace
}  // namespace mz::cmdb_relations
