#pragma once
#include "core/clock.hpp"
#include "core/text.hpp"
#include "core/uuid.hpp"
#include "json/read.hpp"
#include "json/value.hpp"
#include "web/page.hpp"

#include <boost/describe.hpp>

#include <optional>
#include <string>
#include <vector>

namespace mz::incidents {

enum class IncidentStatus { open, in_progress, resolved, closed };
BOOST_DESCRIBE_ENUM(IncidentStatus, open, in_progress, resolved, closed)

// Of impact (how much is affected) and of urgency (how long it can wait).
enum class Level { low, medium, high };
BOOST_DESCRIBE_ENUM(Level, low, medium, high)

enum class Priority { low, medium, high, critical };
BOOST_DESCRIBE_ENUM(Priority, low, medium, high, critical)

using Title = Text<1, 200>;
using Description = Text<0, 20000>;
using Prose = Text<1, 20000>;

// An interruption of a service, as its tenant sees it. `number` is INC-000001 and counts within the tenant.
struct Incident {
    Uuid id;
    std::string number;
    Title title;
    Description description;
    IncidentStatus status = IncidentStatus::open;
    Level impact = Level::low;
    Level urgency = Level::low;
    Priority priority = Priority::low;
    std::optional<Uuid> assignee_id;
    std::optional<std::string> assignee_name;
    std::optional<Uuid> reporter_id;
    std::optional<std::string> reporter_name;
    std::optional<Uuid> alert_id;
    std::optional<Prose> resolution;
    Timestamp created_at;
    Timestamp updated_at;
    std::optional<Timestamp> resolved_at;
    std::optional<Timestamp> closed_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Incident, (),
                      (id, number, title, description, status, impact, urgency, priority, assignee_id, assignee_name, reporter_id,
                       reporter_name, alert_id, resolution, created_at, updated_at, resolved_at, closed_at, version))

struct IncidentCreate {
    Title title;
    std::optional<Description> description;
    Level impact = Level::low;
    Level urgency = Level::low;
};
BOOST_DESCRIBE_STRUCT(IncidentCreate, (), (title, description, impact, urgency))

// By hand an incident only moves between these two; the rest has endpoints of its own.
enum class WorkStatus { open, in_progress };
BOOST_DESCRIBE_ENUM(WorkStatus, open, in_progress)

struct IncidentPatch {
    json::Patched<Title> title;
    json::Patched<Description> description;
    json::Patched<Level> impact;
    json::Patched<Level> urgency;
    json::Patched<WorkStatus> status;
};
BOOST_DESCRIBE_STRUCT(IncidentPatch, (), (title, description, impact, urgency, status))

struct IncidentFilter : web::ListQuery {
    std::vector<IncidentStatus> status;
    std::vector<Priority> priority;
    std::optional<Uuid> assignee_id;
    std::optional<bool> unassigned;
    std::optional<Text<1, 200>> q;  // part of the title, or the beginning of the number
};
BOOST_DESCRIBE_STRUCT(IncidentFilter, (web::ListQuery), (status, priority, assignee_id, unassigned, q))

struct IncidentPath {
    Uuid id;
};
BOOST_DESCRIBE_STRUCT(IncidentPath, (), (id))

struct CommentBody {
    Prose body;
};
BOOST_DESCRIBE_STRUCT(CommentBody, (), (body))

// null takes the assignee away; leaving the member out is a mistake, not a wish.
struct AssignBody {
    json::Patched<std::optional<Uuid>> assignee_id;
};
BOOST_DESCRIBE_STRUCT(AssignBody, (), (assignee_id))

struct BulkAssign {
    std::vector<Uuid> ids;
    json::Patched<std::optional<Uuid>> assignee_id;
};
BOOST_DESCRIBE_STRUCT(BulkAssign, (), (ids, assignee_id))

inline constexpr std::size_t bulk_assign_most = 500;

inline void validate(BulkAssign const& body, json::Errors& errors, json::Path const& at)
{
    if (!body.assignee_id.given) errors.add({&at, "assignee_id"}, "is required");
    if (body.ids.empty() || body.ids.size() > bulk_assign_most) {
        errors.add({&at, "ids"}, "must have 1 to " + std::to_string(bulk_assign_most) + " elements");
    }
}

// How many were changed: those that are not there, finished, or assigned so already are passed over.
struct BulkAssigned {
    std::int64_t updated = 0;
};
BOOST_DESCRIBE_STRUCT(BulkAssigned, (), (updated))

struct ResolveBody {
    Prose resolution;
};
BOOST_DESCRIBE_STRUCT(ResolveBody, (), (resolution))

struct ReopenBody {
    Prose reason;
};
BOOST_DESCRIBE_STRUCT(ReopenBody, (), (reason))

enum class TimelineKind { created, comment, changed, assigned, resolved, closed, reopened };
BOOST_DESCRIBE_ENUM(TimelineKind, created, comment, changed, assigned, resolved, closed, reopened)

// `changes` is {"<field>": {"from": .., "to": ..}}.
struct TimelineEntry {
    Uuid id;
    TimelineKind kind = TimelineKind::created;
    std::optional<Uuid> actor_id;
    std::optional<std::string> actor_name;
    Timestamp at;
    std::optional<std::string> body;
    std::optional<json::Raw> changes;
};
BOOST_DESCRIBE_STRUCT(TimelineEntry, (), (id, kind, actor_id, actor_name, at, body, changes))

}  // namespace mz::incidents
