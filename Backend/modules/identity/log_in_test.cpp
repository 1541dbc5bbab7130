#include "identity/test_cloud.hpp"

namespace mz::identity::test {
namespace {

constexpr auto owner = "owner@alder.example";

class log_in : public ::testing::Test {
protected:
    static void SetUpTestSuite()
    {
        cloud = std::make_unique<TestCloud>();
        alder = cloud->make_tenant("Alder");
    }
    static void TearDownTestSuite() { cloud.reset(); }

    static std::string audited(std::string const& operation)
    {
        return cloud->value("select count(*) from audit.entries where operation = '" + operation + "'");
    }

    static inline std::unique_ptr<TestCloud> cloud;
    static inline licensing::TenantDocument alder;
};

TEST_F(log_in, gives_an_access_token_for_one_tenant_and_a_cookie_out_of_reach_of_scripts)
{
    auto const answer = cloud->log_in("Owner@Alder.Example");
    ASSERT_EQ(answer.status, 200) << answer.body;
    auto const body = answer.json();
    EXPECT_EQ(body.at("token_type"), "Bearer");
    EXPECT_EQ(body.at("expires_in"), 600);
    EXPECT_EQ(body.at("tenant_id"), bj::value(alder.tenant.id.to_string()));
    auto const& cookie = answer.headers.at("set-cookie");
    EXPECT_NE(cookie.find("; Path=/api/v1/auth;"), std::string::npos) << cookie;
    EXPECT_NE(cookie.find("; HttpOnly; SameSite=Strict"), std::string::npos) << cookie;
    EXPECT_EQ(cookie.find("Secure"), std::string::npos) << "over http a Secure cookie would be lost";
    EXPECT_NE(audited("auth_login"), "0");
}

TEST_F(log_in, does_not_tell_an_unknown_address_from_a_wrong_password)
{
    auto wrong = cloud->log_in(owner, "not the pass phrase");
    auto unknown = cloud->log_in("nobody@alder.example");
    EXPECT_EQ(wrong.status, 401);
    EXPECT_EQ(unknown.status, 401);
    EXPECT_EQ(wrong.json().at("detail"), unknown.json().at("detail"));
    EXPECT_EQ(type_of(wrong), type_of(unknown));
    cloud->token(owner);  // a success forgives the failure
}

TEST_F(log_in, slows_down_guessing_without_a_lock_on_other_accounts)
{
    int refused = 0;
    std::string retry_after;
    for (int i = 0; i < 12; ++i) {
        auto const answer = cloud->log_in("guessed@alder.example", "guess");
        refused += answer.status == 429;
        if (answer.status == 429) retry_after = answer.headers.at("retry-after");
    }
    EXPECT_EQ(refused, 2);
    EXPECT_NE(retry_after, "");
    EXPECT_EQ(cloud->log_in(owner).status, 200);
}

TEST_F(log_in, waits_for_the_licence_and_says_so_only_to_whoever_knows_the_password)
{
    auto document = TestCloud::document_of("Cedar");
    document.tenant.status = licensing::TenantStatus::pending;
    document.license.reset();
    auto const token = web::make_scoped_token(document.tenant.id);
    document.owner.setup_token_hash = hex(sha256(token));
    document.owner.setup_expires_at = now() + std::chrono::hours(1);
    ASSERT_EQ(cloud->push(document).status, 200);
    ASSERT_EQ(cloud->set_up(token).status, 204);

    auto const before = cloud->log_in("owner@cedar.example");
    EXPECT_EQ(before.status, 403);
    EXPECT_EQ(type_of(before), "urn:monozu:problem:tenant-not-active");
    EXPECT_EQ(cloud->log_in("owner@cedar.example", "wrong pass phrase").status, 401);

    auto active = TestCloud::document_of("Cedar");
    active.tenant.id = document.tenant.id;
    active.revision = 2;
    ASSERT_EQ(cloud->push(active).status, 200);
    auto const access = cloud->token("owner@cedar.example");

    active.revision = 3;
    active.tenant.status = licensing::TenantStatus::suspended;
    ASSERT_EQ(cloud->push(active).status, 200);
    EXPECT_EQ(cloud->log_in("owner@cedar.example").status, 403);
    EXPECT_EQ(cloud->get("/api/v1/me", access).status, 403) << "a suspension ends what is open, too";
}

TEST_F(log_in, a_log_out_ends_the_session_and_clears_the_cookie)
{
    auto const answer = cloud->log_in(owner);
    auto const access = std::string(answer.json().at("access_token").as_string());
    auto const out = cloud->with_cookie("/api/v1/auth/logout", cookie_of(answer));
    EXPECT_EQ(out.status, 200);
    EXPECT_NE(out.headers.at("set-cookie").find("Max-Age=0"), std::string::npos);
    EXPECT_EQ(cloud->get("/api/v1/me", access).status, 401);
    EXPECT_EQ(cloud->with_cookie("/api/v1/auth/refresh", cookie_of(answer)).status, 401);
    EXPECT_EQ(cloud->with_cookie("/api/v1/auth/logout", "nonsense").status, 200);
}

TEST_F(log_in, a_setup_link_works_once_and_never_replaces_a_password)
{
    auto const admin = cloud->token(owner);
    auto const created =
        cloud->call("POST", "/api/v1/users", {{"email", "once@alder.example"}, {"display_name", "Once"}, {"role", "agent"}}, admin);
    ASSERT_EQ(created.status, 201) << created.body;
    auto const token = std::string(created.json().at("setup_token").as_string());
    EXPECT_EQ(cloud->log_in("once@alder.example").status, 401) << "there is no password yet";
    auto const weak = cloud->call("POST", "/api/v1/auth/setup", {{"token", token}, {"password", "short"}});
    EXPECT_EQ(weak.status, 400);
    EXPECT_EQ(weak.json().at("errors").at(0).at("pointer"), "/password");
    EXPECT_EQ(cloud->set_up(token).status, 204);
    EXPECT_EQ(cloud->set_up(token).status, 422);
    EXPECT_EQ(cloud->set_up(web::make_scoped_token(alder.tenant.id)).status, 422);
    EXPECT_EQ(cloud->log_in("once@alder.example").status, 200);
}

TEST_F(log_in, a_person_of_two_tenants_goes_to_the_one_used_last_and_may_switch)
{
    auto const birch = cloud->make_tenant("Birch");
    auto const birch_owner = cloud->token("owner@birch.example");
    auto const added =
        cloud->call("POST", "/api/v1/users", {{"email", owner}, {"display_name", "Guest"}, {"role", "auditor"}}, birch_owner);
    ASSERT_EQ(added.status, 201) << added.body;
    EXPECT_EQ(cloud->set_up(std::string(added.json().at("setup_token").as_string())).status, 204);

    auto const answer = cloud->log_in(owner);
    EXPECT_EQ(answer.json().at("tenant_id"), bj::value(alder.tenant.id.to_string()));
    auto const access = std::string(answer.json().at("access_token").as_string());
    auto const me = cloud->get("/api/v1/me", access).json();
    EXPECT_EQ(me.at("tenants").as_array().size(), 2U);
    EXPECT_EQ(me.at("tenant_name"), "Alder");

    auto const switched = cloud->call("POST", "/api/v1/auth/switch", {{"tenant_id", birch.tenant.id.to_string()}}, access);
    ASSERT_EQ(switched.status, 200) << switched.body;
    auto const there = cloud->get("/api/v1/me", std::string(switched.json().at("access_token").as_string())).json();
    EXPECT_EQ(there.at("tenant_name"), "Birch");
    EXPECT_EQ(there.at("roles").at(0), "auditor");
    EXPECT_EQ(cloud->get("/api/v1/me", access).status, 401) << "the session in the other tenant ended";
    EXPECT_EQ(cloud->log_in(owner).json().at("tenant_id"), bj::value(birch.tenant.id.to_string()));

    bj::object const chosen{{"email", owner}, {"password", pass_phrase}, {"tenant_id", alder.tenant.id.to_string()}};
    EXPECT_EQ(cloud->call("POST", "/api/v1/auth/login", chosen).json().at("tenant_id"), bj::value(alder.tenant.id.to_string()));
    auto const foreign = cloud->call("POST", "/api/v1/auth/switch", {{"tenant_id", Uuid::v7().to_string()}}, cloud->token(owner));
    EXPECT_EQ(foreign.status, 404);
}

}  // namespace
}  // namespace mz::identity::test
