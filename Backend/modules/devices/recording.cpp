#include "devices.hpp"
#include "devices_sql.hpp"
#include "json/write.hpp"
#include "pg/registry.hpp"

#include <algorithm>

namespace mz::devices {
namespace {

struct NewTelemetry : TelemetrySample {
    Uuid device_id;
    json::Raw disks;
};
BOOST_DESCRIBE_STRUCT(NewTelemetry, (TelemetrySample), (device_id, disks))

struct NewLog : LogLine {
    Uuid device_id;
    Uuid id;
};
BOOST_DESCRIBE_STRUCT(NewLog, (LogLine), (device_id, id))

struct Seen {
    Uuid device_id;
    Timestamp received_at;
};
BOOST_DESCRIBE_STRUCT(Seen, (), (device_id, received_at))

struct Latest {
    Uuid device_id;
    Timestamp at;
    double cpu_percent = 0;
    double memory_used_percent = 0;
    double disk_used_percent = 0;
};
BOOST_DESCRIBE_STRUCT(Latest, (), (device_id, at, cpu_percent, memory_used_percent, disk_used_percent))

struct Purge {
    Timestamp telemetry_before;
    Timestamp logs_before;
    std::int32_t at_most = 0;
};
BOOST_DESCRIBE_STRUCT(Purge, (), (telemetry_before, logs_before, at_most))

double percent(std::int64_t part, std::int64_t whole)
{
    return whole <= 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

Latest latest_of(Uuid const& device, TelemetryPoint const& point)
{
    double fullest = 0;
    for (auto const& disk : point.disks) fullest = std::max(fullest, percent(disk.used_bytes, disk.total_bytes));
    return {device, point.at, point.cpu_percent, percent(point.memory_used_bytes, point.memory_total_bytes), fullest};
}

template <pg::Query Q, class Args>
void add(std::vector<pg::Statement>& statements, Q, Args const& args, pg::Entry const& entry)
{
    pg::registered<Q, void>();
    statements.push_back(pg::statement<Q>(args, entry));
}

}  // namespace

// Everything goes out in one round trip, however many samples there are. The device's own row comes last, so that its lock is short.
Task<void> record(web::Tx& tx, Report report)
{
    std::vector<pg::Statement> statements;
    for (auto const& point : report.telemetry) {
        NewTelemetry row;
        static_cast<TelemetrySample&>(row) = point;
        row.device_id = report.device_id;
        row.disks.text = json::write(point.disks);
        add(statements, sql::telemetry_create{}, row, tx.entry());
    }
    for (auto const& line : report.logs) {
        NewLog row;
        static_cast<LogLine&>(row) = line;
        row.device_id = report.device_id;
        row.id = Uuid::v7();
        add(statements, sql::log_create{}, row, tx.entry());
    }
    add(statements, sql::device_seen{}, Seen{report.device_id, report.received_at}, tx.entry());
    auto const newest = std::ranges::max_element(report.telemetry, {}, &TelemetryPoint::at);
    if (newest != report.telemetry.end()) add(statements, sql::device_latest{}, latest_of(report.device_id, *newest), tx.entry());
    co_await tx.send(std::move(statements));
}

Task<std::int32_t> purge_history(pg::Pool& pool, Timestamp telemetry_before, Timestamp logs_before, std::int32_t at_most)
{
    Purge const args{telemetry_before, logs_before, at_most};
    co_return co_await pg::one<std::int32_t>(pool, pg::Entry{}, sql::history_purge{}, args);
}

}  // namespace mz::devices
