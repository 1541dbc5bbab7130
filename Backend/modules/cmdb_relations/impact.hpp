#pragma once
#include "cmdb_model/cmdb_model.hpp"
#include "relation.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace mz::cmdb_relations {

// Which way an impact analysis looks: who suffers when the CI fails, or what the CI can fail because of.
enum class ImpactDirection { suffers, causes };
BOOST_DESCRIBE_ENUM(ImpactDirection, suffers, causes)

// The types of relation that a walk follows: from the to end to the from end (`incoming`), from the from end to the to end (`outgoing`).
struct Followed {
    std::vector<std::string> incoming;
    std::vector<std::string> outgoing;
};
Followed followed(std::vector<cmdb_model::RelationType> const& types, ImpactDirection direction);

// One relation seen from `at`, a CI of the walk's present level.
struct Link {
    Uuid at;
    Uuid next;
    std::string type_key;
    Direction direction = Direction::outgoing;
};

// A walk along relations from one CI, breadth first and without a database: it says which CIs it wants to know about and is told. Each CI
// is reached once, by a shortest path; among those of one length by the first in the order of type and id, so that the same relations
// give the same paths.
//   Walk walk(start, depth, most);
//   while (!walk.level().empty()) walk.take(who of walk.level() is there, where they lead if walk.leads_on());
class Walk {
public:
    // At most `depth` relations away and at most `most` CIs besides the start.
    Walk(Uuid start, int depth, std::size_t most);

    // Whom the walk asks about; empty once it is over.
    std::vector<Uuid> const& level() const { return level_; }
    // Whether it wants to know where they lead, too.
    bool leads_on() const { return depth_ < deepest_ && !full_; }
    // Those of level() that are there (in any order), and their links; links of others are passed over.
    void take(std::vector<Uuid> const& there, std::vector<Link> links);
    // Told from outside that links were left out.
    void cut() { truncated_ = true; }

    // `via` is the place in reached() of the CI before it; the start, which comes first, has none.
    struct Reached {
        Uuid ci;
        int depth = 0;
        std::optional<std::size_t> via;
        std::string type_key;
        Direction direction = Direction::outgoing;
    };
    // The nearest first.
    std::vector<Reached> const& reached() const { return reached_; }
    // The places in reached() from the first CI after the start to this one.
    std::vector<std::size_t> path(std::size_t place) const;
    // There was more than `most` allows.
    bool truncated() const { return truncated_; }

private:
    void keep(std::vector<Uuid> const& there);

    int deepest_;
    std::size_t most_;
    int depth_ = 0;
    bool full_ = false;  // there is no place for anybody else
    bool truncated_ = false;
    std::vector<Uuid> level_;
    std::vector<Reached> candidates_;  // of level_, in its order
    std::vector<Reached> reached_;
    std::unordered_map<Uuid, std::size_t> places_;  // in reached_, of the level that was taken last
    std::unordered_set<Uuid> seen_;
};

}  // namespace mz::cmdb_relations
