#pragma once
#include "core/config.hpp"
#include "net/server.hpp"
#include "pg/connection.hpp"
#include "pipeline/device_keys.hpp"
#include "pipeline/writers.hpp"

#include <boost/describe.hpp>

#include <cstddef>
#include <string>

namespace mz::ingest {

// What one batch may be.
struct BatchSettings {
    std::size_t ingest_max_events = 5000;
    std::size_t ingest_max_event_bytes = 64 * 1024;  // of one event's data
    std::size_t ingest_max_depth = 16;               // of one event's data
    int ingest_max_future_seconds = 3600;            // an appliance's clock may be ahead by this much
    int ingest_max_past_seconds = 31 * 24 * 3600;    // an appliance may have been without a network for so long
};
BOOST_DESCRIBE_STRUCT(BatchSettings, (),
                      (ingest_max_events, ingest_max_event_bytes, ingest_max_depth, ingest_max_future_seconds, ingest_max_past_seconds))

// How much one sender may send; the burst is what a bucket holds, and so the largest batch that ever passes.
struct QuotaSettings {
    int ingest_device_events_per_second = 1000;
    int ingest_device_burst_events = 60000;  // an appliance that was offline has much to say at once
    int ingest_tenant_events_per_second = 20000;
    int ingest_tenant_burst_events = 600000;
};
BOOST_DESCRIBE_STRUCT(QuotaSettings, (),
                      (ingest_device_events_per_second, ingest_device_burst_events, ingest_tenant_events_per_second,
                       ingest_tenant_burst_events))

struct Settings : net::ServerSettings, pg::PoolSettings, BatchSettings, QuotaSettings, KeySettings, WriterSettings {
    config::Required<Secret<std::string>> ingest_database_url;  // the role monozu_ingest
    int ingest_answer_milliseconds = 15000;                     // a request waits so long for its batch to be stored; then 503
    std::string ingest_log_level = "info";                      // debug adds a line for each stored batch

    Settings()
    {
        http_port = 8090;
        // The pool only looks keys up; batches go by the writers' own connections. A database that hangs is found out soon.
        database_connections_per_thread = 1;
        database_statement_milliseconds = 2000;
        database_grace_milliseconds = 1000;
    }
};
BOOST_DESCRIBE_STRUCT(Settings, (net::ServerSettings, pg::PoolSettings, BatchSettings, QuotaSettings, KeySettings, WriterSettings),
                      (ingest_database_url, ingest_answer_milliseconds, ingest_log_level))

// Throws config::Error where the settings contradict each other.
void check(Settings const& settings);

}  // namespace mz::ingest
