#pragma once
#include "identify.hpp"
#include "web/db.hpp"

#include <string>
#include <vector>

namespace mz::cmdb {

// Keeps what a person decided of pairs of records; the last word on a pair stands.
Task<void> decide(web::Tx& tx, std::vector<Decision> decisions, std::string reason);

}  // namespace mz::cmdb
