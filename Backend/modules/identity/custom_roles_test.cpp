#include "identity/test_cloud.hpp"

namespace mz::identity::test {
namespace {

constexpr auto owner = "owner@alder.example";

class custom_roles : public ::testing::Test {
protected:
    static void SetUpTestSuite()
    {
        cloud = std::make_unique<TestCloud>();
        cloud->make_tenant("Alder");
        by_owner = cloud->token(owner);
    }
    static void TearDownTestSuite() { cloud.reset(); }

    static Answer create(std::string const& name, std::vector<std::string> const& permissions, std::string const& by)
    {
        return cloud->call("POST", "/api/v1/roles", {{"name", name}, {"permissions", bj::array(permissions.begin(), permissions.end())}},
                           by);
    }
    static std::string make(std::string const& name, std::vector<std::string> const& permissions, std::string const& by = by_owner)
    {
        auto const answer = create(name, permissions, by);
        EXPECT_EQ(answer.status, 201) << answer.body;
        return std::string(answer.json().at("id").as_string());
    }
    static Answer patch(std::string const& id, bj::object const& body, std::string const& by)
    {
        return cloud->call("PATCH", "/api/v1/roles/" + id, body, by);
    }
    static Answer give(std::string const& person, std::string const& role_id, std::string const& by)
    {
        return cloud->call("PATCH", "/api/v1/users/" + person, {{"role", "custom"}, {"role_id", role_id}}, by);
    }
    // Somebody who has this custom role; their token.
    static std::string person_with(std::string const& role_id, std::string const& email)
    {
        auto const person = cloud->make_user(by_owner, email, "auditor");
        EXPECT_EQ(give(person, role_id, by_owner).status, 200);
        return cloud->token(email);
    }

