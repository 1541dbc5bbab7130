#pragma once
#include "core/secret.hpp"
#include "inventory/inventory.hpp"
#include "pg/connection.hpp"
#include "web/metrics.hpp"

#include <boost/describe.hpp>

#include <memory>
#include <string>

namespace mz::telemetry {

// Named settings, read from the environment in upper case.
struct TelemetrySettings {
    int ingest_workers = 2;                // batches taken up at a time, by this process
    int ingest_poll_milliseconds = 1000;   // for what a lost notification would have said
    int ingest_attempts_most = 5;          // then a batch is set aside, and tried again hourly
    int ingest_attempt_pause_seconds = 2;  // before a batch that failed is tried again, doubled each time
    int ingest_partitions_ahead_days = 3;
    int ingest_retention_days = 14;    // of events as they were sent
    int ingest_idempotency_days = 30;  // that a batch sent again is recognised
    int telemetry_retention_days = 30;
    int log_retention_days = 7;
    int alert_webhook_remember_hours = 24;  // longer than a signature is good for
    int idempotency_hours = 24;
    int upkeep_minutes = 60;
    int upkeep_rows_at_a_time = 5000;
};
BOOST_DESCRIBE_STRUCT(TelemetrySettings, (),
                      (ingest_workers, ingest_poll_milliseconds, ingest_attempts_most, ingest_attempt_pause_seconds,
                       ingest_partitions_ahead_days, ingest_retention_days, ingest_idempotency_days, telemetry_retention_days,
                       log_retention_days, alert_webhook_remember_hours, idempotency_hours, upkeep_minutes, upkeep_rows_at_a_time))

// The background jobs, on a thread of their own, as the role monozu_jobs: what appliances sent becomes telemetry, logs, alerts and device
// state, each batch exactly once whatever is killed; and old rows go. Any number of processes may run it beside each other.
class Jobs {
public:
    // Starts. `metrics` outlives it.
    Jobs(Secret<std::string> url, pg::PoolSettings pool, TelemetrySettings settings, inventory::Settings discovery, web::Metrics& metrics);
    // Ends the batches under way and stops.
    ~Jobs();
    Jobs(Jobs const&) = delete;
    Jobs& operator=(Jobs const&) = delete;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace mz::telemetry
