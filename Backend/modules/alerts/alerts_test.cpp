#include "alerts.hpp"
#include "incidents/incidents.hpp"
#include "test_backend.hpp"
#include "testing/fake_clock.hpp"
#include "testing/run_task.hpp"
#include "web/webhook_signature.hpp"

#include <boost/json/parse.hpp>

#include <algorithm>

namespace mz::alerts {
namespace {

using backend::test::Answer;
using backend::test::text;
namespace bj = boost::json;

constexpr auto everything = "alerts:read alerts:write webhooks:read webhooks:write incidents:read";

class alerts : public ::testing::Test {
protected:
    static void SetUpTestSuite()
    {
        auto all = routes();
        for (auto& route : incidents::routes()) all.push_back(std::move(route));
        auto const add = [](net::Worker, web::Services& services) {
            auto settings = std::make_shared<AlertSettings>();
            settings->alert_webhook_max_per_minute = 3;
            services.add(settings);
        };
        cloud = std::make_unique<backend::test::Backend>(std::move(all), add);
    }
    static void TearDownTestSuite() { cloud.reset(); }

    void SetUp() override
    {
        tenant = cloud->make_tenant();
        by = cloud->token(tenant, cloud->make_person(tenant, "Ann"), everything);
    }

    // As the ingest job raises it: in a transaction of monozu_jobs under the tenant.
    void raise_here(Raise alert)
    {
        asio::io_context io;
        pg::Pool pool(io, cloud->database.url("monozu_jobs"), {});
        auto const task = [](pg::Pool& with, Uuid of, Raise what) -> Task<void> {
            web::Tx tx(co_await with.acquire(), pg::Entry{of, std::nullopt});
            std::vector<Raise> one;
            one.push_back(std::move(what));
            co_await raise(tx, std::move(one));
            co_await tx.commit();
        };
        testing::run_task(io, task(pool, tenant, std::move(alert)));
    }
    static Raise port_opened(std::optional<Uuid> device = std::nullopt)
    {
        return {Severity::high, "A port was opened", "edge", Rule("new-listener"), device, {R"({"port":4444})"}, now()};
    }
    bj::value newest() { return cloud->get("/api/v1/alerts?sort=-created_at&limit=1", by).json().at("items").at(0); }
    Answer act(bj::value const& alert, std::string const& action, bj::object const& body = {})
    {
        return cloud->post("/api/v1/alerts/" + text(alert, "id") + "/" + action, by, body);
    }

    bj::value make_webhook()
    {
        auto const made = cloud->post("/api/v1/alert-webhooks", by, bj::object{{"name", "Monitoring"}});
        EXPECT_EQ(made.status, 201) << made.body;
        return made.json();
    }
    static int deliver(bj::value const& webhook, std::string const& message_id, std::string const& secret, bj::object const& body)
    {
        auto const sent = bj::serialize(body);
        net::Headers headers;
        web::WebhookKeys(Secret<std::string>(secret)).sign(headers, message_id, sent);
        testing::Exchange exchange{
            "POST", text(webhook, "url").substr(text(webhook, "url").find("/api")), sent, {{"Content-Type", "application/json"}}};
        for (auto const& [name, value] : headers) exchange.headers[name] = value;
        return testing::exchange(cloud->server->port(), exchange).status;
    }
    int count() { return static_cast<int>(cloud->get("/api/v1/alerts", by).json().at("items").as_array().size()); }

