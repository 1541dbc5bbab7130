#pragma once
#include <boost/describe.hpp>

#include <cstddef>
#include <cstdint>
#include <string>

namespace mz::edge {

struct CommandSettings {
    std::int64_t edge_command_wait_seconds = 30;      // a poll is answered at once when there is a command, else after this
    std::int64_t edge_command_timeout_seconds = 600;  // for a program that a command runs
    std::size_t edge_command_max_output_bytes = 32 * 1024;
    std::size_t edge_command_history = 200;  // commands remembered after their result arrived
    std::string edge_command_snap = "snap";
};
BOOST_DESCRIBE_STRUCT(CommandSettings, (),
                      (edge_command_wait_seconds, edge_command_timeout_seconds, edge_command_max_output_bytes, edge_command_history,
                       edge_command_snap))

}  // namespace mz::edge
