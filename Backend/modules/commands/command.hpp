#pragma once
#include "core/clock.hpp"
#include "core/text.hpp"
#include "core/uuid.hpp"
#include "json/value.hpp"
#include "web/page.hpp"

#include <boost/describe.hpp>

#include <map>
#include <optional>
#include <string>

namespace mz::commands {

enum class CommandName { update_snap, collect_now, restart_agent, collect_inventory, discover_network };
BOOST_DESCRIBE_ENUM(CommandName, update_snap, collect_now, restart_agent, collect_inventory, discover_network)

// `expired` is what became of a command whose time ran out before a result came.
enum class CommandStatus { queued, delivered, succeeded, failed, expired };
BOOST_DESCRIBE_ENUM(CommandStatus, queued, delivered, succeeded, failed, expired)

using Args = std::map<std::string, json::Raw>;

struct Command {
    Uuid id;
    Uuid device_id;
    CommandName command = CommandName::collect_now;
    json::Raw args;
    CommandStatus status = CommandStatus::queued;
    Timestamp created_at;
    Timestamp expires_at;
    std::optional<Timestamp> delivered_at;
    std::optional<Timestamp> finished_at;
    std::optional<std::int32_t> exit_code;
    std::optional<std::string> output;
    std::optional<std::string> created_by_name;
};
BOOST_DESCRIBE_STRUCT(Command, (),
                      (id, device_id, command, args, status, created_at, expires_at, delivered_at, finished_at, exit_code, output,
                       created_by_name))

// `args` are those of the command: see check_args.
struct CommandCreate {
    CommandName command = CommandName::collect_now;
    std::optional<Args> args;
    std::optional<Int<10, 604800>> ttl_seconds;
};
BOOST_DESCRIBE_STRUCT(CommandCreate, (), (command, args, ttl_seconds))

struct CommandPath {
    Uuid id;
};
BOOST_DESCRIBE_STRUCT(CommandPath, (), (id))

// Seconds to wait for a command where there is none yet.
struct PollQuery {
    std::optional<Int<0, 60>> wait;
};
BOOST_DESCRIBE_STRUCT(PollQuery, (), (wait))

// What a device is to do. It may be told the same thing more than once, and runs an id once.
struct CommandToRun {
    Uuid id;
    CommandName command = CommandName::collect_now;
    json::Raw args;
    Timestamp expires_at;
};
BOOST_DESCRIBE_STRUCT(CommandToRun, (), (id, command, args, expires_at))

enum class ResultStatus { succeeded, failed };
BOOST_DESCRIBE_ENUM(ResultStatus, succeeded, failed)

struct CommandResult {
    ResultStatus status = ResultStatus::succeeded;
    std::optional<std::int32_t> exit_code;
    std::optional<Text<0, 65536>> output;
};
BOOST_DESCRIBE_STRUCT(CommandResult, (), (status, exit_code, output))

}  // namespace mz::commands
