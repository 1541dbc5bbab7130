#include "commands/runner.hpp"

#include "agent/process.hpp"
#include "core/problem.hpp"
#include "spool/event.hpp"

#include <fmt/format.h>
#include <boost/json/object.hpp>

#include <algorithm>
#include <exception>
#include <initializer_list>
#include <map>
#include <optional>
#include <system_error>
#include <vector>

namespace mz::edge {
namespace {

constexpr std::size_t max_snap_name = 40;

CommandResult failed(std::string why) { return {ResultStatus::failed, {}, std::move(why)}; }

// The named arguments, empty where they are left out. Throws Problem for arguments that the command does not have.
std::map<std::string, std::string> arguments_of(json::Raw const& args, std::initializer_list<char const*> names)
{
    std::map<std::string, std::string> out;
    for (auto const* name : names) out.emplace(name, "");
    auto const document = json::parse(args.text);
    if (document.is_null()) return out;
    auto const* object = document.if_object();
    if (object == nullptr) throw Problem(Failure::bad_request, "args must be an object");
    for (auto const& [key, value] : *object) {
        auto const found = out.find(std::string(key));
        if (found == out.end()) throw Problem(Failure::bad_request, fmt::format("unknown argument \"{}\"", std::string(key)));
        if (!value.is_string()) throw Problem(Failure::bad_request, fmt::format("argument \"{}\" must be a string", found->first));
        found->second = std::string(value.get_string());
    }
    return out;
}

}  // namespace

bool is_snap_name(std::string_view name)
{
    auto const plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    auto const allowed = [&](char c) { return plain(c) || c == '-' || c == '_'; };
    return !name.empty() && name.size() <= max_snap_name && plain(name.front()) && plain(name.back()) && std::ranges::all_of(name, allowed);
}

CommandRunner::CommandRunner(asio::io_context& io, CommandSettings settings, Hooks hooks)
    : io_(io), settings_(std::move(settings)), hooks_(std::move(hooks))
{
}

Task<CommandResult> CommandRunner::run(Command command)
{
    try {
        if (command.command == "update_snap") {
            auto const name = arguments_of(command.args, {"name"}).at("name");
            if (!name.empty() && !is_snap_name(name)) co_return failed("\"name\" is not the name of a snap");
            co_return co_await update_snap(name);
        }
        if (command.command == "discover_network") {
            auto const arguments = arguments_of(command.args, {"network", "method"});
            co_return co_await hooks_.discover_network(arguments.at("network"), arguments.at("method"));
        }
        arguments_of(command.args, {});
        if (command.command == "collect_now") co_return co_await hooks_.collect_now();
        if (command.command == "collect_inventory") co_return co_await hooks_.collect_inventory();
        if (command.command == restart_command) co_return CommandResult{ResultStatus::succeeded, 0, "the agent restarts now"};
        co_return failed("this version of the agent does not know the command");
    } catch (std::exception const& error) {
        co_return failed(error.what());
    }
}

Task<CommandResult> CommandRunner::update_snap(std::string name)
{
    std::vector<std::string> arguments{settings_.edge_command_snap, "refresh"};
    if (!name.empty()) arguments.push_back(std::move(name));
    auto const timeout = std::chrono::seconds(settings_.edge_command_timeout_seconds);
    std::optional<Outcome> outcome;
    try {
        outcome = co_await run_process(io_, std::move(arguments), timeout, settings_.edge_command_max_output_bytes);
    } catch (std::system_error const& error) {
        if (error.code() != std::errc::no_such_file_or_directory) throw;
        co_return failed("snapd is not installed on this machine");
    }
    auto output = clean_text(outcome->output, settings_.edge_command_max_output_bytes);
    if (outcome->truncated) output += "\n(the rest was cut off)";
    if (outcome->timed_out) output += fmt::format("\n(stopped after {} s)", timeout.count());
    bool const well = outcome->exit_code == 0 && !outcome->timed_out;
    co_return CommandResult{well ? ResultStatus::succeeded : ResultStatus::failed, outcome->exit_code, std::move(output)};
}

}  // namespace mz::edge
