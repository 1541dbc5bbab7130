#include "commands.hpp"

#include "commands_sql.hpp"
#include "devices/devices.hpp"
#include "json/write.hpp"

#include <chrono>

namespace mz::commands {
namespace {

using namespace web;
using std::chrono::seconds;

constexpr auto channel = "commands";

struct CommandListArgs : ListQuery {
    Uuid device_id;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(CommandListArgs, (ListQuery), (device_id, now))

struct CommandView {
    Uuid id;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(CommandView, (), (id, now))

struct NewCommand {
    Uuid id;
    Uuid device_id;
    CommandName command = CommandName::collect_now;
    json::Raw args;
    Timestamp now;
    Timestamp expires_at;
};
BOOST_DESCRIBE_STRUCT(NewCommand, (), (id, device_id, command, args, now, expires_at))

struct At {
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(At, (), (now))

struct Delivery {
    Timestamp now;
    Timestamp leased_until;
    std::int32_t most = 0;
};
BOOST_DESCRIBE_STRUCT(Delivery, (), (now, leased_until, most))

struct LockedCommand {
    CommandStatus status = CommandStatus::queued;
    bool delivered = false;
    bool finished = false;
    std::optional<std::int32_t> exit_code;
    std::optional<std::string> output;
};
BOOST_DESCRIBE_STRUCT(LockedCommand, (), (status, delivered, finished, exit_code, output))

struct Finish : CommandResult {
    Uuid id;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(Finish, (CommandResult), (id, now))

CommandSettings const& settings_of(Request& rq) { return rq.services.get<CommandSettings>(); }

Task<Page<Command>> list(Request& rq, Path<CommandPath> device, Query<ListQuery> query)
{
    CommandListArgs args;
    static_cast<ListQuery&>(args) = query.value;
    args.device_id = device->id;
    args.now = now();
    auto page = co_await rq.db.page<Command>(sql::command_list{}, args);
    if (page.items.empty()) co_await devices::require_known(rq.db, device->id);
    co_return page;
}

Task<Created<Command>> create(Request& rq, Path<CommandPath> device, Body<CommandCreate> body, Tx& tx)
{
    auto const args = body->args.value_or(Args());
    check_args(body->command, args, settings_of(rq));
    co_await devices::require_usable(rq.db, device->id);
    auto const ttl = body->ttl_seconds ? body->ttl_seconds->value : settings_of(rq).command_ttl_default_seconds;
    auto const at = now();
    Order const wanted{device->id, body->command, args, static_cast<int>(ttl)};
    auto const id = co_await order(tx, wanted);
    rq.audit_target(id);
    CommandView const view{id, at};
    auto stored = co_await tx.one<Command>(sql::command_get{}, view);
    co_return Created<Command>{std::move(stored)};
}

// Looks, waits for the bell, looks again. No database connection is held while it waits.
Task<std::vector<CommandToRun>> poll(Request& rq, Query<PollQuery> query)
{
    auto const& settings = settings_of(rq);
    auto const until = std::chrono::steady_clock::now() + seconds(query->wait ? query->wait->value : 0);
    Waiters::Waiter waiter(rq.services.get<Waiters>(), rq.caller.id.value());
    while (true) {
        At const looked{now()};
        if (co_await rq.db.one<bool>(sql::command_waiting{}, looked)) break;
        auto const left = std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
        if (left.count() <= 0) co_return std::vector<CommandToRun>();
        if (!co_await waiter.wait(left)) co_return std::vector<CommandToRun>();
    }
    Delivery const delivery{now(), now() + seconds(settings.command_lease_seconds), settings.command_batch_most};
    co_return co_await rq.db.all<CommandToRun>(sql::command_deliver{}, delivery);
}

// A result counts once. The same result again is a device that did not hear the answer; another one is a mistake. A result that comes
// after the command's time is still what happened.
Task<void> result(Request& rq, Path<CommandPath> path, Body<CommandResult> body, Tx& tx)
{
    auto const command = co_await tx.one<LockedCommand>(sql::command_lock{}, path.value);
    auto const status = body->status == ResultStatus::succeeded ? CommandStatus::succeeded : CommandStatus::failed;
    if (command.finished) {
        bool const same = command.status == status && command.exit_code == body->exit_code && command.output == body->output;
        if (!same) throw Problem(Failure::conflict, "This command has another result already.");
        co_return;
    }
    if (!command.delivered) throw Problem(Failure::conflict, "This command was never given out.");
    rq.audit_target(path->id);
    Finish finish;
    static_cast<CommandResult&>(finish) = body.value;
    finish.id = path->id;
    finish.now = now();
    co_await tx.run(sql::command_finish{}, finish);
}

}  // namespace

Task<Uuid> order(web::Tx& tx, Order order)
{
    auto const at = now();
    NewCommand const command{Uuid::v7(), order.device_id, order.command, {json::write(order.args)}, at, at + seconds(order.ttl_seconds)};
    co_await tx.run(sql::command_create{}, command);
    co_await tx.run(sql::command_notify{}, command);
    co_return command.id;
}

std::vector<Route> routes()
{
    constexpr Permission read{"commands:read"};
    constexpr Permission write{"commands:write"};
    std::vector<Route> all;
    all.push_back(route(Verb::get, "/api/v1/devices/{id}/commands", read, "command_list", "What a device was told to do", list));
    all.push_back(route(Verb::post, "/api/v1/devices/{id}/commands", write, "command_create", "Tell a device to do something", create));
    all.push_back(route(Verb::get, "/api/v1/commands", permission::device, "command_poll", "A device asks what to do, and may wait", poll));
    all.push_back(
        route(Verb::post, "/api/v1/commands/{id}/result", permission::device, "command_result", "A device says what came of it", result));
    return all;
}

std::unique_ptr<pg::Listener> listen(asio::io_context& io, Secret<std::string> url, Bell& bell)
{
    auto const ring = [&bell](std::string_view, std::string_view payload) {
        if (auto const device = Uuid::parse(payload)) bell.ring(*device);
    };
    auto const ring_all = [&bell] { bell.ring_all(); };
    std::vector<std::string> channels{channel};
    return std::make_unique<pg::Listener>(io, std::move(url), std::move(channels), ring, ring_all);
}

}  // namespace mz::commands
