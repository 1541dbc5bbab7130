#include "agent/commander.hpp"

#include "core/log.hpp"
#include "core/problem.hpp"
#include "json/value.hpp"
#include "json/write.hpp"

#include <fmt/format.h>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

namespace mz::edge {
namespace {

namespace bj = boost::json;

constexpr auto poll_margin = std::chrono::seconds(15);
// A server that answers polls at once, with nothing, is not asked in a tight circle.
constexpr auto shortest_poll = std::chrono::seconds(1);

Backoff backoff_of(UploadSettings const& settings)
{
    return {std::chrono::milliseconds(settings.edge_retry_first_milliseconds), std::chrono::seconds(settings.edge_retry_max_seconds)};
}

std::string text_of(bj::object const& object, std::string_view name)
{
    auto const* value = object.if_contains(name);
    return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

}  // namespace

std::vector<Command> parse_commands(std::string_view body)
{
    auto const document = json::parse(body);
    auto const* list = document.if_array();
    if (list == nullptr) throw Problem(Failure::unavailable, "the answer to a poll is not an array");
    std::vector<Command> out;
    for (auto const& each : *list) {
        auto const* object = each.if_object();
        auto const id = object == nullptr ? std::nullopt : Uuid::parse(text_of(*object, "id"));
        if (!id) throw Problem(Failure::unavailable, "a command has no id");
        auto const* args = object->if_contains("args");
        auto const expires_at = Timestamp::parse(text_of(*object, "expires_at"));
        out.push_back(
            {*id, text_of(*object, "command"), {args == nullptr ? "{}" : bj::serialize(*args)}, expires_at.value_or(Timestamp{})});
    }
    return out;
}

Commander::Commander(asio::io_context& io, net::Client& client, Settings settings, Hooks hooks, Status& status)
    : io_(io),
      client_(client),
      settings_(std::move(settings)),
      hooks_(std::move(hooks)),
      status_(status),
      ledger_(std::filesystem::path(settings_.edge_state_directory) / "commands", settings_.edge_command_history),
      runner_(io, settings_, {hooks_.collect_now, hooks_.collect_inventory, hooks_.discover_network}),
      results_(io),
      poll_backoff_(backoff_of(settings_)),
      report_backoff_(backoff_of(settings_))
{
}

Task<void> Commander::run_poll(Device device)
{
    // What was received but not begun before the agent stopped.
    for (auto const& command : ledger_.received()) {
        if (command.expires_at >= now()) {
            co_await carry_out(command);
        } else {
            ledger_.start(command.id);
            ledger_.finish(command.id, {ResultStatus::failed, {}, "the command expired before the agent could run it"});
            results_.notify();
        }
    }
    while (true) {
        auto const start = std::chrono::steady_clock::now();
        auto commands = co_await poll(device.device_key.reveal());
        std::vector<Command> fresh;
        for (auto& command : commands) {
            if (ledger_.add(command)) fresh.push_back(std::move(command));
        }
        for (auto const& command : fresh) co_await carry_out(command);
        if (poll_pause_.count() == 0 && commands.empty() && std::chrono::steady_clock::now() - start < shortest_poll)
            poll_pause_ = shortest_poll;
        // Known ones come again until their result arrives.
        if (poll_pause_.count() == 0 && fresh.empty() && !commands.empty()) poll_pause_ = shortest_poll;
        auto const pause = std::exchange(poll_pause_, std::chrono::nanoseconds(0));
        if (pause.count() > 0) co_await sleep_for(io_, pause);
    }
}

Task<std::vector<Command>> Commander::poll(std::string key)
{
    net::ClientRequest request;
    request.url = fmt::format("{}/api/v1/commands?wait={}", *settings_.edge_cloud_url, settings_.edge_command_wait_seconds);
    request.headers.add("X-Device-Key", std::move(key));
    request.timeout = std::chrono::seconds(settings_.edge_command_wait_seconds) + poll_margin;
    try {
        auto const response = co_await client_.send(std::move(request));
        if (response.status == 200 || response.status == 204) {
            auto commands = response.status == 200 ? parse_commands(response.body) : std::vector<Command>{};
            poll_backoff_.reset();
            say(Contact::ok, "");
            co_return commands;
        }
        poll_pause_ = pause_after(response, poll_backoff_);
    } catch (Problem const& problem) {
        say(Contact::unreachable, problem.what());
        poll_pause_ = poll_backoff_.next();
    }
    co_return std::vector<Command>{};
}

Task<void> Commander::carry_out(Command command)
{
    auto const id = command.id;
    log::info("command started", {{"id", id}, {"command", command.command}});
    ledger_.start(id);
    bool const restart = command.command == CommandRunner::restart_command;
    auto result = co_await runner_.run(std::move(command));
    log::info("command finished", {{"id", id}, {"succeeded", result.status == ResultStatus::succeeded}});
    if (restart && result.status == ResultStatus::succeeded) restart_after_ = id;
    ledger_.finish(id, std::move(result));
    results_.notify();
    // The restart comes from the reporting side; nothing more is begun until then.
    while (restart_after_) co_await sleep_for(io_, shortest_poll);
}

Task<void> Commander::run_reports(Device device)
{
    while (true) {
        for (auto const& [id, result] : ledger_.unreported()) {
            bool const accepted = co_await report(id, result, device.device_key.reveal());
            if (!accepted) {
                auto const pause = std::exchange(report_pause_, std::chrono::nanoseconds(0));
                co_await sleep_for(io_, pause);
                continue;
            }
            ledger_.report(id);
            if (restart_after_ == id) {
                restart_after_.reset();
                hooks_.restart();
            }
        }
        if (!ledger_.unreported().empty()) continue;
        co_await results_.wait_for(std::chrono::seconds(settings_.edge_retry_max_seconds));
    }
}

Task<bool> Commander::report(Uuid id, CommandResult result, std::string key)
{
    net::ClientRequest request;
    request.method = net::Method::post;
    request.url = fmt::format("{}/api/v1/commands/{}/result", *settings_.edge_cloud_url, id.to_string());
    request.headers.add("Content-Type", "application/json");
    request.headers.add("X-Device-Key", std::move(key));
    request.body = json::write(result);
    request.timeout = std::chrono::seconds(settings_.edge_request_timeout_seconds);
    try {
        auto const response = co_await client_.send(std::move(request));
        auto const status = response.status;
        // Asking again changes nothing about a result that the Cloud has, or a command that it does not know any more.
        constexpr int final_answers[] = {400, 404, 409, 410, 413, 422};
        bool const final = std::ranges::find(final_answers, status) != std::end(final_answers);
        if (final)
            log::error("the Cloud does not take a command's result",
                       {{"id", id}, {"status", status}, {"answer", response.body.substr(0, 500)}});
        if (final || (status >= 200 && status < 300)) {
            report_backoff_.reset();
            co_return true;
        }
        report_pause_ = pause_after(response, report_backoff_);
    } catch (Problem const& problem) {
        say(Contact::unreachable, problem.what());
        report_pause_ = report_backoff_.next();
    }
    co_return false;
}

std::chrono::nanoseconds Commander::pause_after(net::ClientResponse const& response, Backoff& backoff)
{
    if (response.status == 401 || response.status == 403) {
        say(Contact::key_refused, "the key of this appliance was revoked, or its tenant is suspended");
        return std::chrono::seconds(settings_.edge_refused_retry_seconds);
    }
    say(Contact::unreachable, "status " + std::to_string(response.status));
    auto const asked = retry_after(response, std::chrono::seconds(settings_.edge_retry_after_max_seconds));
    return asked ? backoff.next(*asked) : backoff.next();
}

void Commander::say(Contact contact, std::string_view reason)
{
    if (contact == std::exchange(status_.cloud, contact)) return;
    if (contact == Contact::ok) log::info("the Cloud answers");
    else if (contact == Contact::unreachable) log::warn("cannot ask the Cloud for commands now", {{"reason", reason}});
    else log::error("the Cloud refuses this appliance's key", {{"reason", reason}});
}

}  // namespace mz::edge
