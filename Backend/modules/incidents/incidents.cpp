#include "incidents.hpp"

#include "changes.hpp"
#include "incidents_sql.hpp"
#include "lifecycle.hpp"
#include "pg/error.hpp"
#include "priority.hpp"

#include <algorithm>

namespace mz::incidents {
namespace {

using namespace web;

pg::ConstraintMessage const not_a_member{"incident_assignee_is_member", Failure::unprocessable,
                                         "This person does not belong to the tenant."};
pg::ConstraintMessage const alert_taken{"incident_alert_taken", Failure::conflict, "This alert has become an incident already."};

struct NewIncident {
    Uuid id;
    std::string number;
    Title title;
    Description description;
    Level impact = Level::low;
    Level urgency = Level::low;
    Priority priority = Priority::low;
    std::optional<Uuid> alert_id;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(NewIncident, (), (id, number, title, description, impact, urgency, priority, alert_id, at))

struct TimelineArgs : ListQuery {
    Uuid incident_id;
};
BOOST_DESCRIBE_STRUCT(TimelineArgs, (ListQuery), (incident_id))

struct EntryPath {
    Uuid incident_id;
    Uuid id;
};
BOOST_DESCRIBE_STRUCT(EntryPath, (), (incident_id, id))

// INC-000001; longer where six digits are not enough.
std::string written(std::int64_t number)
{
    constexpr std::size_t digits = 6;
    auto const text = std::to_string(number);
    return "INC-" + std::string(digits - std::min(digits, text.size()), '0') + text;
}

void advance(Incident& incident, Action action)
{
    auto const to = next(incident.status, action);
    if (!to) throw Problem(Failure::conflict, std::string(to.error()));
    incident.status = *to;
}

// The incident under its row's lock, if the caller has seen its present version.
Task<Incident> lock(Request& rq, Tx& tx, IncidentPath path)
{
    auto incident = co_await tx.one<Incident>(sql::incident_lock{}, path);
    rq.check_version(incident.version);
    co_return incident;
}

// The name of a person who can be given work.
Task<std::optional<std::string>> assignee_name(Tx& tx, std::optional<Uuid> assignee)
{
    if (!assignee) co_return std::nullopt;
    IncidentPath const person{*assignee};
    auto name = co_await tx.maybe<std::string>(sql::assignee_find{}, person);
    if (!name) throw Problem(Failure::unprocessable, "The assignee is not an active member of this tenant.");
    co_return name;
}

Incident assigned(Incident incident, std::optional<Uuid> assignee, std::optional<std::string> name)
{
    advance(incident, assignee ? Action::assign : Action::unassign);
    incident.assignee_id = assignee;
    incident.assignee_name = std::move(name);
    return incident;
}

// Stores a change, on the timeline and in the audit log too.
Task<Incident> keep(Request& rq, Tx& tx, Incident before, Incident after, TimelineKind kind, std::optional<std::string> body)
{
    rq.audit_change(before, after);
    co_return co_await save(tx, std::move(before), std::move(after), kind, std::move(body));
}

Task<Page<Incident>> list(Request& rq, Query<IncidentFilter> filter)
{
    co_return co_await rq.db.page<Incident>(sql::incident_list{}, filter.value);
}

Task<Incident> get(Request& rq, Path<IncidentPath> path) { co_return co_await rq.db.one<Incident>(sql::incident_get{}, path.value); }

Task<Created<Incident>> create(Request& rq, Body<IncidentCreate> body, Tx& tx)
{
    Report report{body->title, body->description.value_or(Description()), body->impact, body->urgency, std::nullopt};
    auto incident = co_await open(tx, std::move(report));
    rq.audit_target(incident.id);
    co_return Created<Incident>{std::move(incident)};
}

Task<Incident> update(Request& rq, Path<IncidentPath> path, Body<IncidentPatch> patch, Tx& tx)
{
    auto before = co_await lock(rq, tx, path.value);
    auto after = before;
    advance(after, Action::edit);
    patch->title.apply_to(after.title);
    patch->description.apply_to(after.description);
    patch->impact.apply_to(after.impact);
    patch->urgency.apply_to(after.urgency);
    after.priority = priority_of(after.impact, after.urgency);
    if (patch->status.given) advance(after, patch->status.value == WorkStatus::open ? Action::pause : Action::start);
    if (!difference(before, after)) co_return before;
    co_return co_await keep(rq, tx, std::move(before), std::move(after), TimelineKind::changed, std::nullopt);
}

Task<Incident> assign(Request& rq, Path<IncidentPath> path, Body<AssignBody> body, Tx& tx)
{
    auto before = co_await lock(rq, tx, path.value);
    if (!body->assignee_id.given) throw Problem::invalid("/assignee_id", "is required; null takes the assignee away");
    auto name = co_await assignee_name(tx, body->assignee_id.value);
    auto after = assigned(before, body->assignee_id.value, std::move(name));
    if (!difference(before, after)) co_return before;
    co_return co_await keep(rq, tx, std::move(before), std::move(after), TimelineKind::assigned, std::nullopt);
}

Task<BulkAssigned> bulk_assign(Request&, Body<BulkAssign> body, Tx& tx)
{
    auto const name = co_await assignee_name(tx, body->assignee_id.value);
    auto incidents = co_await tx.all<Incident>(sql::incident_lock_many{}, body.value);
    BulkAssigned answer;
    for (auto& before : incidents) {
        if (!next(before.status, Action::edit)) continue;
        auto after = assigned(before, body->assignee_id.value, name);
        if (!difference(before, after)) continue;
        co_await save(tx, std::move(before), std::move(after), TimelineKind::assigned, std::nullopt);
        ++answer.updated;
    }
    co_return answer;
}

Task<Incident> resolve(Request& rq, Path<IncidentPath> path, Body<ResolveBody> body, Tx& tx)
{
    auto before = co_await lock(rq, tx, path.value);
    auto after = before;
    advance(after, Action::resolve);
    after.resolution = body->resolution;
    after.resolved_at = now();
    co_return co_await keep(rq, tx, std::move(before), std::move(after), TimelineKind::resolved, body->resolution);
}

Task<Incident> close(Request& rq, Path<IncidentPath> path, Tx& tx)
{
    auto before = co_await lock(rq, tx, path.value);
    auto after = before;
    advance(after, Action::close);
    after.closed_at = now();
    co_return co_await keep(rq, tx, std::move(before), std::move(after), TimelineKind::closed, std::nullopt);
}

Task<Incident> reopen(Request& rq, Path<IncidentPath> path, Body<ReopenBody> body, Tx& tx)
{
    auto before = co_await lock(rq, tx, path.value);
    auto after = before;
    advance(after, before.assignee_id ? Action::reopen_assigned : Action::reopen);
    after.resolution.reset();  // the timeline keeps it
    after.resolved_at.reset();
    after.closed_at.reset();
    co_return co_await keep(rq, tx, std::move(before), std::move(after), TimelineKind::reopened, body->reason);
}

Task<Created<TimelineEntry>> comment(Request& rq, Path<IncidentPath> path, Body<CommentBody> body, Tx& tx)
{
    co_await tx.one<Incident>(sql::incident_get{}, path.value);
    auto const id = co_await note(tx, path->id, TimelineKind::comment, now(), body->body);
    rq.audit_target(path->id);
    EntryPath const entry{path->id, id};
    auto stored = co_await tx.one<TimelineEntry>(sql::timeline_entry_get{}, entry);
    co_return Created<TimelineEntry>{std::move(stored)};
}

Task<Page<TimelineEntry>> timeline(Request& rq, Path<IncidentPath> path, Query<ListQuery> query)
{
    TimelineArgs args;
    static_cast<ListQuery&>(args) = query.value;
    args.incident_id = path->id;
    auto page = co_await rq.db.page<TimelineEntry>(sql::timeline_list{}, args);
    if (page.items.empty()) co_await rq.db.one<Incident>(sql::incident_get{}, path.value);  // 404 rather than an empty timeline
    co_return page;
}

}  // namespace

Task<Incident> open(Tx& tx, Report report)
{
    auto const number = co_await tx.one<std::int64_t>(sql::incident_number_take{});
    NewIncident incident;
    incident.id = Uuid::v7();
    incident.number = written(number);
    incident.title = std::move(report.title);
    incident.description = std::move(report.description);
    incident.impact = report.impact;
    incident.urgency = report.urgency;
    incident.priority = priority_of(report.impact, report.urgency);
    incident.alert_id = report.alert_id;
    incident.at = now();
    co_await tx.run(sql::incident_create{}, incident);
    co_await note(tx, incident.id, TimelineKind::created, incident.at, std::nullopt);
    IncidentPath const path{incident.id};
    co_return co_await tx.one<Incident>(sql::incident_get{}, path);
}

std::vector<Route> routes()
{
    constexpr Permission read{"incidents:read"};
    constexpr Permission write{"incidents:write"};
    std::vector<Route> all;
    all.push_back(route(Verb::get, "/api/v1/incidents", read, "incident_list", "List incidents", list));
    all.push_back(route(Verb::post, "/api/v1/incidents", write, "incident_create", "Open an incident", create));
    all.push_back(route(Verb::post, "/api/v1/incidents/bulk-assign", write, "incident_bulk_assign", "Assign many incidents", bulk_assign));
    all.push_back(route(Verb::get, "/api/v1/incidents/{id}", read, "incident_get", "Fetch one incident", get));
    all.push_back(route(Verb::patch, "/api/v1/incidents/{id}", write, "incident_update", "Change an incident", update));
    all.push_back(route(Verb::post, "/api/v1/incidents/{id}/comments", write, "incident_comment", "Comment on an incident", comment));
    all.push_back(route(Verb::post, "/api/v1/incidents/{id}/assign", write, "incident_assign", "Assign an incident, or nobody", assign));
    all.push_back(route(Verb::post, "/api/v1/incidents/{id}/resolve", write, "incident_resolve", "Say how it was resolved", resolve));
    all.push_back(route(Verb::post, "/api/v1/incidents/{id}/close", write, "incident_close", "Close a resolved incident", close));
    all.push_back(route(Verb::post, "/api/v1/incidents/{id}/reopen", write, "incident_reopen", "Reopen what was not over", reopen));
    all.push_back(route(Verb::get, "/api/v1/incidents/{id}/timeline", read, "incident_timeline", "What happened to an incident", timeline));
    return all;
}

}  // namespace mz::incidents
