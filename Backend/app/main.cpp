#include "app/application.hpp"
#include "app/audit_verify.hpp"
#include "app/migrations.hpp"
#include "app/modules.hpp"
#include "core/log.hpp"
#include "pg/migrate.hpp"
#include "pg/registry.hpp"
#include "web/proxies.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <iostream>
#include <optional>

namespace {

using namespace mz;

struct MigrateSettings {
    config::Required<Secret<std::string>> cloud_owner_database_url;  // role monozu_owner
};
BOOST_DESCRIBE_STRUCT(MigrateSettings, (), (cloud_owner_database_url))

int serve()
{
    net::block_signals();
    auto const settings = config::load<backend::Settings>();
    web::warn_where_a_proxy_hides_callers(settings, settings);
    backend::Application application(settings);
    application.start();
    log::info("listening", {{"port", application.port()}});
    auto const signal = net::wait_for_signal();
    log::info("stopping", {{"signal", signal}});
    application.stop();
    log::info("stopped");
    return 0;
}

int migrate()
{
    auto const settings = config::load<MigrateSettings>();
    auto const applied = pg::migrate(*settings.cloud_owner_database_url, backend::migrations());
    log::info("migrated", {{"applied", applied}});
    return 0;
}

// Every statement that the program runs, as "name<tab>text on one line": for benches and for whoever wants to explain one.
void print_statements()
{
    for (auto const& query : pg::registered_queries()) {
        for (auto const& [name, text] : query.texts) {
            std::string line(text);
            std::ranges::replace(line, '\n', ' ');
            std::cout << name << '\t' << line << '\n';
        }
    }
}

}  // namespace

int main(int argc, char** argv)
{
    CLI::App cli("The Cloud Backend of Monozu Cloud. Settings come from the environment; README.md lists them.");
    bool const serves = argc == 1;
    cli.require_subcommand(serves ? 0 : 1);
    cli.add_subcommand("serve", "answer requests (what it does without a command)");
    cli.add_subcommand("migrate", "bring the database to this program's schema");
    cli.add_subcommand("openapi", "print the OpenAPI document");
    cli.add_subcommand("permissions", "print the permission matrix");
    cli.add_subcommand("routes", "print every route with what it asks for");
    cli.add_subcommand("statements", "print every SQL statement");
    std::optional<std::string> tenant;
    cli.add_subcommand("audit-verify", "check that the audit log is what was written")->add_option("--tenant", tenant, "one tenant's id");
    CLI11_PARSE(cli, argc, argv);
    log::start("backend");
    try {
        if (cli.got_subcommand("migrate")) return migrate();
        if (cli.got_subcommand("openapi")) return std::cout << backend::openapi_document(), 0;
        if (cli.got_subcommand("permissions")) return std::cout << backend::permission_matrix(), 0;
        if (cli.got_subcommand("routes")) return std::cout << backend::route_table(), 0;
        if (cli.got_subcommand("statements")) return print_statements(), 0;
        if (cli.got_subcommand("audit-verify")) return backend::audit_verify(tenant) ? 0 : 1;
        return serve();
    } catch (std::exception const& failure) {
        log::error("cannot run", {{"reason", failure.what()}});
        return 1;
    }
}
