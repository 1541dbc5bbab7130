#include "alerts.hpp"

#include "alerts_sql.hpp"
#include "incidents/incidents.hpp"
#include "live.hpp"
#include "pg/registry.hpp"
#include "triage.hpp"
#include "webhooks.hpp"

namespace mz::alerts {
namespace {

using namespace web;

struct NewAlert {
    Uuid id;
    Severity severity = Severity::info;
    Title title;
    Source source;
    std::optional<Rule> rule;
    std::optional<Uuid> device_id;
    json::Raw detail;
    Timestamp occurred_at;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(NewAlert, (), (id, severity, title, source, rule, device_id, detail, occurred_at, at))

struct AlertAt {
    Uuid id;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(AlertAt, (), (id, at))

struct Closing {
    Uuid id;
    Timestamp at;
    std::optional<Text<1, 2000>> reason;
};
BOOST_DESCRIBE_STRUCT(Closing, (), (id, at, reason))

struct Escalation {
    Uuid id;
    Uuid incident_id;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(Escalation, (), (id, incident_id, at))

// The alert as it is after a change of its state, announced.
Task<Alert> announced(Tx& tx, AlertPath path, Timestamp at)
{
    auto detailed = co_await tx.one<AlertDetail>(sql::alert_get{}, path);
    Alert alert = std::move(detailed);
    co_await tx.send(announce_update(tx.entry().tenant.value(), alert, at));
    co_return alert;
}

Task<Page<Alert>> list(Request& rq, Query<AlertFilter> filter) { co_return co_await rq.db.page<Alert>(sql::alert_list{}, filter.value); }

Task<AlertDetail> get(Request& rq, Path<AlertPath> path) { co_return co_await rq.db.one<AlertDetail>(sql::alert_get{}, path.value); }

Task<Alert> acknowledge(Request& rq, Path<AlertPath> path, Tx& tx)
{
    auto const alert = co_await tx.one<AlertDetail>(sql::alert_lock{}, path.value);
    rq.check_version(alert.version);
    if (alert.status == AlertStatus::acknowledged) {
        throw Problem(Failure::conflict, alert.acknowledged_by_name.value_or("Somebody else") + " has acknowledged this alert already.");
    }
    if (alert.status == AlertStatus::closed) throw Problem(Failure::conflict, "This alert is closed.");
    AlertAt const args{path->id, now()};
    co_await tx.run(sql::alert_acknowledge{}, args);
    auto after = co_await announced(tx, path.value, args.at);
    rq.audit_change<Alert>(alert, after);
    co_return after;
}

Task<Alert> close(Request& rq, Path<AlertPath> path, Body<CloseAlert> body, Tx& tx)
{
    auto const alert = co_await tx.one<AlertDetail>(sql::alert_lock{}, path.value);
    rq.check_version(alert.version);
    if (alert.status == AlertStatus::closed) throw Problem(Failure::conflict, "This alert is closed already.");
    Closing const args{path->id, now(), body->reason};
    co_await tx.run(sql::alert_close{}, args);
    co_return co_await announced(tx, path.value, args.at);
}

Task<Created<incidents::Incident>> escalate(Request& rq, Path<AlertPath> path, Tx& tx)
{
    auto const alert = co_await tx.one<AlertDetail>(sql::alert_lock{}, path.value);
    rq.check_version(alert.version);
    if (alert.incident_id) throw Problem(Failure::conflict, "This alert has become an incident already.");
    auto incident = co_await incidents::open(tx, incident_of(alert));
    Escalation const args{path->id, incident.id, now()};
    co_await tx.run(sql::alert_escalate{}, args);
    co_await announced(tx, path.value, args.at);
    co_return Created<incidents::Incident>{std::move(incident)};
}

}  // namespace

Task<void> raise(Tx& tx, std::vector<Raise> alerts)
{
    if (alerts.empty()) co_return;
    pg::registered<sql::alert_create, Alert>();
    std::vector<pg::Statement> inserts;
    for (auto& alert : alerts) {
        NewAlert const row{Uuid::v7(),
                           alert.severity,
                           std::move(alert.title),
                           std::move(alert.source),
                           std::move(alert.rule),
                           alert.device_id,
                           std::move(alert.detail),
                           alert.occurred_at,
                           now()};
        inserts.push_back(pg::statement<sql::alert_create>(row, tx.entry()));
    }
    auto const results = co_await tx.send(std::move(inserts));
    std::vector<pg::Statement> announcements;
    for (auto const& result : results) {
        auto const stored = pg::decode_all<Alert>(result, sql::alert_create::name);
        announcements.push_back(announce_new(tx.entry().tenant.value(), stored.front()));
    }
    co_await tx.send(std::move(announcements));
}

std::vector<Route> routes()
{
    constexpr Permission read{"alerts:read"};
    constexpr Permission write{"alerts:write"};
    std::vector<Route> all;
    all.push_back(route(Verb::get, "/api/v1/alerts", read, "alert_list", "List alerts", list));
    all.push_back(route(Verb::get, "/api/v1/alerts/{id}", read, "alert_get", "Fetch one alert with its detail", get));
    all.push_back(route(Verb::post, "/api/v1/alerts/{id}/acknowledge", write, "alert_acknowledge", "Take an alert on", acknowledge));
    all.push_back(route(Verb::post, "/api/v1/alerts/{id}/close", write, "alert_close", "Close an alert", close));
    all.push_back(
        route(Verb::post, "/api/v1/alerts/{id}/incident", write, "alert_incident_create", "Open an incident for an alert", escalate));
    for (auto& more : webhook_routes()) all.push_back(std::move(more));
    for (auto& more : topics()) all.push_back(std::move(more));
    return all;
}

}  // namespace mz::alerts
