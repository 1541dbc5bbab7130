#include "management.hpp"

#include "core/problem.hpp"
#include "web/scoped_token.hpp"

#include <boost/json/parse.hpp>

namespace mz::management::tests {
namespace {

class management : public ::testing::Test {
protected:
    static void SetUpTestSuite()
    {
        server = std::make_unique<Management>();
        by_operator = server->token("operator");
    }
    static void TearDownTestSuite() { server.reset(); }

    static inline std::unique_ptr<Management> server;
    static inline std::string by_operator;
};

TEST_F(management, operators_sign_in_and_out)
{
    auto const answer = server->log_in("owner");
    ASSERT_EQ(answer.status, 200) << answer.body;
    auto const access = std::string(answer.json().at("access_token").as_string());
    auto const me = server->call("GET", "/api/v1/me", access).json();
    EXPECT_EQ(me.at("email"), "owner@monozu.example");
    EXPECT_EQ(me.at("roles").at(0), "owner");
    EXPECT_EQ(server->log_in("owner", "wrong pass phrase").status, 401);
    EXPECT_EQ(server->log_in("nobody").status, 401);
    EXPECT_EQ(server->with_cookie("/api/v1/auth/logout", cookie_of(answer)).status, 204);
    EXPECT_EQ(server->call("GET", "/api/v1/me", access).status, 401);
}

TEST_F(management, each_role_does_what_it_is_for)
{
    auto const by_viewer = server->token("viewer");
    EXPECT_EQ(server->call("GET", "/api/v1/tenants", by_viewer).status, 200);
    EXPECT_EQ(server->call("POST", "/api/v1/tenants", by_viewer, {{"name", "No"}, {"owner_email", "no@no.example"}}).status, 403);
    EXPECT_EQ(server->call("GET", "/api/v1/audit", by_operator).status, 403);
    EXPECT_EQ(server->call("GET", "/api/v1/audit", server->token("owner")).status, 200);
    EXPECT_EQ(server->call("GET", "/api/v1/tenants").status, 401);
}

TEST_F(management, a_new_tenant_is_pending_and_its_link_is_shown_once)
{
    auto const tenant = server->make_tenant("alder", by_operator);
    EXPECT_EQ(tenant.at("status"), "pending");
    EXPECT_TRUE(tenant.at("license").is_null());
    EXPECT_EQ(tenant.at("owner_email"), "owner@alder.example");
    auto const url = std::string(tenant.at("owner_setup_url").as_string());
    std::string const prefix = "http://cloud.example/setup#token=";
    ASSERT_TRUE(url.starts_with(prefix)) << url;
    auto const token = url.substr(prefix.size());
    EXPECT_EQ(web::tenant_of_token(token)->to_string(), tenant.at("id").as_string());
    auto const id = std::string(tenant.at("id").as_string());
    EXPECT_EQ(server->value("select encode(setup_token_hash, 'hex') from tenants.tenants where id = '" + id + "'"), hex(sha256(token)));
    EXPECT_EQ(server->call("GET", path_of(tenant), by_operator).body.find(token), std::string::npos);
}

TEST_F(management, a_licence_activates_and_a_suspension_outweighs_it)
{
    auto const tenant = server->make_tenant("birch", by_operator);
    auto const activated = server->call("POST", path_of(tenant, "/license"), by_operator, license());
    ASSERT_EQ(activated.status, 200) << activated.body;
    EXPECT_EQ(activated.json().at("status"), "active");
    EXPECT_EQ(activated.json().at("license").at("plan"), "professional");
    EXPECT_EQ(activated.json().at("license").at("limits").at("devices"), 25);
    EXPECT_EQ(server->call("POST", path_of(tenant, "/suspend"), by_operator).json().at("status"), "suspended");
    EXPECT_EQ(server->call("POST", path_of(tenant, "/suspend"), by_operator).status, 409);
    EXPECT_EQ(server->call("POST", path_of(tenant, "/license"), by_operator, license()).json().at("status"), "suspended");
    EXPECT_EQ(server->call("POST", path_of(tenant, "/resume"), by_operator).json().at("status"), "active");
    EXPECT_EQ(server->call("POST", path_of(tenant, "/resume"), by_operator).status, 409);
}

TEST_F(management, a_licence_that_makes_no_sense_is_refused)
{
    auto const tenant = server->make_tenant("cedar", by_operator);
    EXPECT_EQ(server->call("POST", path_of(tenant, "/license"), by_operator, license("2020-01-01T00:00:00Z")).status, 422);
    auto unknown = license();
    unknown["features"] = bj::array{"mars"};
    EXPECT_EQ(server->call("POST", path_of(tenant, "/license"), by_operator, unknown).status, 400);
    EXPECT_EQ(server->call("POST", "/api/v1/tenants/" + Uuid::v7().to_string() + "/license", by_operator, license()).status, 404);
    EXPECT_EQ(server->call("GET", path_of(tenant), by_operator).json().at("status"), "pending");
}

TEST_F(management, the_list_filters_and_counts)
{
    server->make_tenant("dogwood", by_operator);
    auto const found = server->call("GET", "/api/v1/tenants?q=DOGW&count=exact&sort=name", by_operator).json();
    EXPECT_EQ(found.at("total"), 1);
    EXPECT_EQ(found.at("items").at(0).at("name"), "dogwood");
    EXPECT_EQ(server->call("GET", "/api/v1/tenants?q=dogwood&status=active", by_operator).json().at("items").as_array().size(), 0U);
}

TEST_F(management, a_repeated_creation_with_the_same_key_makes_one_tenant)
{
    testing::Exchange create{"POST", "/api/v1/tenants", R"({"name":"elder","owner_email":"owner@elder.example"})", {}};
    create.headers = {{"Authorization", "Bearer " + by_operator}, {"Content-Type", "application/json"}, {"Idempotency-Key", "elder-1"}};
    auto const first = testing::exchange(server->application->port(), create);
    auto const second = testing::exchange(server->application->port(), create);
    EXPECT_EQ(first.status, 201) << first.body;
    EXPECT_EQ(second.body, first.body);
    EXPECT_EQ(server->value("select count(*) from tenants.tenants where name = 'elder'"), "1");
}

TEST_F(management, the_document_is_for_whoever_has_the_internal_token)
{
    auto const tenant = server->make_tenant("fir", by_operator);
    server->call("POST", path_of(tenant, "/license"), by_operator, license());
    auto const path = "/internal/v1/licenses/" + std::string(tenant.at("id").as_string());
    auto const pull = [&](std::string const& path, std::string const& token) {
        return testing::exchange(server->application->port(), {"GET", path, "", {{"X-Internal-Token", token}}});
    };
    EXPECT_EQ(server->call("GET", path).status, 401);
    EXPECT_EQ(pull(path, "internal-tokem").status, 401);
    EXPECT_EQ(pull("/internal/v1/licenses/" + Uuid::v7().to_string(), "internal-token").status, 404);
    auto const document = pull(path, "internal-token");
    ASSERT_EQ(document.status, 200) << document.body;
    EXPECT_EQ(document.json().at("revision"), 2);
    EXPECT_EQ(document.json().at("tenant").at("status"), "active");
    EXPECT_EQ(document.json().at("license").at("features"), (bj::value{"itsm", "vpn"}));
}

TEST_F(management, every_change_is_in_the_audit_log)
{
    auto const tenant = server->make_tenant("gum", by_operator);
    server->call("POST", path_of(tenant, "/suspend"), by_operator);
    auto const by_owner = server->token("owner");
    auto const log =
        server->call("GET", "/api/v1/audit?target_id=" + std::string(tenant.at("id").as_string()), by_owner).json().at("items").as_array();
    ASSERT_EQ(log.size(), 2U);
    EXPECT_EQ(log[0].at("operation"), "tenant_suspend");
    EXPECT_EQ(log[1].at("operation"), "tenant_create");
    EXPECT_EQ(log[1].at("actor_email"), "operator@monozu.example");
}

TEST_F(management, an_operator_is_created_once_and_with_a_real_password)
{
    auto const url = server->database.url("management_app");
    NewOperator wanted{"owner@monozu.example", "", operators::Role::viewer, Secret<std::string>(pass_phrase)};
    EXPECT_THROW(create_operator(url, wanted), Problem);
    wanted.email = "new@monozu.example";
    wanted.password = Secret<std::string>("short");
    EXPECT_THROW(create_operator(url, wanted), Problem);
}

}  // namespace
}  // namespace mz::management::tests
