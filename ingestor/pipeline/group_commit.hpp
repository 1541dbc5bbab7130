#pragma once
#include "batch.hpp"
#include "database_link.hpp"

#include <chrono>
#include <span>
#include <vector>

namespace mz::ingest {

// Stores the batches in one transaction and returns their outcomes in the same order. Where it throws, nothing is stored, unless the
// connection went away during the very commit: then nobody knows, which is what idempotency keys are for.
std::vector<Outcome> commit_group(DatabaseLink& link, std::span<Batch const* const> batches, std::chrono::milliseconds limit);

}  // namespace mz::ingest
