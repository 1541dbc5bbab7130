#pragma once
#include "mapping.hpp"
#include "pg/transaction.hpp"

#include <vector>

namespace mz::cmdb_import {

// Puts ids in the place of names, where exactly one live CI of the right class is called so; else the row has a problem.
Task<void> resolve(pg::Transaction& tx, std::vector<Understood*> rows, Model const& model);

}  // namespace mz::cmdb_import
