#pragma once
#include "testing/database.hpp"

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace mz::testing {

// The role that runs a statement, by its name ("incidents.incident_get"). Planning as that role also finds grants that are missing.
using RoleOf = std::function<std::string(std::string_view query)>;

// Holds every statement of pg::registered_queries() against the migrated schema of `database`. Returns what is wrong, a line each:
// - it cannot be prepared;
// - its columns are not the members of the struct that reads them, or of other types; an enum of the schema has a label that C++ does not
// know;
// - its role may not run it;
// - it reads a table with a column tenant_id without an index condition on tenant_id, and its file does not say why: `-- scans: why`.
std::vector<std::string> check_queries(Database const& database, RoleOf const& role_of);

// The files <modules>/<module>/sql/*.sql that no typed call of this program uses.
std::vector<std::string> queries_never_run(std::filesystem::path const& modules);

}  // namespace mz::testing
