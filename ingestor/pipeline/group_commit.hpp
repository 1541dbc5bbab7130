#pragma once
#include "batch.hpp"
#include "pg/copy.hpp"

#include <span>
#include <vector>

namespace mz::ingest {

// Stores the batches in one transaction and returns their outcomes in the same order. Where it throws, nothing is stored, unless the
// connection went away during the very commit: then nobody knows, which is what idempotency keys are for. A transaction may be left open.
std::vector<Outcome> commit_group(pg::BinaryCopy& connection, std::span<Batch const* const> batches);

}  // namespace mz::ingest
