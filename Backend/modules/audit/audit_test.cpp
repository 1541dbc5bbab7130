#include "identity/test_cloud.hpp"

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

TEST_F(audit_log, cannot_be_changed_by_the_application)
{
    auto connection = cloud->database.connect("monozu_app");
    EXPECT_ANY_THROW(connection.run("update audit.entries set operation = 'nothing' returning operation"));
    EXPECT_ANY_THROW(connection.run("delete from audit.entries returning operation"));
}

}  // namespace
}  // namespace mz::audit
