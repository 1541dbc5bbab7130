#include "testing/database.hpp"

#include "core/crypto.hpp"
#include "core/log.hpp"
#include "pg/conninfo.hpp"
#include "pg/decode.hpp"

#include <unistd.h>
#include <cstdlib>
#include <stdexcept>

namespace mz::testing {
namespace {

Secret<std::string> environment(char const* variable)
{
    char const* value = std::getenv(variable);
    if (value == nullptr || *value == '\0') throw std::runtime_error(std::string(variable) + " is not set; `./monozu test` sets it");
    return Secret<std::string>(value);
}

Secret<std::string> url_as(std::string const& database, std::string const& role)
{
    pg::Conninfo conninfo(environment("MONOZU_TEST_DATABASE"));
    conninfo.set("dbname", database);
    if (!role.empty()) {
        conninfo.set("user", role);
        conninfo.set("password", environment("MONOZU_TEST_ROLE_PASSWORD").reveal());
    }
    return conninfo.to_string();
}

bool exists(pg::Blocking& superuser, std::string const& database)
{
    return pg::decode_all<bool>(superuser.run("select exists (select from pg_database where datname = $1)", {database}), "exists").front();
}

// The name of the template for these migrations, made where nobody has yet.
std::string ensure_template(pg::Blocking& superuser, std::span<pg::Migration const> migrations, std::string const& owner)
{
    std::string all = owner;
    for (auto const& migration : migrations) all += migration.checksum;
    auto const name = "template_" + hex(sha256(all)).substr(0, 24);
    // Tests run in several processes; the first makes it and the others wait.
    superuser.run("select pg_advisory_lock(20261123)");
    if (!exists(superuser, name)) {
        auto const draft = "draft_" + std::to_string(::getpid());
        superuser.script("drop database if exists " + draft);
        superuser.script("create database " + draft + " owner " + owner);
        pg::migrate(url_as(draft, owner), migrations);
        superuser.script("alter database " + draft + " rename to " + name);
    }
    superuser.run("select pg_advisory_unlock(20261123)");
    return name;
}

}  // namespace

Database::Database(std::span<pg::Migration const> migrations, std::string owner)
    : name_("test_" + hex(sha256(random_token())).substr(0, 16))
{
    pg::Blocking superuser(environment("MONOZU_TEST_DATABASE"));
    auto const source = ensure_template(superuser, migrations, owner);
    superuser.script("create database " + name_ + " template " + source + " owner " + owner);
}

Database::~Database()
{
    try {
        pg::Blocking superuser(environment("MONOZU_TEST_DATABASE"));
        superuser.script("drop database if exists " + name_ + " with (force)");
    } catch (std::exception const& error) {
        log::warn("a test's database is left behind", {{"database", name_}, {"why", error.what()}});
    }
}

Secret<std::string> Database::url(std::string const& role) const { return url_as(name_, role); }
Secret<std::string> Database::superuser_url() const { return url_as(name_, ""); }

}  // namespace mz::testing
