#pragma once
#include "incident.hpp"

#include <expected>
#include <string_view>

namespace mz::incidents {

// open -> in_progress -> resolved -> closed, and back to the beginning by `reopen`.
//
// `in_progress` means that somebody works on it, so assigning an open incident starts it and taking the assignee away opens it again;
// `start` and `pause` say the same by hand. A resolved incident waits for the reporter's word: it is closed or reopened, and not changed
// otherwise. A reopened one goes back to its assignee where it has one.
enum class Action { start, pause, assign, unassign, edit, resolve, close, reopen, reopen_assigned };

// What becomes of an incident, or the sentence that says why it cannot be.
std::expected<IncidentStatus, std::string_view> next(IncidentStatus from, Action action);

}  // namespace mz::incidents
