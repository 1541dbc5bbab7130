#pragma once
#include "core/secret.hpp"
#include "core/task.hpp"

#include <boost/describe.hpp>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct pg_result;

namespace mz::pg {

struct PoolSettings {
    int database_connections_per_thread = 2;         // multiplexed: many requests share them, one Sync each
    int database_transactions_per_thread = 4;        // exclusive: one request's transaction at a time
    int database_acquire_milliseconds = 2000;        // to wait for an exclusive connection; then 503
    int database_statement_milliseconds = 15000;     // statement_timeout
    int database_max_queued_requests = 1024;         // on one thread's multiplexed connections; more get 503 at once
    int database_connect_milliseconds = 5000;        // for one attempt to connect
    int database_reconnect_milliseconds = 200;       // between two attempts; doubled each time up to
    int database_reconnect_max_milliseconds = 2000;  // this
    int database_grace_milliseconds = 5000;          // past statement_timeout without an answer: the connection counts as dead
    bool database_named_prepares = true;             // off behind PgBouncer in transaction mode
};
BOOST_DESCRIBE_STRUCT(PoolSettings, (),
                      (database_connections_per_thread, database_transactions_per_thread, database_acquire_milliseconds,
                       database_statement_milliseconds, database_max_queued_requests, database_connect_milliseconds,
                       database_reconnect_milliseconds, database_reconnect_max_milliseconds, database_grace_milliseconds,
                       database_named_prepares))

// Parameters travel as text (PostgreSQL infers their types from the statement), results as binary.
using Params = std::vector<std::optional<std::string>>;

struct Statement {
    std::string_view name;  // the prepared statement's name, always for the same text; empty: not prepared
    std::string_view text;
    Params params;
};

// Owns one PGresult; move only.
class Result {
public:
    Result() = default;
    explicit Result(pg_result* raw) : raw_(raw, &clear) {}
    pg_result* raw() const { return raw_.get(); }
    int rows() const;
    int columns() const;
    int column(char const* name) const;  // -1 where there is none
    std::string_view column_name(int column) const;
    unsigned type(int column) const;  // the type's OID
    bool is_null(int row, int column) const;
    std::string_view value(int row, int column) const;  // binary, as PostgreSQL sends it; valid as long as the Result
    long affected() const;                              // rows changed by insert, update, delete
    std::string_view command() const;                   // what was done, as PostgreSQL says it: "COMMIT", "INSERT 0 1"

private:
    static void clear(pg_result* raw);
    std::unique_ptr<pg_result, void (*)(pg_result*)> raw_{nullptr, &clear};
};

// A database error as thrown by everything here. It is a Problem whose failure follows from the SQLSTATE:
// 23505 conflict, 23503 conflict, 23514 unprocessable, 22xxx bad_request, 40001 and 40P01 unavailable (retry), 57014 unavailable,
// 08xxx and 57P0x unavailable with Retry-After; anything else internal. Constraint names are mapped to sentences by constraint_message().
// (see error.hpp)

// One thread's connections to one database under one role. Every call belongs on that thread.
// While PostgreSQL is away, calls fail at once with Problem(unavailable, retry_after); calls in flight when it goes fail likewise and are
// never sent twice. Reconnecting happens in the background. Calls made before the very first attempt to connect has ended wait for it. A
// call cannot be cancelled; statement_timeout and the grace after it bound its time. Destroy the Pool before its io_context; calls that
// wait then fail as if PostgreSQL had gone.
class Pool {
public:
    // Throws std::invalid_argument for a url that libpq cannot read.
    Pool(asio::io_context& io, Secret<std::string> url, PoolSettings settings);
    ~Pool();
    Pool(Pool const&) = delete;
    Pool& operator=(Pool const&) = delete;

    // Sends the statements and one Sync: one round trip, one implicit transaction. The results are in the statements' order.
    // The first error rolls all of them back and is thrown.
    Task<std::vector<Result>> run(std::vector<Statement> statements);

    class Lease;
    // An exclusive connection; given back by Lease's destructor, after a rollback where a transaction is open, and evicted where that
    // fails. Waits its turn for database_acquire_milliseconds, then Problem(unavailable).
    Task<Lease> acquire();

    bool connected() const;  // at least one multiplexed connection is ready

private:
    struct Impl;
    std::shared_ptr<Impl> impl_;
};

class Pool::Lease {
public:
    Lease(Lease&&) noexcept;
    Lease& operator=(Lease&&) noexcept;
    ~Lease();
    // As Pool::run, on this connection alone. `begin` and `commit` are ordinary statements here.
    Task<std::vector<Result>> run(std::vector<Statement> statements);

private:
    friend class Pool;
    struct Impl;
    explicit Lease(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace mz::pg
