#pragma once
#include "core/secret.hpp"
#include "pg/connection.hpp"

#include <chrono>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

struct pg_conn;

namespace mz::ingest {

// The role of the connection is a superuser or owns the tables.
struct UnsafeRole : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// A writer's own connection. pg::Pool multiplexes statements of many requests; COPY needs a connection to itself, and a
// writer has a thread to block. No call outlasts its deadline: whoever waits for an answer gets one even where the database hangs.
class DatabaseLink {
public:
    using Clock = std::chrono::steady_clock;
    // What one COPY of a script is fed with: pieces of rows in binary format, without header and trailer.
    using Rows = std::vector<std::string_view>;

    // Throws std::runtime_error where there is no connection within `limit`, and UnsafeRole where its role may do more than insert.
    DatabaseLink(Secret<std::string> const& url, std::chrono::milliseconds limit);

    // All of these throw the Problem that pg::problem_of makes of an error, or Problem(unavailable) when the connection is gone or the
    // deadline has passed; the link is of no use after the latter.
    pg::Result run(std::string const& statement, pg::Params const& params, Clock::time_point deadline);
    // Statements separated by semicolons, in one round trip; each `copy .. from stdin` among them is fed the next of `copies`.
    void script(std::string const& statements, std::span<Rows const> copies, Clock::time_point deadline);

    bool usable() const;
    bool in_transaction() const;

private:
    struct Close {
        void operator()(pg_conn* connection) const;
    };

    void connect(std::string const& url, std::chrono::milliseconds limit);
    void wait(short events, Clock::time_point deadline);
    void flush(Clock::time_point deadline);
    std::optional<pg::Result> next_result(Clock::time_point deadline);
    void feed(Rows const& rows, Clock::time_point deadline);
    [[noreturn]] void fail(pg::Result const& result) const;
    bool put(std::string_view bytes, Clock::time_point deadline);

    std::unique_ptr<pg_conn, Close> connection_;
    bool broken_ = false;
};

}  // namespace mz::ingest
