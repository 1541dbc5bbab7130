#pragma once
#include "core/secret.hpp"
#include "pg/blocking.hpp"
#include "pg/migrate.hpp"

#include <span>
#include <string>
#include <string_view>

namespace mz::testing {

// A database of its own for a test: migrated, empty, dropped when it goes out of scope. It lives in the throwaway cluster that
// MONOZU_TEST_DATABASE names (a superuser's url), where the roles of Backend/db/roles.sql exist, each with MONOZU_TEST_ROLE_PASSWORD.
// Migrating happens once for each set of migrations; further databases are copies, which take some 50 ms.
class Database {
public:
    // Throws std::runtime_error where the environment is not set, because a database test that is skipped tests nothing.
    explicit Database(std::span<pg::Migration const> migrations, std::string owner = "monozu_owner");
    ~Database();
    Database(Database const&) = delete;
    Database& operator=(Database const&) = delete;

    Secret<std::string> url(std::string const& role) const;  // "monozu_app"
    Secret<std::string> superuser_url() const;               // sees and may everything; for arranging and asserting
    std::string const& name() const { return name_; }

    // A connection as that role, for arranging and asserting.
    pg::Blocking connect(std::string const& role) const { return pg::Blocking(url(role)); }
    pg::Blocking connect_superuser() const { return pg::Blocking(superuser_url()); }

private:
    std::string name_;
};

}  // namespace mz::testing
