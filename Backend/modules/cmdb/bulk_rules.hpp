#pragma once
#include "bulk.hpp"
#include "cmdb_model/cmdb_model.hpp"

// What a bulk edit would do to one CI, as far as its own row and the model tell. Pure.
namespace mz::cmdb {

struct BulkVerdict {
    std::vector<BulkError> errors;
    json::bj::object changes;  // {"status" or "<attribute>": {"from", "to"}}
};

// `several`: more than one CI is asked for, so that what is unique cannot be given to them.
BulkVerdict verdict_on(Ci const& ci, BulkEdit const& edit, cmdb_model::Model const& model, bool several);

}  // namespace mz::cmdb
