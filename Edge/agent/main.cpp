#include "agent/agent.hpp"
#include "agent/settings.hpp"
#include "agent/status.hpp"
#include "core/log.hpp"
#include "json/traits.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <CLI/CLI.hpp>
#include <boost/describe.hpp>
#include <boost/mp11.hpp>

#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <string>
#include <string_view>

namespace {

using namespace mz;
using namespace mz::edge;

// Every setting with its default, from the same description that reads them.
std::string settings_help()
{
    std::string out = "Settings, from the environment:\n";
    Settings const defaults{};
    using Members = boost::describe::describe_members<Settings, boost::describe::mod_public | boost::describe::mod_inherited>;
    boost::mp11::mp_for_each<Members>([&](auto member) {
        auto const& value = defaults.*member.pointer;
        using T = std::remove_cvref_t<decltype(value)>;
        auto const name = config::detail::variable_name(member.name);
        if constexpr (std::is_same_v<T, config::Required<std::string>>) out += fmt::format("  {}  (required)\n", name);
        else if constexpr (json::SecretMember<T>) out += fmt::format("  {}  (secret)\n", name);
        else if constexpr (json::Vector<T>) out += fmt::format("  {}={}\n", name, fmt::join(value, ","));
        else out += fmt::format("  {}={}\n", name, value);
    });
    return out;
}

log::Level level_of(std::string_view name)
{
    if (name == "debug") return log::Level::debug;
    if (name == "warn") return log::Level::warn;
    if (name == "error") return log::Level::error;
    if (name == "info") return log::Level::info;
    throw config::Error("EDGE_LOG_LEVEL must be debug, info, warn or error");
}

Ending run_agent(Settings const& settings)
{
    std::filesystem::path const state = settings.edge_state_directory;
    std::filesystem::create_directories(state);
    std::filesystem::permissions(state, std::filesystem::perms::owner_all);
    auto const lock = lock_state(state);
    if (!lock) throw std::runtime_error("another agent is at work in " + state.string() + "; give each its own EDGE_STATE_DIRECTORY");
    return Agent(settings).run();
}

}  // namespace

int main(int argc, char** argv)
{
    CLI::App app(
        "Monozu Edge: reports this machine's telemetry, logs, security alerts and inventory to Monozu Cloud and runs its commands.",
        "monozu-edge");
    app.set_version_flag("--version", std::string(version));
    app.footer(settings_help());
    auto* const status = app.add_subcommand("status", "Show how the agent of EDGE_STATE_DIRECTORY is doing");
    bool as_json = false;
    status->add_flag("--json", as_json, "For programs");
    CLI11_PARSE(app, argc, argv);

    try {
        if (status->parsed()) return print_status(config::load<StateSettings>().edge_state_directory, as_json);
        auto const settings = config::load<Settings>();
        log::start("monozu-edge", level_of(settings.edge_log_level));
        std::signal(SIGPIPE, SIG_IGN);
        // By its path and not as the file it was: after an update that is another one.
        auto const program = std::filesystem::read_symlink("/proc/self/exe");
        if (run_agent(settings) == Ending::stopped) return EXIT_SUCCESS;
        log::info("restarting", {{"program", program.string()}});
        ::execv(program.c_str(), argv);
        throw std::runtime_error("cannot start " + program.string() + " again");
    } catch (std::exception const& error) {
        fmt::print(stderr, "monozu-edge: {}\n", error.what());
        return EXIT_FAILURE;
    }
}
