#include "lifecycle.hpp"

namespace mz::incidents {
namespace {

using Next = std::expected<IncidentStatus, std::string_view>;

Next refused(std::string_view why) { return std::unexpected(why); }

// While it is open or in progress, everything but closing and reopening is possible.
Next next_of_unfinished(IncidentStatus from, Action action)
{
    switch (action) {
        case Action::start:
        case Action::assign: return IncidentStatus::in_progress;
        case Action::pause:
        case Action::unassign: return IncidentStatus::open;
        case Action::edit: return from;
        case Action::resolve: return IncidentStatus::resolved;
        case Action::close: return refused("Say how it was resolved before closing it.");
        case Action::reopen:
        case Action::reopen_assigned: return refused("This incident is not resolved, so there is nothing to reopen.");
    }
    return from;
}

}  // namespace

Next next(IncidentStatus from, Action action)
{
    if (from == IncidentStatus::open || from == IncidentStatus::in_progress) return next_of_unfinished(from, action);
    if (action == Action::reopen) return IncidentStatus::open;
    if (action == Action::reopen_assigned) return IncidentStatus::in_progress;
    if (from == IncidentStatus::resolved && action == Action::close) return IncidentStatus::closed;
    if (action == Action::close) return refused("This incident is closed already.");
    if (from == IncidentStatus::resolved && action == Action::resolve) return refused("This incident is resolved already.");
    return refused(from == IncidentStatus::resolved ? "This incident is resolved; reopen it to change it."
                                                    : "This incident is closed; reopen it to change it.");
}

}  // namespace mz::incidents
