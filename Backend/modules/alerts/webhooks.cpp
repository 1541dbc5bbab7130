#include "webhooks.hpp"

#include "alerts.hpp"
#include "alerts_sql.hpp"
#include "json/write.hpp"
#include "web/webhook_signature.hpp"

namespace mz::alerts {
namespace {

using namespace web;

constexpr std::string_view inbound_path = "/api/v1/webhooks/alerts/";
constexpr std::chrono::seconds rate_window{60};

struct WebhookRow {
    Uuid id;
    Text<1, 200> name;
    Timestamp created_at;
    std::optional<Timestamp> revoked_at;
    std::optional<Timestamp> last_used_at;
};
BOOST_DESCRIBE_STRUCT(WebhookRow, (), (id, name, created_at, revoked_at, last_used_at))

struct NewWebhook {
    Uuid id;
    Text<1, 200> name;
    Secret<std::string> secret;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(NewWebhook, (), (id, name, secret, at))

struct ByIdAt {
    Uuid id;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(ByIdAt, (), (id, at))

struct FoundWebhook {
    Uuid tenant_id;
    Source name;
    Secret<std::string> secret;
    bool revoked = false;
    bool tenant_active = false;
};
BOOST_DESCRIBE_STRUCT(FoundWebhook, (), (tenant_id, name, secret, revoked, tenant_active))

struct Delivery {
    Uuid webhook_id;
    std::string message_id;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(Delivery, (), (webhook_id, message_id, at))

struct DeliveriesSince {
    Uuid webhook_id;
    Timestamp since;
};
BOOST_DESCRIBE_STRUCT(DeliveriesSince, (), (webhook_id, since))

struct Before {
    Timestamp before;
};
BOOST_DESCRIBE_STRUCT(Before, (), (before))

AlertSettings const& settings_of(Request& rq) { return rq.services.get<AlertSettings>(); }

std::string url_of(Request& rq, Uuid const& id) { return settings_of(rq).public_url + std::string(inbound_path) + id.to_string(); }

Task<Page<AlertWebhook>> list(Request& rq, Query<ListQuery> query)
{
    auto rows = co_await rq.db.page<WebhookRow>(sql::webhook_list{}, query.value);
    Page<AlertWebhook> page;
    page.next = std::move(rows.next);
    page.total = rows.total;
    for (auto const& row : rows.items)
        page.items.push_back({row.id, row.name, url_of(rq, row.id), row.created_at, row.revoked_at, row.last_used_at});
    co_return page;
}

Task<Created<AlertWebhookCreated>> create(Request& rq, Body<AlertWebhookCreate> body)
{
    NewWebhook const args{Uuid::v7(), body->name, Secret<std::string>(WebhookKeys::generate()), now()};
    co_await rq.db.one<Uuid>(sql::webhook_create{}, args);
    co_return Created<AlertWebhookCreated>{{args.id, args.name, url_of(rq, args.id), args.secret}};
}

Task<void> revoke(Request& rq, Path<AlertPath> path)
{
    ByIdAt const args{path->id, now()};
    co_await rq.db.one<Uuid>(sql::webhook_revoke{}, args);
}

Task<void> refuse_too_many(Request& rq, Tx& tx, Uuid webhook)
{
    DeliveriesSince const window{webhook, now() - rate_window};
    auto const recent = co_await tx.one<std::int64_t>(sql::delivery_count{}, window);
    if (recent <= settings_of(rq).alert_webhook_max_per_minute) co_return;
    Problem problem(Failure::too_many_requests, "This webhook has raised too many alerts within a minute.");
    problem.retry_after = rate_window;
    throw problem;
}

// Public, because the signature is the credential. A message sent again answers like the first time and changes nothing.
Task<void> receive(Request& rq, Path<AlertPath> path, Body<AlertReport> body, Tx& tx)
{
    auto const& settings = settings_of(rq);
    if (rq.http.body.size() > settings.alert_webhook_max_body_bytes) {
        throw Problem(Failure::too_large, "An alert may have at most " + std::to_string(settings.alert_webhook_max_body_bytes) + " bytes.");
    }
    auto const webhook = co_await tx.maybe<FoundWebhook>(sql::webhook_find{}, path.value);
    if (!webhook || webhook->revoked) throw Problem(Failure::not_found, "There is no such webhook, or it was revoked.");
    std::chrono::seconds const tolerance(settings.alert_webhook_tolerance_seconds);
    auto message_id = WebhookKeys(webhook->secret).verify(rq.http.headers, rq.http.body, tolerance);
    if (!webhook->tenant_active) throw Problem(Failure::forbidden, "tenant-not-active", "This tenant's licence is not active.");

    Caller caller;
    caller.kind = ActorKind::webhook;
    caller.tenant = webhook->tenant_id;
    caller.id = path->id;
    caller.role = "webhook";
    rq.become(std::move(caller));

    Delivery const delivery{path->id, std::move(message_id), now()};
    auto const taken = co_await tx.run(sql::delivery_create{}, delivery);
    if (taken == 0) co_return;
    co_await refuse_too_many(rq, tx, path->id);
    ByIdAt const touch{path->id, delivery.at};
    co_await tx.run(sql::webhook_touch{}, touch);
    std::vector<Raise> alerts(1);
    auto& alert = alerts.front();
    alert.severity = body->severity;
    alert.title = body->title;
    alert.source = webhook->name;
    alert.rule = body->rule;
    alert.detail.text = body->detail ? json::write(*body->detail) : "{}";
    alert.occurred_at = delivery.at;
    co_await raise(tx, std::move(alerts));
}

}  // namespace

std::vector<Route> webhook_routes()
{
    constexpr Permission read{"webhooks:read"};
    constexpr Permission write{"webhooks:write"};
    std::vector<Route> all;
    all.push_back(route(Verb::get, "/api/v1/alert-webhooks", read, "alert_webhook_list", "List alert webhooks", list));
    all.push_back(route(Verb::post, "/api/v1/alert-webhooks", write, "alert_webhook_create", "Make an alert webhook", create).step_up());
    all.push_back(
        route(Verb::post, "/api/v1/alert-webhooks/{id}/revoke", write, "alert_webhook_revoke", "Revoke an alert webhook", revoke));
    all.push_back(route(Verb::post, std::string(inbound_path) + "{id}", permission::none, "alert_webhook_receive",
                        "Raise an alert from outside, signed as Standard Webhooks", receive));
    return all;
}

Task<std::int64_t> purge_deliveries(pg::Pool& pool, Timestamp before)
{
    Before const args{before};
    co_return co_await pg::one<std::int64_t>(pool, pg::Entry{}, sql::delivery_purge{}, args);
}

}  // namespace mz::alerts
