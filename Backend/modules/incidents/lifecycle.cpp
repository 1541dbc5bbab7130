#include "lifecycle.hpp"

namespace mz::incidents {
namespace {

using Next = std::expected<Status, std::string_view>;

Next refused(std::string_view why) { return std::unexpected(why); }

// While it is open or in progress, everything but closing and reopening is possible.
Next next_of_unfinished(Status from, Action action)
{
    switch (action) {
        case Action::start:
        case Action::assign: return Status::in_progress;
        case Action::pause:
        case Action::unassign: return Status::open;
        case Action::edit: return from;
        case Action::resolve: return Status::resolved;
        case Action::close: return refused("Say how it was resolved before closing it.");
        case Action::reopen:
        case Action::reopen_assigned: return refused("This incident is not resolved, so there is nothing to reopen.");
    }
    return from;
}

}  // namespace

Next next(Status from, Action action)
{
    if (from == Status::open || from == Status::in_progress) return next_of_unfinished(from, action);
    if (action == Action::reopen) return Status::open;
    if (action == Action::reopen_assigned) return Status::in_progress;
    if (from == Status::resolved && action == Action::close) return Status::closed;
    if (action == Action::close) return refused("This incident is closed already.");
    if (from == Status::resolved && action == Action::resolve) return refused("This incident is resolved already.");
    return refused(from == Status::resolved ? "This incident is resolved; reopen it to change it." : "This incident is closed; reopen it to change it.");
}

}  // namespace mz::incidents
