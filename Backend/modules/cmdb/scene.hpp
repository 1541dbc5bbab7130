#pragma once
#include "identify.hpp"
#include "store.hpp"

#include <map>
#include <memory>
#include <set>
#include <vector>

namespace mz::cmdb {

// What a change may touch, read and locked: the records as they were, to be changed here and then settled (settle.hpp).
struct Scene {
    std::shared_ptr<Model const> model;
    bool identities = false;                             // whether groups are to be formed anew; otherwise each record stays with its CI
    std::map<Uuid, Record> records;                      // by id; new ones have no ci_id
    std::map<Uuid, RecordRow> before;                    // as they are stored
    std::map<Uuid, std::vector<Identifier>> identified;  // by what each record is found, as stored; sorted
    std::map<Uuid, Ci> cis;                              // locked
    std::vector<Decision> decisions;
    std::set<Uuid> settled_apart;  // records of components that are too large to be looked at as a whole: they stay with their CIs
    std::set<Uuid> removed;
};

// Where the search for what hangs together begins: records that are there, and identifiers that records will have.
struct Seeds {
    std::vector<Uuid> records;
    std::vector<std::vector<Identifier>> identifiers;  // of each new or changed record
};

// The whole components of the seeds, under the lock of the tenant's identities, which the caller has taken. At most `component_most`
// records of one component are looked at together.
Task<Scene> gather(web::Tx& tx, std::shared_ptr<Model const> model, Seeds seeds, int component_most);

// Some CIs with their records, which stay theirs.
Task<Scene> gather_cis(web::Tx& tx, std::shared_ptr<Model const> model, std::vector<Uuid> cis);

}  // namespace mz::cmdb
