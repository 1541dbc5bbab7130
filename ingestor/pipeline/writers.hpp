#pragma once
#include "batch_queue.hpp"
#include "core/secret.hpp"
#include "pg/copy.hpp"

#include <boost/describe.hpp>

#include <chrono>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>

namespace mz::ingest {

struct WriterSettings {
    int ingest_writers = 2;                            // threads, each with a connection and a transaction of its own
    std::size_t ingest_group_batches = 8;              // batches in one transaction
    std::size_t ingest_group_bytes = 8 * 1024 * 1024;  // and their rows' size; one larger batch goes alone
    std::size_t ingest_max_queued_batches = 256;       // waiting for a writer; more get 503 at once
    std::size_t ingest_max_queued_bytes = 64 * 1024 * 1024;
    int ingest_statement_milliseconds = 10000;     // statement_timeout of the writers' statements
    int ingest_reconnect_milliseconds = 200;       // between two attempts; doubled each time up to
    int ingest_reconnect_max_milliseconds = 2000;  // this
};
BOOST_DESCRIBE_STRUCT(WriterSettings, (),
                      (ingest_writers, ingest_group_batches, ingest_group_bytes, ingest_max_queued_batches, ingest_max_queued_bytes,
                       ingest_statement_milliseconds, ingest_reconnect_milliseconds, ingest_reconnect_max_milliseconds))

// The role of the connection is a superuser or owns the tables.
struct UnsafeRole : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// A writer's connection. Throws Problem(unavailable) where the database is away, and UnsafeRole where its role may do more than insert.
pg::BinaryCopy open_connection(Secret<std::string> const& url, WriterSettings const& settings);

// Group commit: each writer takes what waits, up to its limits, into one transaction: claims the idempotency keys, copies the backlog rows
// and the events, notifies the channel `ingest` and commits. Where a transaction fails for anything but a lost connection, its batches
// are tried one by one, so that a bad one does not take its neighbours along.
class Writers {
public:
    // For metrics: after each transaction, from a writer's thread.
    using OnCommit = std::function<void(std::size_t batches, std::chrono::steady_clock::duration took)>;

    Writers(Secret<std::string> url, WriterSettings settings, OnCommit on_commit = {});
    ~Writers();  // writes what is queued, then ends
    Writers(Writers const&) = delete;
    Writers& operator=(Writers const&) = delete;

    // Never blocks. `done` is called exactly once, on any thread. Throws Problem(unavailable), and does not call it, while the database is
    // away or the queue is full.
    void submit(Batch batch, Done done);

    bool connected() const;
    std::size_t queued_batches() const;
    std::size_t queued_bytes() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace mz::ingest
