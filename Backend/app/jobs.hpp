#pragma once
#include "app/settings.hpp"
#include "jobs/runner.hpp"

#include <vector>

namespace mz::backend {

// What the modules keep up to date in the background, as the role monozu_jobs, on one thread. The ingest job and the post have theirs.
std::vector<jobs::Job> all_jobs(Settings const& settings);

}  // namespace mz::backend
