#include "identity/test_cloud.hpp"

namespace mz::identity::test {
namespace {

constexpr auto owner = "owner@alder.example";

class users : public ::testing::Test {
protected:
    static void SetUpTestSuite()
    {
        cloud = std::make_unique<TestCloud>();
        cloud->make_tenant("Alder");
        by_owner = cloud->token(owner);
    }
    static void TearDownTestSuite() { cloud.reset(); }

    static Answer patch(std::string const& id, bj::object const& body, std::string const& by)
    {
        return cloud->call("PATCH", "/api/v1/users/" + id, body, by);
    }

    static inline std::unique_ptr<TestCloud> cloud;
    static inline std::string by_owner;
};

TEST_F(users, the_first_user_is_the_owner_management_named)
{
    auto const me = cloud->get("/api/v1/me", by_owner).json();
    EXPECT_EQ(me.at("email"), owner);
    EXPECT_EQ(me.at("display_name"), "Owner");
    EXPECT_EQ(me.at("roles").at(0), "owner");
    EXPECT_EQ(me.at("permissions").as_array().size(), permissions_of(Role::owner).size());
}

TEST_F(users, features_name_all_five_modules)
{
    auto const body = cloud->get("/api/v1/me/features", by_owner).json();
    EXPECT_EQ(body.at("features"), (bj::value{{"backup", false}, {"cmdb", false}, {"itsm", true}, {"security", true}, {"vpn", false}}));
}

TEST_F(users, a_user_is_created_found_renamed_and_listed)
{
    auto const id = cloud->make_user(by_owner, "agent@alder.example", "agent");
    auto const fetched = testing::call(cloud->server->port(), "GET", "/api/v1/users/" + id, by_owner);
    ASSERT_EQ(fetched.status, 200);
    EXPECT_EQ(fetched.json().at("pending"), false);
    EXPECT_EQ(fetched.headers.at("etag"), "\"2\"") << "the second version is that of the accepted invitation";
    auto const renamed = patch(id, {{"display_name", "Ann Agent"}}, by_owner);
    EXPECT_EQ(renamed.status, 200) << renamed.body;
    EXPECT_EQ(renamed.json().at("display_name"), "Ann Agent");
    EXPECT_EQ(renamed.json().at("role"), "agent") << "what is left out stays";
    testing::Exchange stale{"PATCH", "/api/v1/users/" + id, R"({"display_name":"Late"})", {}};
    stale.headers = {{"Authorization", "Bearer " + by_owner}, {"Content-Type", "application/json"}, {"If-Match", "\"1\""}};
    EXPECT_EQ(testing::exchange(cloud->server->port(), stale).status, 412);

    auto const list = cloud->get("/api/v1/users?role=agent&q=ann&sort=display_name&count=exact", by_owner).json();
    EXPECT_EQ(list.at("items").as_array().size(), 1U);
    EXPECT_EQ(list.at("total"), 1);
    EXPECT_EQ(list.at("items").at(0).at("id"), bj::value(id));
}

TEST_F(users, pages_of_the_list_follow_each_other)
{
    cloud->make_user(by_owner, "page1@alder.example", "auditor");
    cloud->make_user(by_owner, "page2@alder.example", "auditor");
    auto const first = cloud->get("/api/v1/users?limit=1&sort=-email&role=auditor", by_owner).json();
    EXPECT_EQ(first.at("items").at(0).at("email"), "page2@alder.example");
    auto const second =
        cloud->get("/api/v1/users?limit=1&sort=-email&role=auditor&after=" + std::string(first.at("next").as_string()), by_owner).json();
    EXPECT_EQ(second.at("items").at(0).at("email"), "page1@alder.example");
}

TEST_F(users, the_same_address_is_a_user_once)
{
    bj::object const body{{"email", owner}, {"display_name", "Again"}, {"role", "agent"}};
    auto const again = cloud->call("POST", "/api/v1/users", body, by_owner);
    EXPECT_EQ(again.status, 409);
    EXPECT_NE(again.body.find("user here already"), std::string::npos) << again.body;
}

TEST_F(users, nobody_grants_a_role_above_their_own_or_touches_whoever_has_one)
{
    cloud->make_user(by_owner, "admin@alder.example", "admin");
    auto const by_admin = cloud->token("admin@alder.example");
    bj::object const body{{"email", "new@alder.example"}, {"display_name", "New"}, {"role", "owner"}};
    EXPECT_EQ(cloud->call("POST", "/api/v1/users", body, by_admin).status, 403);
    auto const owner_id = std::string(cloud->get("/api/v1/me", by_owner).json().at("id").as_string());
    EXPECT_EQ(patch(owner_id, {{"active", false}}, by_admin).status, 403);
    auto const admin_id = std::string(cloud->get("/api/v1/me", by_admin).json().at("id").as_string());
    EXPECT_EQ(patch(admin_id, {{"role", "owner"}}, by_admin).status, 403);
    EXPECT_EQ(patch(admin_id, {{"display_name", "Adam"}}, by_admin).status, 200);
}

TEST_F(users, the_last_active_owner_stays)
{
    auto const id = std::string(cloud->get("/api/v1/me", by_owner).json().at("id").as_string());
    auto const demoted = patch(id, {{"role", "admin"}}, by_owner);
    EXPECT_EQ(demoted.status, 409) << demoted.body;
    EXPECT_EQ(type_of(demoted), "urn:monozu:problem:last-owner");
    EXPECT_EQ(patch(id, {{"active", false}}, by_owner).status, 409);

    auto const second = cloud->make_user(by_owner, "second@alder.example", "owner");
    EXPECT_EQ(patch(second, {{"role", "agent"}}, by_owner).status, 200) << "one of two owners may go";
}

TEST_F(users, deactivating_somebody_ends_their_sessions_and_keeps_them_out)
{
    auto const id = cloud->make_user(by_owner, "leaver@alder.example", "agent");
    auto const answer = cloud->log_in("leaver@alder.example");
    auto const access = std::string(answer.json().at("access_token").as_string());
    EXPECT_EQ(cloud->get("/api/v1/me", access).status, 200);
    EXPECT_EQ(patch(id, {{"active", false}}, by_owner).status, 200);
    EXPECT_EQ(cloud->get("/api/v1/me", access).status, 401);
    EXPECT_EQ(cloud->with_cookie("/api/v1/auth/refresh", cookie_of(answer)).status, 401);
    EXPECT_EQ(cloud->log_in("leaver@alder.example").status, 401);
    EXPECT_EQ(patch(id, {{"active", true}}, by_owner).status, 200);
    EXPECT_EQ(cloud->log_in("leaver@alder.example").status, 200);
}

TEST_F(users, a_role_that_changed_counts_at_the_next_request)
{
    auto const id = cloud->make_user(by_owner, "promoted@alder.example", "agent");
    auto const access = cloud->token("promoted@alder.example");
    EXPECT_EQ(cloud->get("/api/v1/audit", access).status, 403);
    EXPECT_EQ(patch(id, {{"role", "auditor"}}, by_owner).status, 200);
    EXPECT_EQ(cloud->get("/api/v1/audit", access).status, 200);
}

TEST_F(users, another_tenants_user_is_not_found)
{
    cloud->make_tenant("Birch");
    auto const by_birch = cloud->token("owner@birch.example");
    auto const id = std::string(cloud->get("/api/v1/me", by_owner).json().at("id").as_string());
    EXPECT_EQ(cloud->get("/api/v1/users/" + id, by_birch).status, 404);
    EXPECT_EQ(patch(id, {{"display_name", "Mine"}}, by_birch).status, 404);
    EXPECT_EQ(cloud->get("/api/v1/users", by_birch).json().at("items").as_array().size(), 1U);
}

TEST_F(users, the_application_cannot_read_a_password_hash)
{
    auto connection = cloud->database.connect("monozu_app");
    EXPECT_ANY_THROW(connection.run("select password_hash from identity.persons limit 1"));
}

}  // namespace
}  // namespace mz::identity::test
