#include "upkeep.hpp"

#include "alerts/alerts.hpp"
#include "core/clock.hpp"
#include "core/log.hpp"
#include "devices/devices.hpp"
#include "pg/transaction.hpp"
#include "telemetry_sql.hpp"

#include <chrono>
#include <functional>
#include <string_view>

namespace mz::telemetry {
namespace {

using std::chrono::days;
using std::chrono::hours;

struct AttemptsMost {
    std::int32_t attempts_most = 0;
};
BOOST_DESCRIBE_STRUCT(AttemptsMost, (), (attempts_most))

struct DaysAhead {
    std::int32_t days_ahead = 0;
};
BOOST_DESCRIBE_STRUCT(DaysAhead, (), (days_ahead))

struct OlderThan {
    std::int32_t older_than_days = 0;
};
BOOST_DESCRIBE_STRUCT(OlderThan, (), (older_than_days))

struct Days {
    std::int32_t days = 0;
};
BOOST_DESCRIBE_STRUCT(Days, (), (days))

struct Hours {
    std::int32_t hours = 0;
};
BOOST_DESCRIBE_STRUCT(Hours, (), (hours))

using Part = std::function<Task<std::int64_t>(pg::Pool& pool, TelemetrySettings settings)>;

Task<std::int64_t> make_partitions(pg::Pool& pool, TelemetrySettings settings)
{
    DaysAhead const args{settings.ingest_partitions_ahead_days};
    co_return co_await pg::one<std::int32_t>(pool, pg::Entry{}, sql::partitions_ensure{}, args);
}

Task<std::int64_t> drop_partitions(pg::Pool& pool, TelemetrySettings settings)
{
    OlderThan const args{settings.ingest_retention_days};
    co_return co_await pg::one<std::int32_t>(pool, pg::Entry{}, sql::partitions_drop{}, args);
}

Task<std::int64_t> purge_ingest_keys(pg::Pool& pool, TelemetrySettings settings)
{
    Days const args{settings.ingest_idempotency_days};
    co_return co_await pg::one<std::int64_t>(pool, pg::Entry{}, sql::ingest_keys_purge{}, args);
}

Task<std::int64_t> purge_request_keys(pg::Pool& pool, TelemetrySettings settings)
{
    Hours const args{settings.idempotency_hours};
    co_return co_await pg::one<std::int64_t>(pool, pg::Entry{}, sql::request_keys_purge{}, args);
}

Task<std::int64_t> purge_deliveries(pg::Pool& pool, TelemetrySettings settings)
{
    co_return co_await alerts::purge_deliveries(pool, now() - hours(settings.alert_webhook_remember_hours));
}

Task<std::int64_t> purge_history(pg::Pool& pool, TelemetrySettings settings)
{
    auto const telemetry_before = now() - days(settings.telemetry_retention_days);
    auto const logs_before = now() - days(settings.log_retention_days);
    std::int64_t total = 0;
    while (true) {
        auto const gone = co_await devices::purge_history(pool, telemetry_before, logs_before, settings.upkeep_rows_at_a_time);
        total += gone;
        if (gone < settings.upkeep_rows_at_a_time) co_return total;
    }
}

Task<std::int64_t> retry_set_aside(pg::Pool& pool, TelemetrySettings settings)
{
    AttemptsMost const args{settings.ingest_attempts_most};
    co_return co_await pg::run(pool, pg::Entry{}, sql::batch_retry{}, args);
}

Task<void> attempt(pg::Pool& pool, TelemetrySettings settings, std::string_view what, Part part)
{
    try {
        auto const rows = co_await part(pool, settings);
        if (rows > 0) log::info("upkeep", {{"part", what}, {"count", rows}});
    } catch (std::exception const& error) {
        log::warn("upkeep failed", {{"part", what}, {"why", error.what()}});
    }
}

}  // namespace

Task<Backlog> backlog(pg::Pool& pool, TelemetrySettings settings)
{
    AttemptsMost const args{settings.ingest_attempts_most};
    co_return co_await pg::one<Backlog>(pool, pg::Entry{}, sql::backlog_get{}, args);
}

Task<void> upkeep(pg::Pool& pool, TelemetrySettings settings)
{
    co_await attempt(pool, settings, "partitions made", make_partitions);
    co_await attempt(pool, settings, "partitions dropped", drop_partitions);
    co_await attempt(pool, settings, "ingest keys forgotten", purge_ingest_keys);
    co_await attempt(pool, settings, "request keys forgotten", purge_request_keys);
    co_await attempt(pool, settings, "webhook messages forgotten", purge_deliveries);
    co_await attempt(pool, settings, "history forgotten", purge_history);
    co_await attempt(pool, settings, "batches tried again", retry_set_aside);
}

}  // namespace mz::telemetry
