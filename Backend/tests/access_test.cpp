// Every endpoint x role x (own tenant, other tenant, no token), generated from the OpenAPI document: a new endpoint is covered, or fails
// here.
#include "app/modules.hpp"
#include "cloud.hpp"
#include "identity/roles.hpp"
#include "testing/operations.hpp"

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <boost/mp11.hpp>

#include <map>
#include <set>

namespace mz::backend::tests {
namespace {

namespace bj = boost::json;
using testing::Operation;

// Reached without a token, each for a reason. Adding one here is a decision to be reviewed.
std::map<std::string, std::string> const public_operations{
    {"auth_login", "it is how a token is got"},
    {"auth_refresh", "the refresh cookie is the credential"},
    {"auth_logout", "the refresh cookie is the credential"},
    {"auth_setup", "the one-time token is the credential"},
    {"auth_second_factor", "the challenge of a log-in is the credential"},
    {"auth_passkey_challenge", "it tells nothing that is not asked of everybody"},
    {"auth_passkey", "it is how a token is got"},
    {"auth_enrolment", "the challenge of a log-in is the credential"},
    {"auth_enrolment_confirm", "the challenge of a log-in is the credential"},
    {"invitation_get", "the one-time token is the credential"},
    {"password_forgot", "it is for people who cannot sign in; it says the same to everybody"},
    {"password_reset", "the one-time token is the credential"},
    {"auth_sso_start", "it is how a sign-in begins; the provider asks who it is"},
    {"auth_sso_finish", "the provider's code and the cookie of the browser that began are the credential"},
    {"device_register", "the provisioning key is the credential"},
    {"alert_webhook_receive", "the signature is the credential"},
    {"license_refresh", "the signature is the credential"},
};

std::vector<Operation> operations()
{
    auto& cloud = Cloud::shared();
    auto const document = bj::parse(cloud.application().app().openapi()).as_object();
    return testing::operations(document, cloud.alder().person.at("agent"));
}

testing::Answer send(Operation const& operation, Tenant const& resources_of, std::string const& token, std::string const& device_key = {})
{
    return testing::send(Cloud::shared().port(), operation, resources_of.resources, token, device_key);
}

std::set<std::string> permissions_of(std::string const& role)
{
    auto& cloud = Cloud::shared();
    if (role == "service") return cloud.alder().scopes;
    auto const me = cloud.expect(200, cloud.call("GET", "/api/v1/me", cloud.alder().token.at(role)));
    std::set<std::string> out;
    for (auto const& permission : me.at("permissions").as_array()) out.emplace(permission.as_string());
    return out;
}

TEST(access, every_public_operation_is_public_on_purpose) { testing::expect_public_on_purpose(operations(), public_operations); }

TEST(access, without_a_token_nothing_but_the_public_is_reached)
{
    auto& cloud = Cloud::shared();
    for (auto const& operation : operations()) {
        if (operation.is_public()) continue;
        EXPECT_EQ(send(operation, cloud.alder(), {}).status, 401) << operation.id;
        EXPECT_EQ(send(operation, cloud.alder(), "nonsense").status, 401) << operation.id;
        EXPECT_EQ(send(operation, cloud.alder(), {}, "mzd_nonsense").status, 401) << operation.id;
    }
}

TEST(access, what_another_tenant_owns_does_not_exist)
{
    auto& cloud = Cloud::shared();
    auto const before = cloud.audit_rows_of(cloud.birch());
    int covered = 0;
    for (auto const& operation : operations()) {
        if (!operation.has_id() || operation.is_public()) continue;
        bool const device = operation.permission == "device";
        auto const answer = send(operation, cloud.birch(), device ? std::string{} : cloud.alder().token.at("owner"),
                                 device ? cloud.alder().device_key : std::string{});
        EXPECT_EQ(answer.status, 404) << operation.id << " " << answer.body;
        ++covered;
    }
    EXPECT_GT(covered, 10);
    auto const after = cloud.audit_rows_of(cloud.birch());
    EXPECT_EQ(before, after) << "something of the other tenant was written";
}

TEST(access, no_list_shows_a_row_of_another_tenant)
{
    auto& cloud = Cloud::shared();
    std::set<std::string> foreign;
    for (auto const& [path, id] : cloud.birch().resources) foreign.insert(id);
    int lists = 0;
    for (auto const& operation : operations()) {
        if (operation.method != "GET" || operation.websocket || !operation.has_named_permission()) continue;
        auto const answer = send(operation, cloud.alder(), cloud.alder().token.at("owner"));
        for (auto const& id : foreign) EXPECT_EQ(answer.body.find(id), std::string::npos) << operation.id << " shows " << id;
        EXPECT_EQ(answer.body.find(cloud.birch().name), std::string::npos) << operation.id;
        ++lists;
    }
    EXPECT_GT(lists, 10);
}

// A permission that no route asks for is a word without a meaning; one that no built-in role has is a right that nobody can give.
TEST(access, the_matrix_holds_exactly_what_routes_ask_for)
{
    auto const registry = permission_registry();
    std::set<std::string> asked;
    for (auto const& permission : registry.all()) asked.insert(permission.name);
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<identity::Role>>([&](auto role) {
        for (auto const permission : identity::permissions_of(role.value)) {
            EXPECT_TRUE(asked.contains(std::string(permission))) << role.name << " has " << permission << ", which no route asks for";
        }
    });
    auto const owners = identity::permissions_of(identity::Role::owner);
    for (auto const& permission : asked) {
        EXPECT_NE(std::ranges::find(owners, permission), owners.end()) << permission << " is missing from owners in roles.hpp";
    }
}

// A key stands for a program: what is about the person who is signed in is not for it.
TEST(access, a_key_does_not_pass_for_a_person)
{
    auto& cloud = Cloud::shared();
    int covered = 0;
    for (auto const& operation : operations()) {
        if (operation.permission != "signed_in") continue;
        EXPECT_EQ(send(operation, cloud.alder(), cloud.alder().token.at("service")).status, 403) << operation.id;
        ++covered;
    }
    EXPECT_GT(covered, 2);
}

// The last one, because it changes what the others look at: an owner may revoke a device.
TEST(access, a_role_reaches_what_it_may_and_nothing_else)
{
    auto& cloud = Cloud::shared();
    std::set<std::string> deleted;  // what one role has deleted is not there for the next, nor is what stands below it
    // Readers first and the owner last, so that what one role changes does not stand in another's way.
    for (std::string const role : {"auditor", "custom", "service", "security_analyst", "agent", "admin", "owner"}) {
        auto const permissions = permissions_of(role);
        for (auto const& operation : operations()) {
            if (!operation.has_named_permission()) continue;
            auto const status = send(operation, cloud.alder(), cloud.alder().token.at(role)).status;
            if (permissions.contains(operation.permission)) {
                bool const gone =
                    status == 404 && std::ranges::any_of(deleted, [&](auto const& path) { return operation.path.starts_with(path); });
                if (operation.method == "DELETE" && status == 204) deleted.insert(operation.path);
                EXPECT_TRUE(testing::let_in(status) || gone) << role << " " << operation.id << " answered " << status;
            } else {
                EXPECT_EQ(status, 403) << role << " " << operation.id;
            }
        }
    }
}

}  // namespace
}  // namespace mz::backend::tests
