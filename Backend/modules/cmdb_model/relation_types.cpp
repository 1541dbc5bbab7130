#include "change.hpp"
#include "cmdb_model_sql.hpp"

namespace mz::cmdb_model {
namespace {

using namespace web;

struct RelationTypeCreate {
    Key key;
    Name name;
    Name reverse_name;
    Impact impact = Impact::none;
    std::optional<Cardinality> cardinality;
    std::optional<Key> from_class;
    std::optional<Key> to_class;
};
BOOST_DESCRIBE_STRUCT(RelationTypeCreate, (), (key, name, reverse_name, impact, cardinality, from_class, to_class))

// What bounds relations that are there already cannot be changed: make another type.
struct RelationTypePatch {
    json::Patched<Name> name;
    json::Patched<Name> reverse_name;
    json::Patched<Impact> impact;
};
BOOST_DESCRIBE_STRUCT(RelationTypePatch, (), (name, reverse_name, impact))

struct RelationTypeRow : RelationType {
    Timestamp at = now();
};
BOOST_DESCRIBE_STRUCT(RelationTypeRow, (RelationType), (at))

RelationTypeRow row_of(RelationType const& part)
{
    RelationTypeRow row;
    static_cast<RelationType&>(row) = part;
    return row;
}

Task<Created<RelationType>> create(Request& rq, Body<RelationTypeCreate> body, Tx& tx)
{
    auto change = co_await Change::begin(rq, tx);
    RelationType part;
    part.key = body->key;
    part.name = body->name;
    part.reverse_name = body->reverse_name;
    part.impact = body->impact;
    part.cardinality = body->cardinality.value_or(Cardinality::many_to_many);
    part.from_class = body->from_class.value_or(Key("ci"));
    part.to_class = body->to_class.value_or(Key("ci"));
    part.built_in = false;
    auto errors = key_problems(part.key, change.before().find_relation_type(part.key) != nullptr);
    if (errors.empty()) errors = problems(part, change.before());
    if (errors.empty() && change.parts.relation_types.size() >= relation_types_most) errors.push_back({"", "there are too many already"});
    if (!errors.empty()) throw_invalid(std::move(errors));
    auto const row = row_of(part);
    co_await tx.run(sql::relation_type_create{}, row);
    co_await finish(rq, tx, change.tenant(), std::nullopt);
    co_return Created<RelationType>{std::move(part)};
}

Task<RelationType> update(Request& rq, Path<KeyPath> path, Body<RelationTypePatch> patch, Tx& tx)
{
    auto change = co_await Change::begin(rq, tx);
    auto const before = own(change.before().find_relation_type(path->key));
    rq.check_version(before.version);
    auto part = before;
    if (patch->name.given) part.name = patch->name.value;
    if (patch->reverse_name.given) part.reverse_name = patch->reverse_name.value;
    patch->impact.apply_to(part.impact);
    ++part.version;
    rq.audit_change(before, part);
    auto const row = row_of(part);
    co_await tx.run(sql::relation_type_update{}, row);
    co_await finish(rq, tx, change.tenant(), std::nullopt);
    co_return part;
}

Task<void> remove(Request& rq, Path<KeyPath> path, Tx& tx)
{
    auto change = co_await Change::begin(rq, tx);
    auto const part = own(change.before().find_relation_type(path->key));
    rq.check_version(part.version);
    auto const used = co_await tx.one<std::int64_t>(sql::relation_type_use{}, path.value);
    if (used > 0) throw Problem(Failure::conflict, "still-needed", std::to_string(used) + " relations are of this type. End them first.");
    co_await tx.run(sql::relation_type_delete{}, path.value);
    co_await finish(rq, tx, change.tenant(), std::nullopt);
}

}  // namespace

std::vector<Route> relation_type_routes()
{
    constexpr Permission write{"ci-classes:write"};
    std::vector<Route> all;
    all.push_back(route(Verb::post, "/api/v1/relation-types", write, "relation_type_create", "Add a type of relations", create));
    all.push_back(route(Verb::patch, "/api/v1/relation-types/{key}", write, "relation_type_update", "Change a type of relations", update));
    all.push_back(route(Verb::del, "/api/v1/relation-types/{key}", write, "relation_type_delete", "Take a type of relations away", remove));
    return all;
}

}  // namespace mz::cmdb_model
