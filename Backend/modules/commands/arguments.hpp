#pragma once
#include "command.hpp"
#include "commands.hpp"

namespace mz::commands {

// update_snap takes {"name"?: a snap's name}, all snaps where it is left out. discover_network takes {"network": "192.168.1.0/24",
// "method": "hosts" | "services"}, the network no larger than the settings say. The others take nothing. Throws Problem(bad_request) that
// names what is wrong.
void check_args(CommandName command, Args const& args, CommandSettings const& settings);

}  // namespace mz::commands
