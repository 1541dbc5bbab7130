#include "identity/test_cloud.hpp"

namespace mz::identity::test {
namespace {

constexpr auto owner = "owner@alder.example";

std::string in_days(int days) { return (now() + std::chrono::days(days)).to_string(); }
std::string text(bj::value const& json, char const* member) { return std::string(json.at(member).as_string()); }
bj::array list_of(std::vector<std::string> const& texts) { return bj::array(texts.begin(), texts.end()); }

class api_keys : public ::testing::Test {
protected:
    static void SetUpTestSuite()
    {
        Settings settings{.session_check_seconds = 0};
        settings.api_keys_max = 3;
        settings.login_failures = 1000;  // the tests of refusals come from one address; the throttle has a test of its own
        cloud = std::make_unique<TestCloud>(settings);
        cloud->make_tenant("Alder");
        by_owner = cloud->token(owner);
    }
    static void TearDownTestSuite() { cloud.reset(); }

    static std::string account(std::string const& name, std::vector<std::string> const& permissions, std::string const& by = by_owner)
    {
        auto const answer = cloud->call("POST", "/api/v1/service-accounts", {{"name", name}, {"permissions", list_of(permissions)}}, by);
        EXPECT_EQ(answer.status, 201) << answer.body;
        return text(answer.json(), "id");
    }
    static Answer create(std::string const& account, std::vector<std::string> const& scopes, std::string const& by = by_owner,
                         int days = 30)
    {
        bj::object const body{
            {"service_account_id", account}, {"name", "deploy"}, {"scopes", list_of(scopes)}, {"expires_at", in_days(days)}};
        return cloud->call("POST", "/api/v1/api-keys", body, by);
    }
    static bj::value made(std::string const& account, std::vector<std::string> const& scopes)
    {
        auto const answer = create(account, scopes);
        EXPECT_EQ(answer.status, 201) << answer.body;
        return answer.json();
    }
    static Answer change(std::string const& account, bj::object const& body, std::string const& by = by_owner)
    {
        return cloud->call("PATCH", "/api/v1/service-accounts/" + account, body, by);
    }
    static Answer rotate(std::string const& key, int overlap_seconds, std::string const& by = by_owner)
    {
        return cloud->call("POST", "/api/v1/api-keys/" + key + "/rotate",
                           {{"expires_at", in_days(60)}, {"overlap_seconds", overlap_seconds}}, by);
    }
    static std::string person_with(std::string const& name, std::vector<std::string> const& permissions, std::string const& email)
    {
        auto const role = cloud->call("POST", "/api/v1/roles", {{"name", name}, {"permissions", list_of(permissions)}}, by_owner).json();
        auto const person = cloud->make_user(by_owner, email, "auditor");
        EXPECT_EQ(cloud->call("PATCH", "/api/v1/users/" + person, {{"role", "custom"}, {"role_id", role.at("id")}}, by_owner).status, 200);
        return cloud->token(email);
    }

