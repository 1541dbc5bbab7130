#include "cmdb_model/cmdb_model.hpp"
#include "cmdb_relations.hpp"
#include "cmdb_relations_sql.hpp"
#include "observed.hpp"
#include "pg/transaction.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace mz::cmdb_relations {
namespace {

struct RecordArgs {
    std::vector<Uuid> records;
};
BOOST_DESCRIBE_STRUCT(RecordArgs, (), (records))

struct RecordRow {
    Uuid id;
    Uuid ci_id;
    std::string class_key;
};
BOOST_DESCRIBE_STRUCT(RecordRow, (), (id, ci_id, class_key))

struct KnownArgs {
    std::vector<Uuid> records;
    Uuid source_id;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(KnownArgs, (), (records, source_id, at))

struct ObservedArgs : Said {
    Uuid id;
    Uuid source_id;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(ObservedArgs, (Said), (id, source_id, at))

struct ChangedArgs {
    std::vector<Uuid> ids;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(ChangedArgs, (), (ids, at))

struct PurgeArgs {
    Timestamp before;
    std::int32_t at_most = 0;
};
BOOST_DESCRIBE_STRUCT(PurgeArgs, (), (before, at_most))

using Records = std::unordered_map<Uuid, RecordRow>;

// Why it is refused; empty where it is not.
std::string misfit(ObservedRelation const& relation, Records const& records, cmdb_model::Model const& model)
{
    auto const* const type = model.find_relation_type(relation.type_key);
    if (!type) return "there is no relation type " + relation.type_key;
    auto const from = records.find(relation.from_record);
    auto const to = records.find(relation.to_record);
    if (from == records.end() || to == records.end()) return "a record is not there";
    if (from->second.ci_id == to->second.ci_id) return "a CI is not related to itself";
    if (!model.is_a(from->second.class_key, type->from_class)) return "the from end must be of the class " + type->from_class;
    if (!model.is_a(to->second.class_key, type->to_class)) return "the to end must be of the class " + type->to_class;
    return {};
}

std::vector<Uuid> records_of(std::vector<ObservedRelation> const& relations, std::vector<Uuid> records)
{
    for (auto const& relation : relations) {
        records.push_back(relation.from_record);
        records.push_back(relation.to_record);
    }
    std::ranges::sort(records);
    auto const doubles = std::ranges::unique(records);
    records.erase(doubles.begin(), doubles.end());
    return records;
}

Task<void> carry_out(web::Tx& tx, Uuid source, Timestamp at, Difference change)
{
    std::vector<pg::Statement> statements;
    // Endings first, so that what begins anew finds its place free.
    if (!change.end.empty()) {
        pg::registered<sql::observed_end, void>();
        ChangedArgs const args{std::move(change.end), at};
        statements.push_back(pg::statement<sql::observed_end>(args, tx.entry()));
    }
    if (!change.seen_again.empty()) {
        pg::registered<sql::observed_again, void>();
        ChangedArgs const args{std::move(change.seen_again), at};
        statements.push_back(pg::statement<sql::observed_again>(args, tx.entry()));
    }
    pg::registered<sql::observed_create, void>();
    for (auto& said : change.begin) {
        ObservedArgs args;
        static_cast<Said&>(args) = std::move(said);
        args.id = Uuid::v7();
        args.source_id = source;
        args.at = at;
        statements.push_back(pg::statement<sql::observed_create>(args, tx.entry()));
    }
    if (!statements.empty()) co_await tx.send(std::move(statements));
}

}  // namespace

Task<RelationsTaken> observe_relations(web::Tx& tx, Uuid tenant, Uuid source, Timestamp at, std::vector<ObservedRelation> relations,
                                       std::vector<Uuid> complete_for)
{
    RelationsTaken taken;
    if (relations.empty() && complete_for.empty()) co_return taken;
    auto const model = co_await cmdb_model::model(tx, tenant);
    RecordArgs const touched{records_of(relations, complete_for)};
    auto rows = co_await tx.all<RecordRow>(sql::record_list{}, touched);
    Records records;
    for (auto& row : rows) records.emplace(row.id, std::move(row));

    std::vector<Said> said;
    for (std::size_t i = 0; i < relations.size(); ++i) {
        auto& relation = relations[i];
        auto why = misfit(relation, records, *model);
        if (!why.empty()) {
            taken.refused.push_back({"/" + std::to_string(i), std::move(why)});
            continue;
        }
        said.push_back({std::move(relation.type_key), relation.from_record, records.at(relation.from_record).ci_id, relation.to_record,
                        records.at(relation.to_record).ci_id});
    }
    KnownArgs const asked{touched.records, source, at};
    auto const known = co_await tx.all<Known>(sql::known_list{}, asked);
    auto change = difference(std::move(said), known, complete_for, at, *model);
    taken.begun = static_cast<std::int64_t>(change.begin.size());
    taken.ended = static_cast<std::int64_t>(change.end.size());
    co_await carry_out(tx, source, at, std::move(change));
    co_return taken;
}

Task<std::int32_t> purge_ended(pg::Pool& pool, Timestamp before, std::int32_t at_most)
{
    PurgeArgs const args{before, at_most};
    co_return co_await pg::one<std::int32_t>(pool, pg::Entry{}, sql::relation_purge{}, args);
}

}  // namespace mz::cmdb_relations
