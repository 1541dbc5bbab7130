#pragma once
#include "impact.hpp"
#include "web/route.hpp"

#include <vector>

namespace mz::cmdb_relations {

struct GraphQuery {
    std::optional<Int<1, 5>> depth;  // 1 when left out
    std::vector<TypeKey> types;      // all of them when left out
};
BOOST_DESCRIBE_STRUCT(GraphQuery, (), (depth, types))

// `depth` is how many relations it is away from the CI that was asked for.
struct GraphNode : RelatedCi {
    int depth = 0;
};
BOOST_DESCRIBE_STRUCT(GraphNode, (RelatedCi), (depth))

struct GraphEdge {
    Uuid id;
    std::string type_key;
    Uuid from_ci;
    Uuid to_ci;
};
BOOST_DESCRIBE_STRUCT(GraphEdge, (), (id, type_key, from_ci, to_ci))

// The neighbourhood of a CI, the nearest first, with all relations between what is shown.
struct Graph {
    std::vector<GraphNode> nodes;
    std::vector<GraphEdge> edges;
    bool truncated = false;
};
BOOST_DESCRIBE_STRUCT(Graph, (), (nodes, edges, truncated))

struct ImpactQuery {
    std::optional<ImpactDirection> direction;  // suffers when left out
    std::optional<Int<1, 10>> depth;           // 10 when left out
};
BOOST_DESCRIBE_STRUCT(ImpactQuery, (), (direction, depth))

// One relation on the way from the CI that was asked for: from the CI before, in this direction, to `ci_id`.
struct ImpactStep {
    Uuid ci_id;
    std::string name;
    std::string type_key;
    Direction direction = Direction::outgoing;
};
BOOST_DESCRIBE_STRUCT(ImpactStep, (), (ci_id, name, type_key, direction))

// A CI that is touched, and a shortest way that explains why.
struct ImpactHit {
    RelatedCi ci;
    int depth = 0;
    std::vector<ImpactStep> path;
};
BOOST_DESCRIBE_STRUCT(ImpactHit, (), (ci, depth, path))

struct ImpactClass {
    std::string class_key;
    std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(ImpactClass, (), (class_key, count))

// Somebody who owns CIs that are touched, or the one that was asked for.
struct ImpactOwner {
    RelatedCi ci;
    std::int64_t owns = 0;
};
BOOST_DESCRIBE_STRUCT(ImpactOwner, (), (ci, owns))

struct ImpactAnalysis {
    RelatedCi ci;
    ImpactDirection direction = ImpactDirection::suffers;
    std::int64_t total = 0;
    bool truncated = false;            // there is more than the setting cmdb_impact_most allows
    std::vector<RelatedCi> services;   // the business services among the hits
    std::vector<ImpactOwner> people;   // who should know
    std::vector<ImpactClass> classes;  // the most frequent first
    std::vector<ImpactHit> hits;       // the nearest first
};
BOOST_DESCRIBE_STRUCT(ImpactAnalysis, (), (ci, direction, total, truncated, services, people, classes, hits))

Task<Graph> graph(web::Request& rq, web::Path<cmdb::CiPath> path, web::Query<GraphQuery> query);
Task<ImpactAnalysis> impact(web::Request& rq, web::Path<cmdb::CiPath> path, web::Query<ImpactQuery> query);

}  // namespace mz::cmdb_relations
