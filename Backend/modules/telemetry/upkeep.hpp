#pragma once
#include "pg/connection.hpp"
#include "telemetry.hpp"

#include <cstdint>

namespace mz::telemetry {

struct Backlog {
    std::int64_t batches = 0;
    std::int64_t set_aside = 0;
    double oldest_seconds = 0;  // of what is not set aside
};
BOOST_DESCRIBE_STRUCT(Backlog, (), (batches, set_aside, oldest_seconds))

Task<Backlog> backlog(pg::Pool& pool, TelemetrySettings settings);

// Makes the partitions of the next days, forgets what is past its retention, and gives set-aside batches one more attempt. Each part is
// tried whatever became of the others; what fails is logged and comes round again.
Task<void> upkeep(pg::Pool& pool, TelemetrySettings settings);

}  // namespace mz::telemetry
