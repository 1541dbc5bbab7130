#pragma once
#include "agent/backoff.hpp"
#include "agent/device.hpp"
#include "agent/settings.hpp"
#include "agent/status.hpp"
#include "agent/wakeup.hpp"
#include "commands/ledger.hpp"
#include "commands/runner.hpp"
#include "core/task.hpp"
#include "net/client.hpp"

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace mz::edge {

// Fetches commands from the Cloud, has them run one after another, and reports the results until they are accepted.
class Commander {
public:
    struct Hooks {
        std::function<Task<CommandResult>()> collect_now;
        std::function<Task<CommandResult>()> collect_inventory;
        std::function<Task<CommandResult>(std::string network, std::string method)> discover_network;
        std::function<void()> restart;  // called when the answer to restart_agent has arrived
    };

    Commander(asio::io_context& io, net::Client& client, Settings settings, Hooks hooks, Status& status);

    Task<void> run_poll(Device device);
    Task<void> run_reports(Device device);

private:
    Task<std::vector<Command>> poll(std::string key);
    Task<void> carry_out(Command command);
    Task<bool> report(Uuid id, CommandResult result, std::string key);
    std::chrono::nanoseconds pause_after(net::ClientResponse const& response, Backoff& backoff);
    void say(Contact contact, std::string_view reason);

    asio::io_context& io_;
    net::Client& client_;
    Settings settings_;
    Hooks hooks_;
    Status& status_;
    Ledger ledger_;
    CommandRunner runner_;
    Wakeup results_;
    std::optional<Uuid> restart_after_;  // the restart_agent command whose answer is awaited
    Backoff poll_backoff_;
    Backoff report_backoff_;
    std::chrono::nanoseconds poll_pause_{};
    std::chrono::nanoseconds report_pause_{};
};

// The answer to a poll. Throws Problem where it is not one.
std::vector<Command> parse_commands(std::string_view body);

}  // namespace mz::edge