    static inline std::unique_ptr<backend::test::Backend> cloud;
    Uuid tenant;
    std::string by;
    bj::object const disk_full{{"severity", "critical"}, {"title", "Disk is full"}, {"rule", "disk"}, {"detail", {{"mount", "/var"}}}};
};

TEST_F(alerts, what_a_device_raises_is_listed_with_its_name_and_shown_with_its_detail)
{
    auto const device = cloud->make_device(tenant, "front desk");
    raise_here(port_opened(device));
    auto const alert = newest();
    EXPECT_EQ(text(alert, "device_name"), "front desk");
    EXPECT_EQ(text(alert, "status"), "open");
    auto const detailed = cloud->get("/api/v1/alerts/" + text(alert, "id"), by).json();
    EXPECT_EQ(detailed.at("detail").at("port"), 4444);
    EXPECT_EQ(cloud->get("/api/v1/alerts?device_id=" + device.to_string(), by).json().at("items").as_array().size(), 1U);
    EXPECT_TRUE(cloud->get("/api/v1/alerts?severity=low,info", by).json().at("items").as_array().empty());
}

TEST_F(alerts, severities_sort_by_their_weight)
{
    for (auto const severity : {Severity::low, Severity::critical, Severity::medium}) {
        auto alert = port_opened();
        alert.severity = severity;
        raise_here(std::move(alert));
    }
    std::string order;
    auto const json = cloud->get("/api/v1/alerts?sort=-severity", by).json();
    for (auto const& item : json.at("items").as_array()) order += text(item, "severity") + " ";
    EXPECT_EQ(order, "critical medium low ");
}

TEST_F(alerts, the_first_to_acknowledge_is_named_to_the_second)
{
    raise_here(port_opened());
    auto const alert = newest();
    auto const taken = act(alert, "acknowledge");
    EXPECT_EQ(taken.status, 200) << taken.body;
    EXPECT_EQ(text(taken.json(), "acknowledged_by_name"), "Ann");
    auto const again = act(alert, "acknowledge");
    EXPECT_EQ(again.status, 409);
    EXPECT_NE(again.body.find("Ann has acknowledged"), std::string::npos);
    EXPECT_EQ(text(act(alert, "close", {{"reason", "harmless"}}).json(), "status"), "closed");
    EXPECT_EQ(act(alert, "close").status, 409);
    EXPECT_EQ(act(alert, "acknowledge").status, 409);
}

TEST_F(alerts, an_alert_becomes_an_incident_once)
{
    raise_here(port_opened());
    auto const alert = newest();
    auto const made = act(alert, "incident");
    ASSERT_EQ(made.status, 201) << made.body;
    auto const incident = made.json();
    EXPECT_EQ(text(incident, "title"), "A port was opened");
    EXPECT_EQ(text(incident, "priority"), "high");
    EXPECT_EQ(text(incident, "alert_id"), text(alert, "id"));
    EXPECT_EQ(text(incident, "reporter_name"), "Ann");
    auto const after = newest();
    EXPECT_EQ(text(after, "incident_id"), text(incident, "id"));
    EXPECT_EQ(text(after, "status"), "acknowledged");
    EXPECT_EQ(act(alert, "incident").status, 409);
    EXPECT_EQ(cloud->value("select count(*) from itsm.incidents where tenant_id = '" + tenant.to_string() + "'"), "1");
}

TEST_F(alerts, another_tenants_alert_is_not_found)
{
    raise_here(port_opened());
    auto const alert = newest();
    auto const stranger = cloud->make_tenant();
    by = cloud->token(stranger, cloud->make_person(stranger, "Bob"), everything);
    EXPECT_EQ(cloud->get("/api/v1/alerts/" + text(alert, "id"), by).status, 404);
    for (auto const* action : {"acknowledge", "close", "incident"}) EXPECT_EQ(act(alert, action).status, 404) << action;
    EXPECT_EQ(count(), 0);
}

TEST_F(alerts, a_signed_message_raises_one_alert_however_often_it_comes)
{
    auto const webhook = make_webhook();
    auto const secret = text(webhook, "secret");
    EXPECT_EQ(deliver(webhook, "msg_1", secret, disk_full), 204);
    EXPECT_EQ(deliver(webhook, "msg_1", secret, disk_full), 204);
    EXPECT_EQ(count(), 1);
    EXPECT_EQ(text(newest(), "source"), "Monitoring");
    EXPECT_EQ(deliver(webhook, "msg_2", secret, disk_full), 204);
    EXPECT_EQ(count(), 2);
    auto const listed = cloud->get("/api/v1/alert-webhooks", by);
    EXPECT_EQ(listed.body.find(secret), std::string::npos);
    EXPECT_FALSE(listed.json().at("items").at(0).at("last_used_at").is_null());
}

TEST_F(alerts, a_message_with_a_wrong_signature_or_an_old_one_is_refused)
{
    auto const webhook = make_webhook();
    EXPECT_EQ(deliver(webhook, "msg_1", web::WebhookKeys::generate(), disk_full), 401);
    {
        testing::FakeClock const past(now() - std::chrono::minutes(6));
        auto const sent = bj::serialize(disk_full);
        net::Headers headers;
        web::WebhookKeys(Secret<std::string>(text(webhook, "secret"))).sign(headers, "msg_old", sent);
        set_clock(nullptr);
        testing::Exchange exchange{"POST", "/api/v1/webhooks/alerts/" + text(webhook, "id"), sent, {{"Content-Type", "application/json"}}};
        for (auto const& [name, value] : headers) exchange.headers[name] = value;
        EXPECT_EQ(testing::exchange(cloud->server->port(), exchange).status, 401);
    }
    EXPECT_EQ(count(), 0);
}

TEST_F(alerts, a_revoked_webhook_is_gone_and_one_that_floods_is_held_up)
{
    auto const webhook = make_webhook();
    auto const secret = text(webhook, "secret");
    for (int i = 0; i < 3; ++i) EXPECT_EQ(deliver(webhook, "msg_" + std::to_string(i), secret, disk_full), 204);
    EXPECT_EQ(deliver(webhook, "msg_3", secret, disk_full), 429);
    EXPECT_EQ(count(), 3);
    EXPECT_EQ(cloud->post("/api/v1/alert-webhooks/" + text(webhook, "id") + "/revoke", by).status, 204);
    EXPECT_EQ(deliver(webhook, "msg_4", secret, disk_full), 404);
}

TEST_F(alerts, a_webhook_takes_no_alerts_for_a_tenant_without_a_licence)
{
    auto const webhook = make_webhook();
    cloud->superuser.run("update licence.tenants set status = 'suspended' where id = $1", {tenant.to_string()});
    EXPECT_EQ(deliver(webhook, "msg_1", text(webhook, "secret"), disk_full), 403);
}

// What a connection gets that was away since it heard of `after`.
TEST_F(alerts, a_connection_that_was_away_gets_what_is_new_and_what_changed)
{
    auto const missed = [this](std::optional<Uuid> after, int most) {
        auto const all = routes();
        auto const topic = std::ranges::find(all, "security", &web::Route::topic);
        asio::io_context io;
        pg::Pool pool(io, cloud->database.url("monozu_app"), {});
        web::AuditEntry entry;
        entry.tenant = tenant;
        web::Db db(pool, entry);
        net::Request http;
        web::Services services;
        auto settings = std::make_shared<AlertSettings>();
        settings->alert_replay_most = most;
        settings->alert_replay_overlap_seconds = 0;
        services.add(settings);
        web::Request rq{{}, db, http, services, {}};
        std::string out;
        for (auto const& message : testing::run_task(io, topic->replay(rq, after))) {
            auto const json = bj::parse(message);
            out += text(json, "type") + ":" + text(json.at("data"), "title") + " ";
        }
        return out;
    };
    auto const titled = [](std::string title) {
        auto alert = port_opened();
        alert.title = Title(std::move(title));
        return alert;
    };
    raise_here(titled("old"));
    auto const old = newest();
    raise_here(titled("known"));
    auto const known = *Uuid::parse(text(newest(), "id"));
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
    raise_here(titled("new"));
    act(old, "acknowledge");
    EXPECT_EQ(missed(known, 100), "alert:known alert:new alert_updated:old ") << "the one it knows shares its millisecond and comes again";
    EXPECT_EQ(missed(known, 1), "alert_updated:old ") << "the newest, when there are too many";
    EXPECT_EQ(missed(std::nullopt, 100), "");
}

// The largest alert that the columns allow, in characters that take the most bytes.
TEST_F(alerts, the_largest_alert_fits_into_a_notification)
{
    std::string widest;
    for (int i = 0; i < 200; ++i) widest += "\xF0\x9F\x94\xA5";
    auto const device = cloud->make_device(tenant, widest);
    Raise alert{Severity::critical, widest, widest, Rule(widest), device, {"{}"}, now()};
    raise_here(std::move(alert));
    auto const stored = newest();
    EXPECT_EQ(text(stored, "title"), widest);
    EXPECT_EQ(act(stored, "acknowledge").status, 200);
}

TEST_F(alerts, what_is_committed_is_announced_and_nothing_else)
{
    asio::io_context io;
    std::vector<bj::value> heard;
    auto const hear = [&heard](std::string_view, std::string_view payload) {
        heard.push_back(bj::parse(boost::core::string_view(payload.data(), payload.size())));
    };
    bool listening = false;
    std::vector<std::string> channels{"alerts"};
    pg::Listener const listener(io, cloud->database.url("monozu_app"), std::move(channels), hear, [&] { listening = true; });
    auto const wait = [&](std::size_t messages) {
        auto const until = std::chrono::steady_clock::now() + std::chrono::seconds(5);
        while (heard.size() < messages && std::chrono::steady_clock::now() < until) io.run_one_for(std::chrono::milliseconds(50));
    };
    io.run_for(std::chrono::milliseconds(500));
    raise_here(port_opened());
    auto const alert = newest();
    act(alert, "acknowledge");
    act(alert, "acknowledge");
    wait(2);
    io.run_for(std::chrono::milliseconds(200));
    ASSERT_EQ(heard.size(), 2U);
    EXPECT_EQ(text(heard[0], "tenant"), tenant.to_string());
    auto const& message = heard[0].at("message");
    EXPECT_EQ(text(message, "type"), "alert");
    EXPECT_EQ(text(message, "id"), text(alert, "id"));
    EXPECT_EQ(message.at("data"), alert);
    EXPECT_EQ(text(heard[1].at("message"), "type"), "alert_updated");
    EXPECT_EQ(text(heard[1].at("message").at("data"), "acknowledged_by_name"), "Ann");
}

}  // namespace
}  // namespace mz::alerts
