#include "audit_chain/keeper.hpp"
#include "identity/test_cloud.hpp"

#include <boost/json/parse.hpp>

#include <chrono>
#include <functional>
#include <sstream>
#include <thread>

namespace mz::audit {
namespace {

using identity::test::TestCloud;

class audit_log : public ::testing::Test {
protected:
    static void SetUpTestSuite()
    {
        cloud = std::make_unique<TestCloud>();
        cloud->make_tenant("Alder");
        cloud->make_tenant("Birch");
        by_owner = cloud->token("owner@alder.example");
        user_id = cloud->make_user(by_owner, "ann@alder.example", "agent");
    }
    static void TearDownTestSuite() { cloud.reset(); }

    static void eventually(std::function<bool()> const& holds)
    {
        for (int tries = 0; tries < 1000; ++tries) {
            if (holds()) return;
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
        FAIL() << "it never came true";
    }

    static inline std::unique_ptr<TestCloud> cloud;
    static inline std::string by_owner;
    static inline std::string user_id;
};

TEST_F(audit_log, names_who_did_what_to_what_without_secrets)
{
    auto const list = cloud->get("/api/v1/audit?operation=user_create", by_owner).json();
    ASSERT_EQ(list.at("items").as_array().size(), 1U);
    auto const& entry = list.at("items").at(0);
    EXPECT_EQ(entry.at("actor_kind"), "user");
    EXPECT_EQ(entry.at("actor_email"), "owner@alder.example");
    EXPECT_EQ(entry.at("target_id"), boost::json::value(user_id));
    EXPECT_EQ(entry.at("changes").at("role"), "agent");
    EXPECT_EQ(entry.at("remote_address"), "127.0.0.1");

    auto const log_ins = cloud->get("/api/v1/audit?operation=auth_login", by_owner);
    EXPECT_EQ(log_ins.body.find(identity::test::pass_phrase), std::string::npos);
    EXPECT_NE(log_ins.body.find("<redacted>"), std::string::npos);
}

TEST_F(audit_log, comes_newest_first_and_filters_by_actor_and_time)
{
    auto const all = cloud->get("/api/v1/audit", by_owner).json().at("items").as_array();
    ASSERT_GT(all.size(), 2U);
    EXPECT_GE(all[0].at("at").as_string(), all[1].at("at").as_string());
    EXPECT_EQ(cloud->get("/api/v1/audit?from=2099-01-01T00:00:00Z", by_owner).json().at("items").as_array().size(), 0U);
    auto const by_nobody = cloud->get("/api/v1/audit?actor_id=" + Uuid::v7().to_string(), by_owner).json();
    EXPECT_EQ(by_nobody.at("items").as_array().size(), 0U);
}

TEST_F(audit_log, belongs_to_its_tenant_and_to_whoever_may_read_it)
{
    auto const by_birch = cloud->token("owner@birch.example");
    EXPECT_EQ(cloud->get("/api/v1/audit", by_birch).body.find("ann@alder.example"), std::string::npos);
    EXPECT_EQ(cloud->get("/api/v1/audit", cloud->token("ann@alder.example")).status, 403);
}

TEST_F(audit_log, says_what_a_user_was_before_and_after)
{
    auto const id = cloud->make_user(by_owner, "bob@alder.example", "agent");
    ASSERT_EQ(cloud->call("PATCH", "/api/v1/users/" + id, {{"role", "auditor"}}, by_owner).status, 200);
    auto const list = cloud->get("/api/v1/audit?operation=user_update&target_id=" + id, by_owner).json();
    ASSERT_EQ(list.at("items").as_array().size(), 1U);
    auto const& entry = list.at("items").at(0);
    EXPECT_EQ(entry.at("target_email"), "bob@alder.example");
    EXPECT_EQ(entry.at("outcome"), "done");
    EXPECT_EQ(entry.at("changes").at("before").at("role"), "agent");
    EXPECT_EQ(entry.at("changes").at("after").at("role"), "auditor");
    EXPECT_FALSE(entry.at("changes").at("after").as_object().contains("email")) << "it did not change";
}

TEST_F(audit_log, names_the_service_account_behind_a_key)
{
    boost::json::object const account{{"name", "Role keeper"}, {"permissions", boost::json::array{"roles:write", "users:read"}}};
    auto const made = cloud->call("POST", "/api/v1/service-accounts", account, by_owner).json();
    boost::json::object const key{{"service_account_id", made.at("id")},
                                  {"name", "nightly"},
                                  {"scopes", boost::json::array{"roles:write", "users:read"}},
                                  {"expires_at", (now() + std::chrono::days(1)).to_string()}};
    auto const by_key = std::string(cloud->call("POST", "/api/v1/api-keys", key, by_owner).json().at("key").as_string());
    boost::json::object const role{{"name", "Reader"}, {"permissions", boost::json::array{"users:read"}}};
    ASSERT_EQ(cloud->call("POST", "/api/v1/roles", role, by_key).status, 201);
    auto const list = cloud->get("/api/v1/audit?operation=role_create", by_owner).json();
    auto const& entry = list.at("items").at(0);
    EXPECT_EQ(entry.at("actor_kind"), "service");
    EXPECT_EQ(entry.at("actor_id"), made.at("id"));
    EXPECT_EQ(entry.at("actor_name"), "Role keeper");
    EXPECT_TRUE(entry.at("actor_email").is_null());
}

TEST_F(audit_log, names_whoever_was_refused_and_what_they_tried)
{
    auto const by_ann = cloud->token("ann@alder.example");
    auto const refused = [&] {
        return cloud->get("/api/v1/audit?outcome=refused&actor_id=" + user_id, by_owner).json().at("items").as_array();
    };
    ASSERT_EQ(cloud->call("PATCH", "/api/v1/users/" + user_id, {{"role", "owner"}}, by_ann).status, 403);
    eventually([&] { return !refused().empty(); });
    auto const entry = refused().front();
    EXPECT_EQ(entry.at("operation"), "user_update");
    EXPECT_EQ(entry.at("changes").at("reason"), "permission");
    EXPECT_EQ(entry.at("actor_email"), "ann@alder.example");
}

TEST_F(audit_log, is_not_flooded_by_somebody_who_is_refused_again_and_again)
{
    auto const id = cloud->make_user(by_owner, "eve@alder.example", "agent");
    auto const by_eve = cloud->token("eve@alder.example");
    for (int i = 0; i < 40; ++i) EXPECT_EQ(cloud->get("/api/v1/audit", by_eve).status, 403);
    auto const path = "/api/v1/audit?outcome=refused&count=exact&actor_id=" + id;
    eventually([&] { return cloud->get(path, by_owner).json().at("total") == 10; });
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    EXPECT_EQ(cloud->get(path, by_owner).json().at("total"), 10);
}

// A cloud of its own, because it is stopped.
TEST(audit_log_of_a_service_that_stops, has_every_refusal_and_the_sum_of_those_beyond_the_limit)
{
    TestCloud stopped;
    stopped.make_tenant("Cedar");
    stopped.make_user(stopped.token("owner@cedar.example"), "eve@cedar.example", "agent");
    auto const by_eve = stopped.token("eve@cedar.example");
    for (int i = 0; i < 25; ++i) EXPECT_EQ(stopped.get("/api/v1/audit", by_eve).status, 403);
    stopped.server->stop();
    EXPECT_EQ(stopped.value("select count(*) from audit.entries where outcome = 'refused' and not changes::jsonb ? 'repeated'"), "10");
    EXPECT_EQ(stopped.value("select changes ->> 'repeated' from audit.entries where changes::jsonb ? 'repeated'"), "15");
}

TEST_F(audit_log, tells_the_tenant_of_wrong_passwords_and_nobody_else)
{
    auto const id = cloud->make_user(by_owner, "tom@alder.example", "agent");
    auto const known = cloud->log_in("tom@alder.example", "not the password");
    auto const unknown = cloud->log_in("nobody@alder.example", "not the password");
    EXPECT_EQ(known.status, 401);
    EXPECT_EQ(known.json().at("type"), unknown.json().at("type"));
    EXPECT_EQ(known.json().at("detail"), unknown.json().at("detail"));
    auto const failed = [&](std::string const& by) {
        return cloud->get("/api/v1/audit?outcome=failed&operation=auth_login", by).json().at("items").as_array();
    };
    eventually([&] { return !failed(by_owner).empty(); });
    auto const entry = failed(by_owner).front();
    EXPECT_EQ(entry.at("actor_kind"), "anonymous");
    EXPECT_EQ(entry.at("target_id"), boost::json::value(id));
    EXPECT_EQ(entry.at("target_email"), "tom@alder.example");
    EXPECT_EQ(entry.at("changes").at("reason"), "wrong-password");
    EXPECT_TRUE(failed(cloud->token("owner@birch.example")).empty());
}

TEST_F(audit_log, is_exported_as_csv_and_as_lines_of_json_and_says_so)
{
    auto const as = [&](std::string const& type) {
        return testing::exchange(cloud->server->port(),
                                 {"GET", "/api/v1/users?active=true", "", {{"Authorization", "Bearer " + by_owner}, {"Accept", type}}});
    };
    auto const csv = as("text/csv");
    EXPECT_EQ(csv.status, 200);
    EXPECT_TRUE(csv.body.starts_with("id,"));
    auto const lines = as("application/x-ndjson");
    EXPECT_EQ(lines.headers.at("content-type"), "application/x-ndjson");
    ASSERT_TRUE(lines.body.ends_with("\n"));
    std::istringstream in(lines.body);
    int count = 0;
    for (std::string line; std::getline(in, line); ++count) EXPECT_TRUE(boost::json::parse(line).at("email").is_string());
    EXPECT_GE(count, 2);

    auto const exports = cloud->get("/api/v1/audit?operation=user_list.export&sort=at", by_owner).json().at("items").as_array();
    ASSERT_EQ(exports.size(), 2U);
    EXPECT_EQ(exports[0].at("changes").at("format"), "csv");
    EXPECT_EQ(exports[1].at("changes").at("format"), "json-lines");
    EXPECT_EQ(exports[1].at("changes").at("query").at("active"), "true");
}

TEST_F(audit_log, is_kept_for_as_long_as_an_owner_says)
{
    cloud->make_user(by_owner, "amy@alder.example", "admin");
    auto const by_admin = cloud->token("amy@alder.example");
    auto const present = cloud->get("/api/v1/audit/retention", by_admin).json();
    EXPECT_EQ(present.at("days"), 730);
    EXPECT_EQ(cloud->call("PUT", "/api/v1/audit/retention", {{"days", 100}}, by_admin).status, 403);
    EXPECT_EQ(cloud->call("PUT", "/api/v1/audit/retention", {{"days", 89}}, by_owner).status, 400);
    EXPECT_EQ(cloud->call("PUT", "/api/v1/audit/retention", {{"days", 100}}, by_owner).status, 200);
    EXPECT_EQ(cloud->get("/api/v1/audit/retention", by_owner).json().at("days"), 100);
    auto const list = cloud->get("/api/v1/audit?operation=audit_retention_put&outcome=done", by_owner).json().at("items");
    EXPECT_EQ(boost::json::serialize(list.at(0).at("changes")), R"({"before":{"days":730},"after":{"days":100}})");
}

TEST_F(audit_log, says_whether_it_is_what_was_written)
{
    auto const path = "/api/v1/audit/verification";
    EXPECT_EQ(cloud->get(path, by_owner).json().at("state"), "pending");
    auto const keys = std::make_shared<KeyRing const>(std::vector{Secret<std::string>(std::string(32, 'k'))});
    audit_chain::KeeperSettings settings;
    settings.audit_seal_milliseconds = 20;
    settings.audit_verify_minutes = 0;
    settings.audit_unsealed_seconds = 0;
    audit_chain::Keeper const keeper(cloud->database.url("monozu_jobs"), keys, settings);
    eventually([&] {
        auto const now = cloud->get(path, by_owner).json();
        return now.at("state") == "intact" && now.at("checked").is_int64() && now.at("checked").as_int64() > 3;
    });
    auto const tenant = cloud->value("select tenant_id from audit.entries where operation = 'user_create' limit 1");
    cloud->database.connect_superuser().run(
        "update audit.entries set outcome = 'failed' where operation = 'user_create' and tenant_id = $1", {tenant});
    eventually([&] { return cloud->get(path, by_owner).json().at("state") == "broken"; });
    auto const broken = cloud->get(path, by_owner).json();
    EXPECT_EQ(broken.at("fault"), "changed");
    EXPECT_TRUE(broken.at("fault_entry").is_string());
    EXPECT_EQ(keeper.chains_broken(), 1);
    // That sign-in is an entry as well, which has to be sealed first.
    auto const by_birch = cloud->token("owner@birch.example");
    eventually([&] { return cloud->get(path, by_birch).json().at("state") == "intact"; });
}

TEST_F(audit_log, cannot_be_changed_by_the_application)
{
    auto connection = cloud->database.connect("monozu_app");
    EXPECT_ANY_THROW(connection.run("update audit.entries set operation = 'nothing' returning operation"));
    EXPECT_ANY_THROW(connection.run("delete from audit.entries returning operation"));
}

}  // namespace
}  // namespace mz::audit
