#include "mail/letter.hpp"
#include "sso/test_sso.hpp"

#include <chrono>
#include <thread>

namespace mz::sso::test {
namespace {

TEST_F(single_sign_on, a_connection_is_enabled_after_a_test_and_the_test_says_what_failed)
{
    create(wanted("not the secret"));
    EXPECT_EQ(type_of(patch({{"enabled", true}})), problem("sso-not-tested"));
    auto const wrong = test(person("ann")).json();
    EXPECT_FALSE(wrong.at("good").as_bool());
    EXPECT_EQ(text(wrong, "failed"), "oidc-token-refused");
    EXPECT_EQ(text(wrong, "check"), "client_secret");
    EXPECT_EQ(type_of(patch({{"enabled", true}})), problem("sso-not-tested"));

    EXPECT_EQ(patch({{"client_secret", FakeProvider::client_secret}}).status, 200);
    auto const forged = test(person("ann", {{"aud", "another"}})).json();
    EXPECT_EQ(text(forged, "failed"), "oidc-id-token-invalid");
    EXPECT_EQ(text(forged, "check"), "aud");
    auto const right = test(person("ann", {{"hasgroups", true}})).json();
    EXPECT_TRUE(right.at("good").as_bool());
    EXPECT_EQ(text(right, "verdict"), "not_a_member");
    EXPECT_TRUE(right.at("groups_overage").as_bool());
    EXPECT_FALSE(right.at("says_when").as_bool());
    EXPECT_EQ(patch({{"enabled", true}}).status, 200);

    // Another client is another connection: it has to be tested again. A new secret alone is not.
    EXPECT_EQ(patch({{"client_secret", "a new one"}}).json().at("enabled"), true);
    auto const moved = patch({{"client_id", "another"}}).json();
    EXPECT_EQ(moved.at("enabled"), false);
    EXPECT_EQ(moved.at("tested"), false);
}

TEST_F(single_sign_on, the_secret_is_written_and_never_read)
{
    create(wanted());
    auto const overview = cloud.get("/api/v1/sso", owner);
    EXPECT_EQ(overview.status, 200);
    EXPECT_EQ(overview.body.find(FakeProvider::client_secret), std::string::npos);
    EXPECT_EQ(cloud.value("select count(*) from audit.entries where changes::text like '%our-secret%'"), "0");
    EXPECT_EQ(cloud.value("select count(*) from sso.connections where position('our-secret'::bytea in client_secret) > 0"), "0");
    EXPECT_EQ(patch({{"client_secret", "a new one"}}).status, 200);
    EXPECT_EQ(cloud.value("select changes ->> 'after' from audit.entries where operation = 'sso_connection_update'"),
              R"({"client_secret":"<redacted>"})");
}

TEST_F(single_sign_on, owners_alone_say_who_vouches_for_people_and_nobody_becomes_an_owner_by_it)
{
    create(wanted());
    cloud.make_user(owner, "admin@alder.example", "admin");
    auto const admin = cloud.token("admin@alder.example");
    EXPECT_EQ(post("sso/connections", wanted(), admin).status, 403);
    EXPECT_EQ(patch({{"name", "Mine"}}, admin).status, 403);
    EXPECT_EQ(patch({{"role", "owner"}}).status, 400);
    EXPECT_EQ(patch({{"mappings", bj::array{bj::object{{"claim", "roles"}, {"value", "x"}, {"role", "owner"}}}}}).status, 400);
    // Not even whoever was given the permission.
    bj::array const permissions{"sso:read", "sso:write"};
    auto const role = post("roles", {{"name", "Sign-in"}, {"permissions", permissions}}, owner).json();
    auto const made =
        post("users", {{"email", "custom@alder.example"}, {"display_name", "C"}, {"role", "custom"}, {"role_id", role.at("id")}}, owner);
    EXPECT_EQ(cloud.set_up(text(made.json(), "setup_token")).status, 204);
    auto const custom = cloud.token("custom@alder.example");
    EXPECT_EQ(cloud.get("/api/v1/sso", custom).status, 200);
    EXPECT_EQ(type_of(patch({{"name", "Mine"}}, custom)), problem("role-too-high"));
}

TEST_F(single_sign_on, disabling_and_deleting_a_connection_end_its_sessions)
{
    let_everybody_join();
    auto const token = token_of(sign_in("ann"));
    EXPECT_EQ(patch({{"enabled", false}}).status, 200);
    EXPECT_EQ(cloud.get("/api/v1/me", token).status, 401);
    EXPECT_EQ(type_of(post("auth/sso/start", {{"email", "ann@alder.example"}})), problem("sso-unknown"));

    EXPECT_EQ(patch({{"enabled", true}}).status, 200);
    auto const second = token_of(sign_in("ann"));
    EXPECT_EQ(cloud.get("/api/v1/me", second).status, 200);
    EXPECT_EQ(cloud.call("DELETE", "/api/v1/sso/connections/" + connection, {}, owner).status, 204);
    EXPECT_EQ(cloud.get("/api/v1/me", second).status, 401);
    EXPECT_EQ(cloud.get("/api/v1/me", owner).status, 200);
}

TEST_F(single_sign_on, where_it_is_enforced_a_password_does_not_count_except_an_owners_with_emergency_access)
{
    let_everybody_join();
    cloud.make_user(owner, "ann@alder.example", "auditor");
    auto const ann = cloud.token("ann@alder.example");
    EXPECT_EQ(type_of(patch({{"enforced", true}})), problem("break-glass-needed"));
    give_emergency_access();
    EXPECT_EQ(patch({{"enforced", true}}).status, 200);

    EXPECT_EQ(cloud.get("/api/v1/me", ann).status, 401);  // signed in with a password before
    auto const refused = cloud.log_in("ann@alder.example");
    EXPECT_EQ(refused.status, 403);
    EXPECT_EQ(type_of(refused), problem("sso-required"));
    EXPECT_EQ(text(refused.json().at("connection"), "id"), connection);
    EXPECT_EQ(cloud.log_in("ann@alder.example", "not the password").status, 401);
    EXPECT_EQ(sign_in("ann").status, 200);

    EXPECT_EQ(cloud.log_in(alder.owner.email).status, 200);
    EXPECT_EQ(cloud.letters<mail::BreakGlassUsed>(alder.owner.email).size(), 1);
    EXPECT_EQ(
        cloud.value("select count(*) from audit.entries where changes::text like '%break_glass\":true%' and operation = 'auth_login'"),
        "1");
}

TEST_F(single_sign_on, the_last_emergency_access_cannot_be_taken_away_while_it_is_enforced)
{
    connect();
    give_emergency_access();
    EXPECT_EQ(patch({{"enforced", true}}).status, 200);
    auto const none = cloud.call("PUT", "/api/v1/sso/break-glass", {{"people", bj::array{}}}, owner);
    EXPECT_EQ(type_of(none), problem("break-glass-needed"));
    cloud.make_user(owner, "second@alder.example", "owner");
    auto const self = "/api/v1/users/" + text(me(owner), "id");
    EXPECT_EQ(type_of(cloud.call("PATCH", self, {{"role", "admin"}}, owner)), problem("break-glass-needed"));
    EXPECT_EQ(type_of(patch({{"enabled", false}})), problem("sso-enforced"));
    EXPECT_EQ(type_of(patch({{"client_id", "another"}})), problem("sso-enforced"));
    EXPECT_EQ(type_of(cloud.call("DELETE", "/api/v1/sso/connections/" + connection, {}, owner)), problem("sso-enforced"));
    EXPECT_EQ(patch({{"enforced", false}}).status, 200);
    EXPECT_EQ(cloud.call("PUT", "/api/v1/sso/break-glass", {{"people", bj::array{}}}, owner).status, 200);
}

TEST_F(single_sign_on, whose_organisations_all_enforce_it_gets_no_link_for_a_password)
{
    let_everybody_join();
    give_emergency_access();
    EXPECT_EQ(patch({{"enforced", true}}).status, 200);
    token_of(sign_in("ann"));
    auto const letters = [&](std::string const& email) {
        EXPECT_EQ(post("auth/password/forgot", {{"email", email}}).status, 202);
        for (int tries = 0; tries < 200; ++tries) {
            if (cloud.value("select count(*) from identity.reset_requests") == "0") break;
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
        return cloud.letters<mail::PasswordReset>(email).size();
    };
    EXPECT_EQ(letters("ann@alder.example"), 0);
    auto const told = cloud.letters<mail::PasswordManaged>("ann@alder.example");
    ASSERT_EQ(told.size(), 1);
    EXPECT_EQ(told.front().organization, "Alder");
    EXPECT_EQ(letters(alder.owner.email), 1);
}

}  // namespace
}  // namespace mz::sso::test
