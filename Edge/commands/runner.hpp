#pragma once
#include "commands/ledger.hpp"
#include "commands/settings.hpp"
#include "core/task.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace mz::edge {

// Carries out one command. Whatever happens becomes a result; nothing is thrown.
class CommandRunner {
public:
    struct Hooks {
        std::function<Task<CommandResult>()> collect_now;
        std::function<Task<CommandResult>()> collect_inventory;
        std::function<Task<CommandResult>(std::string network, std::string method)> discover_network;
    };

    CommandRunner(asio::io_context& io, CommandSettings settings, Hooks hooks);

    // `restart_agent` only answers here: the restart is for after the answer arrived.
    Task<CommandResult> run(Command command);

    static constexpr std::string_view restart_command = "restart_agent";

private:
    Task<CommandResult> update_snap(std::string name);

    asio::io_context& io_;
    CommandSettings settings_;
    Hooks hooks_;
};

// A snap's name, with an instance key after an underscore: what may stand on snap's command line.
bool is_snap_name(std::string_view name);

}  // namespace mz::edge
