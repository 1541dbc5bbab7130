#include "app/application.hpp"
#include "app/create_operator.hpp"
#include "app/migrations.hpp"
#include "app/settings.hpp"
#include "audit_chain/command.hpp"
#include "core/log.hpp"
#include "pg/registry.hpp"
#include "web/proxies.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <iostream>
#include <string>

namespace {

using namespace mz;

struct MigrateSettings {
    config::Required<Secret<std::string>> management_owner_database_url;  // role management_owner
};
BOOST_DESCRIBE_STRUCT(MigrateSettings, (), (management_owner_database_url))

struct OperatorSettings {
    config::Required<Secret<std::string>> management_database_url;  // role management_app
};
BOOST_DESCRIBE_STRUCT(OperatorSettings, (), (management_database_url))

struct VerifierSettings {
    config::Required<Secret<std::string>> management_database_url;  // role management_app
    config::Required<Secret<std::string>> management_data_key;
    int audit_unsealed_seconds = 60;
};
BOOST_DESCRIBE_STRUCT(VerifierSettings, (), (management_database_url, management_data_key, audit_unsealed_seconds))

// True where the audit log is what was written.
bool audit_verify()
{
    auto const settings = config::load<VerifierSettings>();
    KeyRing const keys(management::keys_of(*settings.management_data_key));
    pg::Blocking connection(*settings.management_database_url);
    audit_chain::VerifySettings const how{std::chrono::seconds(settings.audit_unsealed_seconds)};
    return audit_chain::verify_and_print(std::cout, connection, keys, std::nullopt, how);
}

int serve()
{
    net::block_signals();
    auto const settings = config::load<management::Settings>();
    web::warn_where_a_proxy_hides_callers(settings, settings);
    management::Application application(settings);
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
    auto const applied = pg::migrate(*settings.management_owner_database_url, management::migrations());
    log::info("migrated", {{"applied", applied}});
    return 0;
}

// The password comes on standard input, so that it shows in no list of processes and in no shell's history.
int create_operator(management::NewOperator wanted)
{
    auto const settings = config::load<OperatorSettings>();
    std::string password;
    std::getline(std::cin, password);
    wanted.password = Secret<std::string>(std::move(password));
    management::create_operator(*settings.management_database_url, wanted);
    log::info("operator created", {{"email", wanted.email}, {"role", operators::to_string(wanted.role)}});
    return 0;
}

// Every statement that the program runs, as "name<tab>text on one line".
int print_statements()
{
    for (auto const& query : pg::registered_queries()) {
        for (auto const& [name, text] : query.texts) {
            std::string line(text);
            std::ranges::replace(line, '\n', ' ');
            std::cout << name << '\t' << line << '\n';
        }
    }
    return 0;
}

}  // namespace

int main(int argc, char** argv)
{
    CLI::App cli("The Management Backend of Monozu Cloud. Settings come from the environment; app/settings.hpp names them.");
    cli.require_subcommand(argc == 1 ? 0 : 1);
    cli.add_subcommand("serve", "answer requests and push licences (what it does without a command)");
    cli.add_subcommand("migrate", "bring the database to this program's schema");
    cli.add_subcommand("openapi", "print the OpenAPI document");
    cli.add_subcommand("statements", "print every SQL statement");
    cli.add_subcommand("audit-verify", "check that the audit log is what was written");
    management::NewOperator wanted;
    std::string role = "viewer";
    auto* const create = cli.add_subcommand("create-operator", "add a member of staff; the password is the first line of standard input");
    create->add_option("--email", wanted.email, "the e-mail address to sign in with")->required();
    create->add_option("--name", wanted.display_name, "the name to show");
    create->add_option("--role", role, "viewer, operator or owner")->check(CLI::IsMember({"viewer", "operator", "owner"}));
    CLI11_PARSE(cli, argc, argv);
    log::start("management-backend");
    try {
        if (cli.got_subcommand("migrate")) return migrate();
        if (cli.got_subcommand("openapi")) return std::cout << management::openapi_document(), 0;
        if (cli.got_subcommand("statements")) return print_statements();
        if (cli.got_subcommand("create-operator")) {
            wanted.role = operators::role_from(role).value();
            return create_operator(wanted);
        }
        if (cli.got_subcommand("audit-verify")) return audit_verify() ? 0 : 1;
        return serve();
    } catch (std::exception const& failure) {
        log::error("cannot run", {{"reason", failure.what()}});
        return 1;
    }
}