    static inline std::unique_ptr<TestCloud> cloud;
    static inline std::string by_owner;
};

TEST_F(custom_roles, whoever_has_one_may_what_it_says_and_sees_its_name)
{
    auto const role = make("Night shift", {"users:read", "audit:read"});
    auto const token = person_with(role, "night@alder.example");
    auto const me = cloud->get("/api/v1/me", token).json();
    EXPECT_EQ(me.at("roles"), (bj::array{"Night shift"}));
    EXPECT_EQ(me.at("permissions"), (bj::array{"audit:read", "users:read"}));
    EXPECT_EQ(cloud->get("/api/v1/audit", token).status, 200);
    EXPECT_EQ(cloud->get("/api/v1/roles", token).status, 403);
    auto const id = std::string(me.at("id").as_string());
    auto const user = cloud->get("/api/v1/users/" + id, by_owner).json();
    EXPECT_EQ(user.at("role"), "custom");
    EXPECT_EQ(user.at("role_id"), boost::json::value(role));
    EXPECT_EQ(user.at("role_name"), "Night shift");
    EXPECT_EQ(cloud->get("/api/v1/users?role_id=" + role, by_owner).json().at("items").as_array().size(), 1U);
}

TEST_F(custom_roles, a_change_counts_at_the_next_look_for_everybody_who_has_it)
{
    auto const role = make("Readers", {"users:read"});
    auto const token = person_with(role, "reader@alder.example");
    EXPECT_EQ(cloud->get("/api/v1/users", token).status, 200);
    EXPECT_EQ(patch(role, {{"permissions", bj::array{"audit:read"}}}, by_owner).status, 200);
    EXPECT_EQ(cloud->get("/api/v1/users", token).status, 403);
    EXPECT_EQ(cloud->get("/api/v1/audit", token).status, 200);
}

TEST_F(custom_roles, lists_the_built_in_ones_first_with_how_many_have_each)
{
    auto const role = make("Counted", {"users:read"});
    person_with(role, "counted@alder.example");
    auto const items = cloud->get("/api/v1/roles", by_owner).json().at("items").as_array();
    EXPECT_EQ(items.at(0).at("role"), "owner");
    EXPECT_EQ(items.at(0).at("people"), 1);
    EXPECT_TRUE(items.at(0).at("id").is_null());
    EXPECT_EQ(items.at(0).at("permissions").as_array().size(), permissions_of(Role::owner).size());
    auto const found = std::ranges::find_if(items, [](auto const& item) { return item.at("name") == "Counted"; });
    ASSERT_NE(found, items.end());
    EXPECT_EQ(found->at("people"), 1);
    EXPECT_EQ(found->at("service_accounts"), 0);
}

TEST_F(custom_roles, nobody_makes_one_with_rights_that_they_lack)
{
    auto const token = person_with(make("Role keeper", {"roles:read", "roles:write", "users:read"}), "keeper@alder.example");
    auto const refused = create("More", {"users:read", "users:write"}, token);
    EXPECT_EQ(refused.status, 403);
    EXPECT_EQ(type_of(refused), "urn:monozu:problem:rights-lacking");
    EXPECT_NE(refused.body.find("users:write"), std::string::npos);
    auto const own = make("Less", {"users:read"}, token);
    EXPECT_EQ(patch(own, {{"permissions", bj::array{"users:read", "audit:read"}}}, token).status, 403);
    EXPECT_EQ(patch(own, {{"description", "for guests"}}, token).status, 200);
}

TEST_F(custom_roles, nobody_changes_or_deletes_one_with_rights_that_they_lack)
{
    auto const token = person_with(make("Role clerk", {"roles:read", "roles:write"}), "clerk@alder.example");
    auto const strong = make("Strong", {"users:write"});
    EXPECT_EQ(patch(strong, {{"name", "Weak"}}, token).status, 403);
    EXPECT_EQ(patch(strong, {{"permissions", bj::array{}}}, token).status, 403);
    EXPECT_EQ(cloud->call("DELETE", "/api/v1/roles/" + strong, {}, token).status, 403);
    auto const own = cloud->get("/api/v1/roles", token).json().at("items").as_array();
    auto const clerk = std::ranges::find_if(own, [](auto const& item) { return item.at("name") == "Role clerk"; });
    auto const raised =
        patch(std::string(clerk->at("id").as_string()), {{"permissions", bj::array{"roles:read", "roles:write", "users:write"}}}, token);
    EXPECT_EQ(raised.status, 403) << "a role raised itself";
}

TEST_F(custom_roles, nobody_gives_one_away_or_touches_whoever_has_more)
{
    auto const token = person_with(make("People clerk", {"users:read", "users:write", "roles:read"}), "people@alder.example");
    auto const strong = make("Auditing", {"audit:read"});
    auto const person = cloud->make_user(by_owner, "plain@alder.example", "auditor");
    EXPECT_EQ(give(person, make("Plain", {"users:read"}), token).status, 403) << "an auditor may more than this clerk";
    EXPECT_EQ(give(person, make("Plainer", {"users:read"}), by_owner).status, 200);
    EXPECT_EQ(give(person, strong, token).status, 403);
    EXPECT_EQ(cloud->call("PATCH", "/api/v1/users/" + person, {{"active", false}}, token).status, 200);
    bj::object const body{{"email", "x@alder.example"}, {"display_name", "X"}, {"role", "custom"}, {"role_id", strong}};
    EXPECT_EQ(cloud->call("POST", "/api/v1/users", body, token).status, 403);
    auto const owner_id = std::string(cloud->get("/api/v1/me", by_owner).json().at("id").as_string());
    EXPECT_EQ(cloud->call("PATCH", "/api/v1/users/" + owner_id, {{"display_name", "Boss"}}, token).status, 403);
}

TEST_F(custom_roles, an_admin_has_every_permission_and_still_no_owner_in_hand)
{
    cloud->make_user(by_owner, "adam@alder.example", "admin");
    auto const by_admin = cloud->token("adam@alder.example");
    auto const owner_id = std::string(cloud->get("/api/v1/me", by_owner).json().at("id").as_string());
    EXPECT_EQ(give(owner_id, make("Trap", {"users:read"}), by_admin).status, 403);
}

TEST_F(custom_roles, a_built_in_name_is_refused_however_it_is_written)
{
    for (std::string const name : {"owner", "Owner", " OWNER ", "admin", "custom", "security_analyst"}) {
        EXPECT_EQ(create(name, {"users:read"}, by_owner).status, 409) << name;
    }
    auto const role = make("Harmless", {"users:read"});
    EXPECT_EQ(patch(role, {{"name", "owner"}}, by_owner).status, 409);
    EXPECT_EQ(create("  ", {"users:read"}, by_owner).status, 400);
}

TEST_F(custom_roles, a_name_is_taken_once_and_free_again_after_the_role_is_gone)
{
    auto const role = make("Twin", {"users:read"});
    EXPECT_EQ(create("tWiN", {"users:read"}, by_owner).status, 409);
    EXPECT_EQ(cloud->call("DELETE", "/api/v1/roles/" + role, {}, by_owner).status, 204);
    auto const again = make("Twin", {"audit:read"});
    EXPECT_NE(role, again);
    auto const person = cloud->make_user(by_owner, "twin@alder.example", "auditor");
    EXPECT_EQ(give(person, role, by_owner).status, 400) << "the id of a role that is gone gives nothing";
}

TEST_F(custom_roles, one_in_use_stays_and_says_by_how_many)
{
    auto const role = make("Needed", {"users:read"});
    person_with(role, "needy@alder.example");
    auto const refused = cloud->call("DELETE", "/api/v1/roles/" + role, {}, by_owner);
    EXPECT_EQ(refused.status, 409);
    EXPECT_EQ(type_of(refused), "urn:monozu:problem:role-in-use");
    EXPECT_NE(refused.body.find("1 person and 0 service accounts"), std::string::npos) << refused.body;
}

TEST_F(custom_roles, only_permissions_that_exist_can_be_put_into_one)
{
    auto const refused = create("Odd", {"users:read", "users:fly"}, by_owner);
    EXPECT_EQ(refused.status, 400);
    EXPECT_NE(refused.body.find("/permissions/1"), std::string::npos) << refused.body;
    auto const known = cloud->get("/api/v1/permissions", by_owner).json().at("items").as_array();
    EXPECT_TRUE(std::ranges::any_of(known, [](auto const& item) { return item.at("name") == "roles:write"; }));
}

TEST_F(custom_roles, a_stale_change_is_refused)
{
    auto const role = make("Versioned", {"users:read"});
    EXPECT_EQ(patch(role, {{"description", "first"}}, by_owner).status, 200);
    testing::Exchange stale{"PATCH", "/api/v1/roles/" + role, R"({"description":"second"})", {}};
    stale.headers = {{"Content-Type", "application/json"}, {"Authorization", "Bearer " + by_owner}, {"If-Match", "\"1\""}};
    EXPECT_EQ(testing::exchange(cloud->server->port(), stale).status, 412);
}

TEST_F(custom_roles, another_tenants_role_does_not_exist)
{
    cloud->make_tenant("Birch");
    auto const by_birch = cloud->token("owner@birch.example");
    auto const role = make("Private", {"users:read"});
    EXPECT_EQ(cloud->get("/api/v1/roles/" + role, by_birch).status, 404);
    EXPECT_EQ(patch(role, {{"name", "Mine"}}, by_birch).status, 404);
    auto const person = cloud->make_user(by_birch, "ben@birch.example", "auditor");
    auto const given = give(person, role, by_birch);
    EXPECT_EQ(given.status, 400) << given.body;
    EXPECT_NE(given.body.find("/role_id"), std::string::npos);
    EXPECT_EQ(cloud->call("PATCH", "/api/v1/users/" + person, {{"role", "custom"}}, by_birch).status, 400);
    EXPECT_EQ(cloud->call("PATCH", "/api/v1/users/" + person, {{"role", "agent"}, {"role_id", role}}, by_birch).status, 400);
}

}  // namespace
}  // namespace mz::identity::test