    static inline std::unique_ptr<TestCloud> cloud;
    static inline std::string by_owner;
};

TEST_F(api_keys, reach_what_their_scopes_say_and_nothing_else)
{
    auto const id = account("Exporter", {"users:read", "audit:read"});
    auto const key = text(made(id, {"users:read"}), "key");
    EXPECT_EQ(cloud->get("/api/v1/users", key).status, 200);
    EXPECT_EQ(cloud->get("/api/v1/audit", key).status, 403) << "the account may, the key may not";
    EXPECT_EQ(cloud->get("/api/v1/roles", key).status, 403);
}

TEST_F(api_keys, are_no_person)
{
    auto const key = text(made(account("Nobody", {"users:read"}), {"users:read"}), "key");
    EXPECT_EQ(cloud->get("/api/v1/me", key).status, 403);
    EXPECT_EQ(cloud->call("POST", "/api/v1/auth/switch", {{"tenant_id", Uuid::v7().to_string()}}, key).status, 403);
}

TEST_F(api_keys, are_shown_once_and_kept_as_a_hash)
{
    auto const answer = made(account("Once", {"users:read"}), {"users:read"});
    auto const key = text(answer, "key");
    auto const again = cloud->get("/api/v1/api-keys/" + text(answer, "id"), by_owner);
    EXPECT_EQ(again.status, 200);
    EXPECT_EQ(again.body.find(key), std::string::npos);
    EXPECT_EQ(again.json().at("hint"), answer.at("hint"));
    EXPECT_EQ(cloud->value("select count(*) from identity.api_keys k where strpos(k::text, '" + key + "') > 0"), "0");
    EXPECT_EQ(cloud->value("select count(*) from audit.entries e where strpos(e::text, '" + key + "') > 0"), "0");
}

TEST_F(api_keys, remember_when_and_from_where_they_were_used)
{
    auto const answer = made(account("Used", {"users:read"}), {"users:read"});
    EXPECT_TRUE(answer.at("last_used_at").is_null());
    EXPECT_EQ(cloud->get("/api/v1/users", text(answer, "key")).status, 200);
    auto const used = cloud->get("/api/v1/api-keys/" + text(answer, "id"), by_owner).json();
    EXPECT_EQ(used.at("last_used_address"), "127.0.0.1");
    EXPECT_EQ(cloud->get("/api/v1/users", text(answer, "key")).status, 200);
    auto const later = cloud->get("/api/v1/api-keys/" + text(answer, "id"), by_owner).json();
    EXPECT_EQ(used.at("last_used_at"), later.at("last_used_at")) << "written down more than once a minute";
    auto const accounts = cloud->get("/api/v1/service-accounts/" + text(answer, "service_account_id"), by_owner).json();
    EXPECT_EQ(accounts.at("last_used_at"), used.at("last_used_at"));
    EXPECT_EQ(accounts.at("keys"), 1);
}

TEST_F(api_keys, end_when_they_are_revoked)
{
    auto const answer = made(account("Revoked", {"users:read"}), {"users:read"});
    EXPECT_EQ(cloud->get("/api/v1/users", text(answer, "key")).status, 200);
    EXPECT_EQ(cloud->call("POST", "/api/v1/api-keys/" + text(answer, "id") + "/revoke", {}, by_owner).status, 204);
    EXPECT_EQ(cloud->get("/api/v1/users", text(answer, "key")).status, 401);
    EXPECT_EQ(rotate(text(answer, "id"), 0).status, 409);
}

TEST_F(api_keys, end_with_their_account_and_come_back_with_it)
{
    auto const id = account("Paused", {"users:read"});
    auto const key = text(made(id, {"users:read"}), "key");
    EXPECT_EQ(change(id, {{"active", false}}).status, 200);
    EXPECT_EQ(cloud->get("/api/v1/users", key).status, 401);
    EXPECT_EQ(create(id, {"users:read"}).status, 409);
    EXPECT_EQ(change(id, {{"active", true}}).status, 200);
    EXPECT_EQ(cloud->get("/api/v1/users", key).status, 200);
}

TEST_F(api_keys, end_when_they_expire)
{
    auto const answer = made(account("Expiring", {"users:read"}), {"users:read"});
    auto connection = cloud->database.connect_superuser();
    connection.run("update identity.api_keys set expires_at = now() - interval '1 second' where id = $1::uuid", {text(answer, "id")});
    EXPECT_EQ(cloud->get("/api/v1/users", text(answer, "key")).status, 401);
}

TEST_F(api_keys, must_expire_within_the_named_time)
{
    auto const id = account("Patient", {"users:read"});
    EXPECT_EQ(create(id, {"users:read"}, by_owner, 366).status, 422);
    EXPECT_EQ(create(id, {"users:read"}, by_owner, -1).status, 422);
    bj::object const endless{{"service_account_id", id}, {"name", "endless"}, {"scopes", bj::array{"users:read"}}};
    EXPECT_EQ(cloud->call("POST", "/api/v1/api-keys", endless, by_owner).status, 400);
}

TEST_F(api_keys, rotated_ones_stay_good_for_the_overlap_that_was_chosen)
{
    auto const first = made(account("Rotating", {"users:read"}), {"users:read"});
    auto const second = rotate(text(first, "id"), 3600);
    ASSERT_EQ(second.status, 201) << second.body;
    EXPECT_EQ(cloud->get("/api/v1/users", text(first, "key")).status, 200);
    EXPECT_EQ(cloud->get("/api/v1/users", text(second.json(), "key")).status, 200);
    auto const old = cloud->get("/api/v1/api-keys/" + text(first, "id"), by_owner).json();
    EXPECT_EQ(old.at("replaced_by"), second.json().at("id"));
    EXPECT_LT(old.at("expires_at").as_string(), in_days(1));
    EXPECT_EQ(rotate(text(first, "id"), 0).status, 409) << "it was rotated already";

    auto const third = rotate(text(second.json(), "id"), 0);
    ASSERT_EQ(third.status, 201);
    EXPECT_EQ(cloud->get("/api/v1/users", text(second.json(), "key")).status, 401);
    EXPECT_EQ(cloud->get("/api/v1/users", text(third.json(), "key")).status, 200);
    EXPECT_EQ(rotate(text(third.json(), "id"), 169 * 3600).status, 422) << "the overlap has a named maximum";
}

TEST_F(api_keys, lose_what_their_account_loses)
{
    auto const id = account("Shrinking", {"users:read", "audit:read"});
    auto const answer = made(id, {"users:read", "audit:read"});
    EXPECT_EQ(change(id, {{"permissions", bj::array{"users:read"}}}).status, 200);
    EXPECT_EQ(cloud->get("/api/v1/audit", text(answer, "key")).status, 403);
    EXPECT_EQ(cloud->get("/api/v1/users", text(answer, "key")).status, 200);
    auto const rotated = rotate(text(answer, "id"), 0);
    ASSERT_EQ(rotated.status, 201) << rotated.body;
    EXPECT_EQ(rotated.json().at("scopes"), (bj::array{"users:read"}));
}

TEST_F(api_keys, of_an_account_with_a_role_follow_that_role)
{
    auto const role =
        cloud->call("POST", "/api/v1/roles", {{"name", "Sync"}, {"permissions", bj::array{"users:read", "audit:read"}}}, by_owner).json();
    bj::object const body{{"name", "Synchronizer"}, {"role", "custom"}, {"role_id", role.at("id")}};
    auto const answer = cloud->call("POST", "/api/v1/service-accounts", body, by_owner);
    ASSERT_EQ(answer.status, 201) << answer.body;
    EXPECT_EQ(answer.json().at("role_name"), "Sync");
    auto const key = text(made(text(answer.json(), "id"), {"audit:read"}), "key");
    EXPECT_EQ(cloud->get("/api/v1/audit", key).status, 200);
    EXPECT_EQ(cloud->call("PATCH", "/api/v1/roles/" + text(role, "id"), {{"permissions", bj::array{"users:read"}}}, by_owner).status, 200);
    EXPECT_EQ(cloud->get("/api/v1/audit", key).status, 403);
    EXPECT_EQ(cloud->call("DELETE", "/api/v1/roles/" + text(role, "id"), {}, by_owner).status, 409);
}

TEST_F(api_keys, have_no_more_than_their_account_and_their_maker)
{
    auto const id = account("Small", {"users:read"});
    EXPECT_EQ(create(id, {"users:read", "audit:read"}).status, 422) << "more than the account";
    EXPECT_EQ(create(id, {}).status, 400);
    EXPECT_EQ(create(id, {"users:fly"}).status, 400);
    auto const clerk = person_with("Key clerk", {"api-keys:read", "api-keys:write", "users:read"}, "clerk@alder.example");
    auto const wide = account("Wide", {"users:read", "audit:read"});
    EXPECT_EQ(create(wide, {"audit:read"}, clerk).status, 403) << "more than the maker";
    EXPECT_EQ(create(wide, {"users:read"}, clerk).status, 201);
    auto const strong = made(wide, {"audit:read"});
    EXPECT_EQ(rotate(text(strong, "id"), 0, clerk).status, 403) << "rotating hands out the rights anew";
    EXPECT_EQ(change(wide, {{"name", "Mine"}}, clerk).status, 403) << "the account may more than the clerk";
    EXPECT_EQ(cloud->call("POST", "/api/v1/service-accounts", {{"name", "More"}, {"permissions", bj::array{"audit:read"}}}, clerk).status,
              403);
    EXPECT_EQ(cloud->call("POST", "/api/v1/service-accounts", {{"name", "More"}, {"role", "admin"}}, clerk).status, 403);
    EXPECT_EQ(cloud->call("POST", "/api/v1/api-keys/" + text(strong, "id") + "/revoke", {}, clerk).status, 204) << "an alarm does not wait";
}

TEST_F(api_keys, a_key_makes_no_key_with_more_than_itself)
{
    auto const id = account("Maker", {"api-keys:write", "users:read", "audit:read"});
    auto const key = text(made(id, {"api-keys:write", "users:read"}), "key");
    EXPECT_EQ(create(id, {"audit:read"}, key).status, 403);
    EXPECT_EQ(create(id, {"users:read"}, key).status, 201);
}

TEST_F(api_keys, no_service_account_is_an_owner)
{
    EXPECT_EQ(cloud->call("POST", "/api/v1/service-accounts", {{"name", "King"}, {"role", "owner"}}, by_owner).status, 400);
    bj::object const both{{"name", "Both"}, {"role", "agent"}, {"permissions", bj::array{"users:read"}}};
    EXPECT_EQ(cloud->call("POST", "/api/v1/service-accounts", both, by_owner).status, 400);
    EXPECT_EQ(cloud->call("POST", "/api/v1/service-accounts", {{"name", "Neither"}}, by_owner).status, 400);
}

TEST_F(api_keys, are_limited_in_number)
{
    auto const id = account("Greedy", {"users:read"});
    for (int i = 0; i < 3; ++i) made(id, {"users:read"});
    EXPECT_EQ(create(id, {"users:read"}).status, 409);
}

TEST_F(api_keys, act_under_their_accounts_name_in_the_audit_log)
{
    auto const id = account("Auditable", {"users:read", "users:write"});
    auto const key = text(made(id, {"users:write"}), "key");
    bj::object const body{{"email", "robot-made@alder.example"}, {"display_name", "Made"}, {"role", "custom"}};
    EXPECT_EQ(cloud->call("POST", "/api/v1/users", body, key).status, 400);
    EXPECT_EQ(change(id, {{"name", "Audited"}}, by_owner).status, 200);
    auto const role =
        cloud->call("POST", "/api/v1/roles", {{"name", "Only write"}, {"permissions", bj::array{"users:write"}}}, by_owner).json();
    bj::object const good{{"email", "robot-made@alder.example"}, {"display_name", "Made"}, {"role", "custom"}, {"role_id", role.at("id")}};
    auto const answer = cloud->call("POST", "/api/v1/users", good, key);
    ASSERT_EQ(answer.status, 201) << answer.body;
    EXPECT_EQ(cloud->value("select actor_kind || ' ' || actor_id from audit.entries where operation = 'user_create' and target_id = '" +
                           text(answer.json().at("user"), "id") + "'"),
              "service " + id);
}

TEST_F(api_keys, need_an_active_licence)
{
    auto document = cloud->make_tenant("Linden");
    auto const by_linden = cloud->token("owner@linden.example");
    auto const id = account("Lapsed", {"users:read"}, by_linden);
    auto const key = text(create(id, {"users:read"}, by_linden).json(), "key");
    EXPECT_EQ(cloud->get("/api/v1/users", key).status, 200);
    document.revision = 2;
    document.tenant.status = licensing::TenantStatus::suspended;
    EXPECT_EQ(cloud->push(document).status, 200);
    auto const refused = cloud->get("/api/v1/users", key);
    EXPECT_EQ(refused.status, 403);
    EXPECT_EQ(type_of(refused), "urn:monozu:problem:tenant-not-active");
}

TEST_F(api_keys, of_another_tenant_do_not_exist)
{
    cloud->make_tenant("Birch");
    auto const by_birch = cloud->token("owner@birch.example");
    auto const id = account("Private", {"users:read"});
    auto const key = made(id, {"users:read"});
    EXPECT_EQ(cloud->get("/api/v1/api-keys/" + text(key, "id"), by_birch).status, 404);
    EXPECT_EQ(rotate(text(key, "id"), 0, by_birch).status, 404);
    EXPECT_EQ(cloud->get("/api/v1/service-accounts/" + id, by_birch).status, 404);
    EXPECT_EQ(create(id, {"users:read"}, by_birch).status, 400);
    auto const mine = cloud->get("/api/v1/users", text(key, "key"));
    EXPECT_EQ(mine.body.find("birch.example"), std::string::npos);
}

TEST(api_key_throttle, slows_an_address_down_and_leaves_known_keys_alone)
{
    Settings settings{.session_check_seconds = 0};
    settings.login_failures = 3;
    TestCloud const cloud(settings);
    cloud.make_tenant("Alder");
    auto const by_owner = cloud.token(owner);
    auto const account =
        cloud.call("POST", "/api/v1/service-accounts", {{"name", "Known"}, {"permissions", bj::array{"users:read"}}}, by_owner).json();
    bj::object const body{
        {"service_account_id", account.at("id")}, {"name", "key"}, {"scopes", bj::array{"users:read"}}, {"expires_at", in_days(1)}};
    auto const known = text(cloud.call("POST", "/api/v1/api-keys", body, by_owner).json(), "key");
    EXPECT_EQ(cloud.get("/api/v1/users", known).status, 200);
    for (int i = 0; i < 3; ++i) EXPECT_EQ(cloud.get("/api/v1/users", "mzk_guess").status, 401);
    auto const refused = cloud.get("/api/v1/users", "mzk_guess");
    EXPECT_EQ(refused.status, 429);
    EXPECT_TRUE(refused.headers.contains("retry-after"));
    EXPECT_EQ(cloud.get("/api/v1/users", known).status, 200);
    EXPECT_EQ(cloud.get("/api/v1/users", by_owner).status, 200);
}

}  // namespace
}  // namespace mz::identity::test
