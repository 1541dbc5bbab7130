#pragma once
#include "lifecycle.hpp"
#include "model.hpp"
#include "model_user.hpp"
#include "web/route.hpp"

#include <memory>
#include <vector>

namespace mz::cmdb_model {

std::vector<web::Route> routes();

// The model of the tenant that is asked for or that `tx` has entered: one small statement, and no more than that where the version has not
// changed since this thread last read it.
Task<std::shared_ptr<Model const>> model(web::Db& db);
Task<std::shared_ptr<Model const>> model(web::Tx& tx, Uuid tenant);

}  // namespace mz::cmdb_model
