#pragma once
#include "scene.hpp"

#include <map>
#include <optional>
#include <set>

namespace mz::cmdb {

// Why and by whose word.
struct Change {
    Cause cause = Cause::observed;
    std::optional<Uuid> source_id;
    bool rewrite_keys = false;  // what CIs are found by is written again, also where they are as before: the model has changed
};

struct Settled {
    std::map<Uuid, Uuid> ci_of;  // by record
    std::set<Uuid> changed;      // CIs with a new state in their history
};

// Writes the scene as it is now: the records, the CIs that follow from them, what they are found by, their history, and what should be
// looked at as a duplicate. What is as before is not written.
Task<Settled> settle(web::Tx& tx, Scene scene, Change change);

}  // namespace mz::cmdb
