#include "cmdb/cmdb.hpp"
#include "cmdb_model/cmdb_model.hpp"
#include "cmdb_relations.hpp"
#include "cmdb_relations_sql.hpp"
#include "graph.hpp"
#include "json/write.hpp"
#include "observed.hpp"

#include <algorithm>
#include <utility>

namespace mz::cmdb_relations {
namespace {

using namespace web;

struct ListArgs : RelationFilter {
    Uuid ci_id;
};
BOOST_DESCRIBE_STRUCT(ListArgs, (RelationFilter), (ci_id))

struct ListRow {
    Uuid id;
    std::string place;
    std::string type_key;
    Direction direction = Direction::outgoing;
    Uuid other_id;
    std::string other_name;
    std::string other_class_key;
    cmdb::CiStatus other_status = cmdb::CiStatus::in_use;
    bool other_stale = false;
    std::optional<std::string> note;
    std::vector<Uuid> source_ids;
    std::vector<std::string> source_kinds;
    std::vector<std::string> source_names;
    std::vector<bool> source_quiet;
    Timestamp created_at;
    Timestamp seen_at;
};
BOOST_DESCRIBE_STRUCT(ListRow, (),
                      (id, place, type_key, direction, other_id, other_name, other_class_key, other_status, other_stale, note, source_ids,
                       source_kinds, source_names, source_quiet, created_at, seen_at))

struct Ids {
    std::vector<Uuid> ids;
};
BOOST_DESCRIBE_STRUCT(Ids, (), (ids))

struct End {
    Uuid id;
    std::string name;
    std::string class_key;
    bool live = true;
};
BOOST_DESCRIBE_STRUCT(End, (), (id, name, class_key, live))

struct Between {
    std::string type_key;
    Uuid from_ci;
    Uuid to_ci;
    bool one_per_from = false;
    bool one_per_to = false;
};
BOOST_DESCRIBE_STRUCT(Between, (), (type_key, from_ci, to_ci, one_per_from, one_per_to))

struct InTheWay {
    Uuid id;
    std::string from_name;
    std::string to_name;
};
BOOST_DESCRIBE_STRUCT(InTheWay, (), (id, from_name, to_name))

struct NewRelation {
    Uuid id;
    std::string type_key;
    Uuid from_record;
    Uuid to_record;
    std::optional<std::string> note;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(NewRelation, (), (id, type_key, from_record, to_record, note, at))

struct Ending {
    Uuid id;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(Ending, (), (id, at))

CiRelation shown(ListRow row, cmdb_model::Model const& model)
{
    CiRelation out;
    out.id = row.id;
    out.direction = row.direction;
    auto const* const type = model.find_relation_type(row.type_key);
    // A type that the tenant has deleted since goes by its key.
    if (type) out.name = row.direction == Direction::outgoing ? type->name : type->reverse_name;
    else out.name = row.type_key;
    out.type_key = std::move(row.type_key);
    out.other = {row.other_id, std::move(row.other_name), std::move(row.other_class_key), row.other_status, row.other_stale};
    out.note = std::move(row.note);
    for (std::size_t i = 0; i < row.source_ids.size(); ++i) {
        RelationSource source{row.source_ids[i], {}, std::move(row.source_names[i]), row.source_quiet[i]};
        boost::describe::enum_from_string(row.source_kinds[i].c_str(), source.kind);
        out.sources.push_back(std::move(source));
    }
    out.created_at = row.created_at;
    out.seen_at = row.seen_at;
    return out;
}

Task<Page<CiRelation>> list(Request& rq, Path<cmdb::CiPath> path, Query<RelationFilter> filter)
{
    auto const model = co_await cmdb_model::model(rq.db);
    ListArgs args;
    static_cast<RelationFilter&>(args) = filter.value;
    args.ci_id = path->id;
    Page<ListRow> rows;
    if (args.as_of) rows = co_await rq.db.page<ListRow>(sql::relation_list_as_of{}, args);
    else rows = co_await rq.db.page<ListRow>(sql::relation_list{}, args);
    if (rows.items.empty()) co_await rq.db.one<RelatedCi>(sql::ci_find{}, path.value);  // 404 rather than an empty list
    Page<CiRelation> page;
    page.next = std::move(rows.next);
    page.total = rows.total;
    for (auto& row : rows.items) page.items.push_back(shown(std::move(row), *model));
    co_return page;
}

// Both ends as they are; Problem where one is not there or does not fit.
struct Ends {
    End from;
    End to;
};

End const& end_of(std::vector<End> const& found, Uuid id, char const* pointer)
{
    auto const end = std::ranges::find(found, id, &End::id);
    if (end == found.end()) throw pg::no_such<sql::ci_find>();
    if (!end->live) throw Problem::invalid(pointer, "is of a CI that was deleted or is part of another one now");
    return *end;
}

std::string class_name(cmdb_model::Model const& model, std::string const& key)
{
    auto const* const found = model.find_class(key);
    return found ? found->name : key;
}

void require_class(cmdb_model::Model const& model, End const& end, std::string const& wanted, char const* pointer)
{
    if (model.is_a(end.class_key, wanted)) return;
    throw Problem::invalid(pointer, "must be of the class \"" + class_name(model, wanted) + "\"; " + std::string(end.name) + " is of \"" +
                                        class_name(model, end.class_key) + "\"");
}

Task<Ends> ends(Tx& tx, cmdb_model::Model const& model, cmdb_model::RelationType const& type, Uuid from, Uuid to)
{
    if (from == to) throw Problem::invalid("/to_id", "must be another CI: nothing is related to itself");
    Ids const both{{from, to}};
    auto const found = co_await tx.all<End>(sql::end_list{}, both);
    Ends out{end_of(found, from, "/from_id"), end_of(found, to, "/to_id")};
    require_class(model, out.from, type.from_class, "/from_id");
    require_class(model, out.to, type.to_class, "/to_id");
    co_return out;
}

// Problem(conflict) that names the relation in the way; `in_the_way` is its id, for those who would rather end it.
[[noreturn]] void throw_taken(cmdb_model::RelationType const& type, InTheWay const& other)
{
    Problem problem(Failure::conflict, "relation-in-the-way",
                    "There is one already, and \"" + type.name + "\" allows no other: " + other.from_name + " " + type.name + " " +
                        other.to_name + ".");
    problem.members.push_back({"in_the_way", json::write(other)});
    throw problem;
}

// Whether these two may be related so now. Others who relate one of them wait until this transaction is over.
Task<void> require_place(Tx& tx, cmdb_model::RelationType const& type, Uuid from, Uuid to)
{
    Ids const both{{from, to}};
    auto const locked = co_await tx.all<Uuid>(sql::end_lock{}, both);
    if (locked.size() < 2) throw Problem(Failure::conflict, "One of the CIs was deleted or merged just now.");
    Between const between{type.key, from, to, one_per_from(type.cardinality), one_per_to(type.cardinality)};
    auto const said = co_await tx.all<std::string>(sql::relation_same{}, between);
    if (std::ranges::find(said, "manual") != said.end()) throw Problem(Failure::conflict, "These two are related so already.");
    auto const other = co_await tx.maybe<InTheWay>(sql::relation_in_the_way{}, between);
    if (other) throw_taken(type, *other);
}

Task<Created<Relation>> create(Request& rq, Body<RelationCreate> body, Tx& tx)
{
    auto const tenant = *rq.caller.tenant;
    auto const model = co_await cmdb_model::model(tx, tenant);
    auto const* const type = model->find_relation_type(body->type_key);
    if (!type) throw Problem::invalid("/type_key", "is not a relation type");
    co_await ends(tx, *model, *type, body->from_id, body->to_id);
    // Anchors come before the locks, which is the order of everybody who may make a record.
    auto const from = co_await cmdb::anchor(tx, tenant, body->from_id);
    auto const to = co_await cmdb::anchor(tx, tenant, body->to_id);
    co_await require_place(tx, *type, from.ci_id, to.ci_id);
    NewRelation const relation{Uuid::v7(), type->key, from.record_id, to.record_id, body->note, now()};
    auto made = co_await tx.one<Relation>(sql::relation_create{}, relation);
    co_return Created<Relation>{std::move(made)};
}

Task<void> end(Request& rq, Path<RelationPath> path)
{
    Ending const args{path->id, now()};
    co_await rq.db.one<Uuid>(sql::relation_end{}, args);
}

}  // namespace

std::vector<Route> routes()
{
    constexpr Permission read{"cis:read"};
    constexpr Permission write{"cis:write"};
    return {
        route(Verb::get, "/api/v1/cis/{id}/relations", read, "ci_relation_list", "The relations of a CI, of both directions", list),
        route(Verb::get, "/api/v1/cis/{id}/graph", read, "ci_graph", "The neighbourhood of a CI", graph),
        route(Verb::get, "/api/v1/cis/{id}/impact", read, "ci_impact", "Who suffers when a CI fails, or what it can fail because of",
              impact),
        route(Verb::post, "/api/v1/relations", write, "relation_create", "Relate two CIs", create),
        route(Verb::del, "/api/v1/relations/{id}", write, "relation_end", "End a relation", end),
    };
}

}  // namespace mz::cmdb_relations
