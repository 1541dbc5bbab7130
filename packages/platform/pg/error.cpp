#include "pg/error.hpp"

#include <libpq-fe.h>

#include <string>
#include <vector>

namespace mz::pg {
namespace {

struct Message {
    std::string_view constraint;
    Failure failure;
    std::string_view message;
};

std::vector<Message>& messages()
{
    static std::vector<Message> all;
    return all;
}

std::string_view field(pg_result const* failed, int code)
{
    char const* value = PQresultErrorField(failed, code);
    return value == nullptr ? std::string_view() : value;
}

// The longest name that the constraint's begins with, so that `alert_key` does not answer for `alert_key_device`.
Message const* message_for(std::string_view constraint)
{
    Message const* best = nullptr;
    for (auto const& message : messages()) {
        if (constraint.starts_with(message.constraint) && (best == nullptr || message.constraint.size() > best->constraint.size())) {
            best = &message;
        }
    }
    return best;
}

Problem busy(std::string detail) { return Problem::unavailable(std::move(detail), std::chrono::seconds(1)); }

}  // namespace

ConstraintMessage::ConstraintMessage(std::string_view constraint, Failure failure, std::string_view message)
{
    messages().push_back({constraint, failure, message});
}

Problem problem_of(pg_result const* failed)
{
    auto const state = field(failed, PG_DIAG_SQLSTATE);
    if (auto const constraint = field(failed, PG_DIAG_CONSTRAINT_NAME); !constraint.empty()) {
        if (auto const* known = message_for(constraint)) return Problem(known->failure, std::string(known->message));
    }
    if (state == "23505") return Problem(Failure::conflict, "This exists already.");
    if (state == "23503") return Problem(Failure::conflict, "Something that this refers to does not exist, or this is still referred to.");
    if (state == "23514") return Problem(Failure::unprocessable, "A value is outside of what is allowed.");
    if (state.starts_with("22")) return Problem(Failure::bad_request, "A value is malformed or out of range.");
    if (state == "40001" || state == "40P01" || state == "55P03") return busy("Others are changing the same data; try again.");
    if (state == "57014") return busy("The database took too long; try again.");
    // A connection lost, a server that stops, starts or only reads, and one that has run out of connections, memory or disk.
    if (state.empty() || state.starts_with("08") || state.starts_with("57P0") || state.starts_with("53") || state == "25006")
        return database_away();
    std::string detail(state);
    detail.append(": ").append(field(failed, PG_DIAG_MESSAGE_PRIMARY));
    if (auto const more = field(failed, PG_DIAG_MESSAGE_DETAIL); !more.empty()) detail.append(" (").append(more).append(")");
    return Problem(Failure::internal, std::move(detail));
}

Problem database_away() { return busy("The database cannot be reached just now; try again."); }

}  // namespace mz::pg
