#include "pg/migrate.hpp"

#include "core/log.hpp"
#include "core/problem.hpp"
#include "pg/blocking.hpp"
#include "pg/decode.hpp"

#include <boost/describe.hpp>

#include <algorithm>
#include <map>
#include <stdexcept>

namespace mz::pg {
namespace {

// Any constant will do; it must be the same in every program that migrates.
constexpr std::string_view lock_sql = "select pg_advisory_lock(20261122)";

struct Applied {
    int number = 0;
    std::string checksum;
};
BOOST_DESCRIBE_STRUCT(Applied, (), (number, checksum))

std::string label(Migration const& migration)
{
    auto const digits = std::to_string(migration.number);
    return std::string(4 - std::min<std::size_t>(digits.size(), 4), '0') + digits + "_" + std::string(migration.name);
}

std::map<int, std::string> applied_migrations(Blocking& connection)
{
    // The first migration makes this table.
    auto const present = connection.run("select to_regclass('app.migrations') is not null");
    if (!decode_all<bool>(present, "migrate").front()) return {};
    std::map<int, std::string> applied;
    auto const rows = connection.run("select number, checksum from app.migrations");
    for (auto& row : decode_all<Applied>(rows, "migrate")) applied.emplace(row.number, std::move(row.checksum));
    return applied;
}

void refuse_what_does_not_fit(std::map<int, std::string> const& applied, std::span<Migration const> migrations)
{
    for (auto const& [number, checksum] : applied) {
        auto const known = std::ranges::find(migrations, number, &Migration::number);
        if (known == migrations.end()) {
            throw std::runtime_error("the database is ahead of this program: it has migration " + std::to_string(number));
        }
        if (known->checksum != checksum) throw std::runtime_error("migration " + label(*known) + " was changed after it had been applied");
    }
    for (auto const& migration : migrations) {
        if (!applied.empty() && !applied.contains(migration.number) && migration.number < applied.rbegin()->first) {
            throw std::runtime_error("migration " + label(migration) + " is older than what has been applied; give it the next number");
        }
    }
}

void apply(Blocking& connection, Migration const& migration)
{
    try {
        connection.begin();
        connection.script(std::string(migration.text));
        if (!connection.in_transaction()) throw Problem(Failure::internal, "it ends the transaction that it runs in");
        connection.run("insert into app.migrations (number, name, checksum) values ($1, $2, $3)",
                       {std::to_string(migration.number), std::string(migration.name), std::string(migration.checksum)});
        connection.commit();
    } catch (Problem const& problem) {
        throw std::runtime_error("migration " + label(migration) + " failed: " + problem.detail);
    }
    log::info("migration applied", {{"migration", label(migration)}});
}

}  // namespace

int migrate(Secret<std::string> const& owner_url, std::span<Migration const> migrations)
{
    Blocking connection(owner_url);
    connection.run(std::string(lock_sql));  // released with the connection
    auto const applied = applied_migrations(connection);
    refuse_what_does_not_fit(applied, migrations);
    int count = 0;
    for (auto const& migration : migrations) {
        if (applied.contains(migration.number)) continue;
        apply(connection, migration);
        ++count;
    }
    return count;
}

}  // namespace mz::pg
