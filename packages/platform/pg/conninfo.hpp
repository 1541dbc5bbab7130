#pragma once
#include "core/secret.hpp"
#include "pg/connection.hpp"

#include <map>
#include <string>

struct pg_conn;

namespace mz::pg {

// A libpq connection string taken apart, with what this library always sets. Its values include the password, so it has no way to be
// printed.
class Conninfo {
public:
    // Throws std::invalid_argument; the message does not repeat the url.
    explicit Conninfo(Secret<std::string> const& url);

    void set(std::string key, std::string value) { values_[std::move(key)] = std::move(value); }
    void set_default(std::string key, std::string value) { values_.try_emplace(std::move(key), std::move(value)); }

    // The session settings of serving connections. Behind PgBouncer (no named prepares) they are left out, because it refuses `options`;
    // set them on the role there.
    void add_session_settings(PoolSettings const& settings);

    // As key='value' pairs, which libpq takes wherever it takes a url.
    Secret<std::string> to_string() const;

    pg_conn* start() const;    // PQconnectStartParams
    pg_conn* connect() const;  // PQconnectdbParams: blocking

private:
    template <class Open>
    pg_conn* open(Open connect_with) const;

    std::map<std::string, std::string> values_;
};

}  // namespace mz::pg
