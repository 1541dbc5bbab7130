#include "graph.hpp"

#include "cmdb_model/cmdb_model.hpp"
#include "cmdb_relations.hpp"
#include "cmdb_relations_sql.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace mz::cmdb_relations {
namespace {

using namespace web;

// What the catalogue calls them.
constexpr std::string_view service_class = "business_service";
constexpr std::string_view owner_type = "owned_by";

struct StepArgs {
    std::vector<Uuid> ids;
    std::vector<std::string> incoming;
    std::vector<std::string> outgoing;
    int most = 0;
};
BOOST_DESCRIBE_STRUCT(StepArgs, (), (ids, incoming, outgoing, most))

// A CI of the level (`next` is null), or a relation that leads on from one.
struct StepRow {
    Uuid at;
    std::optional<Uuid> next;
    std::optional<std::string> type_key;
    std::optional<Direction> direction;
    std::optional<std::string> name;
    std::optional<std::string> class_key;
    std::optional<cmdb::CiStatus> status;
    std::optional<bool> stale;
};
BOOST_DESCRIBE_STRUCT(StepRow, (), (at, next, type_key, direction, name, class_key, status, stale))

struct EdgeArgs {
    std::vector<Uuid> ids;
    std::vector<std::string> types;
    int most = 0;
};
BOOST_DESCRIBE_STRUCT(EdgeArgs, (), (ids, types, most))

struct OwnerArgs {
    std::vector<Uuid> ids;
    std::string type_key;
};
BOOST_DESCRIBE_STRUCT(OwnerArgs, (), (ids, type_key))

struct OwnerRow : RelatedCi {
    std::int64_t cis = 0;
};
BOOST_DESCRIBE_STRUCT(OwnerRow, (RelatedCi), (cis))

RelationSettings const& settings_of(Request& rq) { return rq.services.get<RelationSettings>(); }

struct Walked {
    Walk walk;
    std::unordered_map<Uuid, RelatedCi> cis;

    RelatedCi const& ci(std::size_t place) const { return cis.at(walk.reached()[place].ci); }
    std::vector<Uuid> ids() const
    {
        std::vector<Uuid> out;
        out.reserve(walk.reached().size());
        for (auto const& reached : walk.reached()) out.push_back(reached.ci);
        return out;
    }
};

// Carries out a walk with one statement a level. Problem(not_found) where the start is not there.
Task<Walked> carried_out(Request& rq, Uuid start, Followed along, int depth, int most)
{
    Walked out{Walk(start, depth, static_cast<std::size_t>(most)), {}};
    StepArgs args;
    args.most = settings_of(rq).cmdb_walk_most;
    while (!out.walk.level().empty()) {
        args.ids = out.walk.level();
        args.incoming = out.walk.leads_on() ? along.incoming : std::vector<std::string>();
        args.outgoing = out.walk.leads_on() ? along.outgoing : std::vector<std::string>();
        auto rows = co_await rq.db.all<StepRow>(sql::walk_step{}, args);
        std::vector<Uuid> there;
        std::vector<Link> links;
        for (auto& row : rows) {
            if (row.next) {
                links.push_back({row.at, *row.next, std::move(*row.type_key), *row.direction});
            } else {
                there.push_back(row.at);
                out.cis.emplace(row.at, RelatedCi{row.at, std::move(*row.name), std::move(*row.class_key), *row.status, *row.stale});
            }
        }
        if (std::cmp_greater_equal(links.size(), args.most)) out.walk.cut();
        if (there.empty() && out.walk.reached().empty()) throw pg::no_such<sql::walk_step>();
        out.walk.take(there, std::move(links));
    }
    co_return out;
}

std::vector<std::string> type_keys(cmdb_model::Model const& model, std::vector<TypeKey> const& wanted)
{
    for (auto const& key : wanted) {
        if (!model.find_relation_type(key)) throw Problem::invalid("?types", "there is no relation type " + key);
    }
    if (!wanted.empty()) return {wanted.begin(), wanted.end()};
    std::vector<std::string> out;
    for (auto const& type : model.relation_types()) out.push_back(type.key);
    return out;
}

std::vector<ImpactStep> explained(Walked const& walked, std::size_t place)
{
    std::vector<ImpactStep> out;
    for (auto const step : walked.walk.path(place)) {
        auto const& reached = walked.walk.reached()[step];
        out.push_back({reached.ci, walked.ci(step).name, reached.type_key, reached.direction});
    }
    return out;
}

std::vector<ImpactClass> counted(std::vector<ImpactHit> const& hits)
{
    std::map<std::string, std::int64_t> counts;
    for (auto const& hit : hits) ++counts[hit.ci.class_key];
    std::vector<ImpactClass> out;
    out.reserve(counts.size());
    for (auto const& [class_key, count] : counts) out.push_back({class_key, count});
    std::ranges::sort(out, {}, [](ImpactClass const& one) { return std::tuple(-one.count, std::string_view(one.class_key)); });
    return out;
}

}  // namespace

Task<Graph> graph(Request& rq, Path<cmdb::CiPath> path, Query<GraphQuery> query)
{
    auto const model = co_await cmdb_model::model(rq.db);
    auto const types = type_keys(*model, query->types);
    auto const depth = static_cast<int>(query->depth.value_or(1));
    Followed const along{types, types};
    auto const walked = co_await carried_out(rq, path->id, along, depth, settings_of(rq).cmdb_graph_most - 1);

    Graph out;
    out.truncated = walked.walk.truncated();
    for (std::size_t place = 0; place < walked.walk.reached().size(); ++place) {
        out.nodes.push_back({walked.ci(place), walked.walk.reached()[place].depth});
    }
    EdgeArgs const args{walked.ids(), types, settings_of(rq).cmdb_walk_most};
    out.edges = co_await rq.db.all<GraphEdge>(sql::edge_list{}, args);
    co_return out;
}

Task<ImpactAnalysis> impact(Request& rq, Path<cmdb::CiPath> path, Query<ImpactQuery> query)
{
    auto const model = co_await cmdb_model::model(rq.db);
    ImpactAnalysis out;
    out.direction = query->direction.value_or(ImpactDirection::suffers);
    auto const along = followed(model->relation_types(), out.direction);
    auto const depth = static_cast<int>(query->depth.value_or(10));
    auto const walked = co_await carried_out(rq, path->id, along, depth, settings_of(rq).cmdb_impact_most);

    out.ci = walked.ci(0);
    out.truncated = walked.walk.truncated();
    for (std::size_t place = 1; place < walked.walk.reached().size(); ++place) {
        auto const& ci = walked.ci(place);
        if (model->is_a(ci.class_key, service_class)) out.services.push_back(ci);
        out.hits.push_back({ci, walked.walk.reached()[place].depth, explained(walked, place)});
    }
    out.total = static_cast<std::int64_t>(out.hits.size());
    out.classes = counted(out.hits);
    OwnerArgs const args{walked.ids(), std::string(owner_type)};
    auto owners = co_await rq.db.all<OwnerRow>(sql::owner_list{}, args);
    for (auto& owner : owners) out.people.push_back({static_cast<RelatedCi const&>(owner), owner.cis});
    co_return out;
}

}  // namespace mz::cmdb_relations
