#pragma once
#include "relation.hpp"
#include "web/route.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace mz::cmdb_relations {

// Named settings, read from the environment in upper case. A worker's services hold them.
struct RelationSettings {
    int cmdb_graph_most = 250;    // CIs of one answer of the graph
    int cmdb_impact_most = 1000;  // CIs of one impact analysis
    int cmdb_walk_most = 10000;   // relations that one step of a walk looks at
};
BOOST_DESCRIBE_STRUCT(RelationSettings, (), (cmdb_graph_most, cmdb_impact_most, cmdb_walk_most))

std::vector<web::Route> routes();

// What a source says: these two of its records (cmdb::Observed::record_id) are related. The records need not be of the same source.
struct ObservedRelation {
    std::string type_key;
    Uuid from_record;
    Uuid to_record;
};

struct RelationsTaken {
    std::int64_t begun = 0;
    std::int64_t ended = 0;
    std::vector<FieldError> refused;  // pointer "/<index>": what does not fit the model, or a record that is not there
};

// Takes in what `source` saw at `at`, inside the caller's transaction, which has entered the tenant. About the records of `complete_for`
// the source has said everything with this: relations of its own that touch one of them, at either end, and are not said again, end. A
// source that says the same again changes nothing but the time. Where the type allows one relation only, the source's later word ends its
// earlier one; another source's stays, and people see both. What the source saw later than `at` stands.
Task<RelationsTaken> observe_relations(web::Tx& tx, Uuid tenant, Uuid source, Timestamp at, std::vector<ObservedRelation> relations,
                                       std::vector<Uuid> complete_for);

// Forgets at most `at_most` relations of all tenants that ended before, and returns how many. For the jobs.
Task<std::int32_t> purge_ended(pg::Pool& pool, Timestamp before, std::int32_t at_most);

}  // namespace mz::cmdb_relations
