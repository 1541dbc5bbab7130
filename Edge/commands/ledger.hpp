#pragma once
#include "core/clock.hpp"
#include "core/uuid.hpp"
#include "json/value.hpp"

#include <boost/describe.hpp>

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace mz::edge {

BOOST_DEFINE_ENUM_CLASS(CommandState, received, started, finished, reported)
BOOST_DEFINE_ENUM_CLASS(ResultStatus, succeeded, failed)

// The body of `POST /api/v1/commands/{id}/result`.
struct CommandResult {
    ResultStatus status = ResultStatus::succeeded;
    std::optional<int> exit_code;
    std::string output;
};
BOOST_DESCRIBE_STRUCT(CommandResult, (), (status, exit_code, output))

struct Command {
    Uuid id;
    std::string command;
    json::Raw args;
    Timestamp expires_at;
};
BOOST_DESCRIBE_STRUCT(Command, (), (id, command, args, expires_at))

struct CommandEntry {
    Command command;
    CommandState state = CommandState::received;
    std::optional<CommandResult> result;
};
BOOST_DESCRIBE_STRUCT(CommandEntry, (), (command, state, result))

// What became of each command, on disk before it is acted upon: that is why none runs twice, and why each gets an answer.
// One that was started when the agent died has failed; nobody knows how far it got, so it is not run again.
class Ledger {
public:
    Ledger(std::filesystem::path folder, std::size_t history);

    // False where the command is known already.
    bool add(Command command);
    void start(Uuid id);
    void finish(Uuid id, CommandResult result);
    void report(Uuid id);

    // In the order of arrival, which is that of the ids.
    std::vector<Command> received() const;
    std::vector<std::pair<Uuid, CommandResult>> unreported() const;

private:
    void save(CommandEntry const& entry) const;
    void forget_the_oldest();

    std::filesystem::path folder_;
    std::size_t history_;
    std::map<Uuid, CommandEntry> entries_;
};

}  // namespace mz::edge
