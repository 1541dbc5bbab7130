// Every endpoint x role, generated from the OpenAPI document: a new endpoint is covered, or fails here.
#include "management.hpp"
#include "testing/operations.hpp"

#include <boost/json/parse.hpp>

#include <map>
#include <set>

namespace mz::management::tests {
namespace {

using testing::Operation;

// Reached without a token, each for a reason. Adding one here is a decision to be reviewed.
std::map<std::string, std::string> const public_operations{
    {"auth_login", "it is how a token is got"},
    {"auth_refresh", "the refresh cookie is the credential"},
    {"auth_logout", "the refresh cookie is the credential"},
    {"auth_second_factor", "the challenge of a good password is the credential"},
    {"auth_enrolment", "the challenge of a good password is the credential"},
    {"auth_enrolment_confirm", "the challenge of a good password is the credential"},
    {"auth_setup", "the one-time link is the credential"},
    {"sign_in_ways_get", "it tells which buttons the log-in page has"},
    {"auth_oidc_start", "it is how a sign-in at the identity provider begins"},
    {"auth_oidc_finish", "the sealed attempt and the code of the provider are the credential"},
    {"license_document_get", "the internal token is the credential"},
};

class access : public ::testing::Test {
protected:
    static void SetUpTestSuite()
    {
        server = std::make_unique<Management>();
        auto const tenant = server->make_tenant("alder", server->token("operator"));
        auto const id = std::string(tenant.at("id").as_string());
        resources["/api/v1/tenants/{id}"] = id;
        resources["/internal/v1/licenses/{tenant}"] = id;
        auto const by_owner = server->token("owner");
        auto const made = server->call("POST", "/api/v1/operators", by_owner,
                                       {{"email", "ann@monozu.example"}, {"display_name", "Ann"}, {"role", "viewer"}});
        EXPECT_EQ(made.status, 201) << made.body;
        resources["/api/v1/operators/{id}"] = std::string(made.json().at("account").at("id").as_string());
        auto const sessions = server->call("GET", "/api/v1/me/sessions", by_owner).json();
        resources["/api/v1/me/sessions/{id}"] = std::string(sessions.at("items").at(0).at("id").as_string());
        resources["/api/v1/me/passkeys/{id}"] = id;
        operations = testing::operations(bj::parse(server->application->app().openapi()).as_object(), id);
    }
    static void TearDownTestSuite() { server.reset(); }

    static int status_of(Operation const& operation, std::string const& token)
    {
        return testing::send(server->application->port(), operation, resources, token).status;
    }

    static std::set<std::string> permissions_of(std::string const& token)
    {
        auto const me = server->call("GET", "/api/v1/me", token).json();
        std::set<std::string> out;
        for (auto const& permission : me.at("permissions").as_array()) out.emplace(permission.as_string());
        return out;
    }

    static inline std::unique_ptr<Management> server;
    static inline testing::Resources resources;
    static inline std::vector<Operation> operations;
};

TEST_F(access, every_public_operation_is_public_on_purpose) { testing::expect_public_on_purpose(operations, public_operations); }

TEST_F(access, without_a_token_nothing_but_the_public_is_reached)
{
    for (auto const& operation : operations) {
        if (operation.is_public() && operation.id != "license_document_get") continue;
        EXPECT_EQ(status_of(operation, {}), 401) << operation.id;
        EXPECT_EQ(status_of(operation, "nonsense"), 401) << operation.id;
    }
}

TEST_F(access, a_role_reaches_what_it_may_and_nothing_else)
{
    int allowed = 0;
    int refused = 0;
    for (std::string const role : {"viewer", "operator", "owner"}) {
        auto const token = server->token(role);
        auto const permissions = permissions_of(token);
        for (auto const& operation : operations) {
            if (operation.is_public()) continue;
            auto const status = status_of(operation, token);
            if (operation.permission == "signed_in") {
                // About themselves: what they do not have is not there.
                EXPECT_TRUE(testing::let_in(status) || status == 404) << role << " " << operation.id << " answered " << status;
                ++allowed;
            } else if (permissions.contains(operation.permission)) {
                EXPECT_TRUE(testing::let_in(status)) << role << " " << operation.id << " answered " << status;
                ++allowed;
            } else {
                EXPECT_EQ(status, 403) << role << " " << operation.id;
                ++refused;
            }
        }
    }
    EXPECT_GT(allowed, 15);
    EXPECT_GT(refused, 5);
}

TEST_F(access, somebody_holds_each_permission_that_a_route_asks_for)
{
    auto const by_owner = permissions_of(server->token("owner"));
    for (auto const& operation : operations) {
        if (operation.has_named_permission()) EXPECT_TRUE(by_owner.contains(operation.permission)) << operation.id;
    }
}

TEST_F(access, what_is_refused_changes_nothing)
{
    auto const rows = "select count(*) from audit.entries where outcome = 'done'";
    auto const by_viewer = server->token("viewer");
    auto const before = server->value(rows);
    for (auto const& operation : operations) {
        if (operation.has_named_permission() && operation.method != "GET") status_of(operation, by_viewer);
    }
    EXPECT_EQ(server->value(rows), before);
}

}  // namespace
}  // namespace mz::management::tests
