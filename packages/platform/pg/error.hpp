#pragma once
#include "core/problem.hpp"

#include <string>
#include <string_view>

struct pg_result;

namespace mz::pg {

// What a violated constraint means to a person. A module says it once, beside its routes:
//   pg::ConstraintMessage const number_taken{"incident_number_taken", Failure::conflict, "an incident with this number exists"};
// Matched by prefix, because a Citus shard adds a suffix to the name.
struct ConstraintMessage {
    ConstraintMessage(std::string_view constraint, Failure failure, std::string_view message);
};

// The Problem for a failed result; `internal` ones carry PostgreSQL's message for the log only.
Problem problem_of(pg_result const* failed);

// The Problem for a connection that is not there.
Problem database_away();

}  // namespace mz::pg
