#pragma once
#include "core/problem.hpp"
#include "core/task.hpp"
#include "core/uuid.hpp"
#include "inventory/inventory.hpp"
#include "pg/connection.hpp"
#include "telemetry.hpp"

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace mz::telemetry {

// Where a batch has got to; for tests, which cut the connection there.
enum class Step { claimed, read, recorded, raised, discovered, deleted, committed };

struct BatchCounts {
    long batches = 0;
    long events = 0;
    long unreadable = 0;
    long failures = 0;
    long set_aside = 0;
    long inventories = 0;          // batches in which a device told of its machine or a network
    double inventory_seconds = 0;  // that these took for what they told
};

// Takes batches from the backlog, one at a time. Claim, results and removal are one transaction, so that a batch has all of its results and
// is gone, or has none and is still there.
class Batches {
public:
    using Reached = std::function<void(Step)>;

    Batches(pg::Pool& pool, TelemetrySettings settings, inventory::Settings discovery = {}, Reached reached = [](Step) {});

    // False where there is nothing to do. A batch that fails is noted and left for later; Problem(unavailable) means that the database is
    // away and nothing could be noted.
    Task<bool> take();

    BatchCounts const& counts() const { return counts_; }

private:
    Task<bool> turn_into_results(std::optional<Uuid>& claimed);
    Task<void> note_failure(Uuid batch, Problem why);
    std::vector<Uuid> resting();

    pg::Pool& pool_;
    TelemetrySettings settings_;
    inventory::Settings discovery_;
    Reached reached_;
    std::map<Uuid, std::chrono::steady_clock::time_point> resting_;  // failed here a moment ago, until then
    BatchCounts counts_;
};

}  // namespace mz::telemetry
