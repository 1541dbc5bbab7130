#pragma once
#include "command.hpp"

namespace mz::commands {

// update_snap takes {"name"?: a snap's name}, all snaps where it is left out; the others take nothing. Throws Problem(bad_request) that
// names what is wrong.
void check_args(CommandName command, Args const& args);

}  // namespace mz::commands
