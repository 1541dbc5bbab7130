#pragma once
#include "core/secret.hpp"
#include "pg/connection.hpp"

#include <chrono>
#include <memory>
#include <string>

struct pg_conn;

namespace mz::pg {

// A connection whose calls block: for migrations, the Ingestor's writer threads, tools and tests. Never for an io thread.
// Errors are thrown as everywhere here (pg/error.hpp). Once is_open() is false it stays so; make another.
class Blocking {
public:
    // Throws Problem(unavailable) where it cannot connect. Zero leaves the server's own statement_timeout.
    explicit Blocking(Secret<std::string> const& url, std::chrono::milliseconds statement_timeout = std::chrono::milliseconds(0));

    // One statement; results are binary, as Pool's.
    Result run(std::string const& text, Params const& params = {});
    // The columns of a statement's result, without running it; the Result has no rows.
    Result describe(std::string const& text);
    // Any number of statements without parameters or results.
    void script(std::string const& text);

    void begin() { script("begin"); }
    // Throws unless it was committed, also where a statement before it had failed.
    void commit();
    void rollback() { script("rollback"); }

    bool is_open() const;
    bool in_transaction() const;

protected:
    pg_conn* raw() { return connection_.get(); }

private:
    std::unique_ptr<pg_conn, void (*)(pg_conn*)> connection_;
};

}  // namespace mz::pg
