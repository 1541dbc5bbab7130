// Every endpoint x role x (own tenant, other tenant, no token), generated from the OpenAPI document: a new endpoint is covered, or fails
// here.
#include "cloud.hpp"
#include "sample.hpp"

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <set>

namespace mz::backend::tests {
namespace {

namespace bj = boost::json;

// Reached without a token, each for a reason. Adding one here is a decision to be reviewed.
std::map<std::string, std::string> const public_operations{
    {"auth_login", "it is how a token is got"},
    {"auth_refresh", "the refresh cookie is the credential"},
    {"auth_logout", "the refresh cookie is the credential"},
    {"auth_setup", "the one-time token is the credential"},
    {"device_register", "the provisioning key is the credential"},
    {"alert_webhook_receive", "the signature is the credential"},
    {"license_refresh", "the signature is the credential"},
};

struct Operation {
    std::string id;
    std::string method;
    std::string path;
    std::string permission;
    bool websocket = false;
    bj::value body;  // a good one, null where there is none
};

bj::object const& document()
{
    static bj::object const parsed = bj::parse(Cloud::shared().application().app().openapi()).as_object();
    return parsed;
}

std::string upper(std::string text)
{
    std::ranges::transform(text, text.begin(), [](char c) { return static_cast<char>(std::toupper(c)); });
    return text;
}

std::vector<Operation> operations()
{
    std::vector<Operation> out;
    for (auto const& path : document().at("paths").as_object()) {
        for (auto const& verb : path.value().as_object()) {
            auto const& described = verb.value().as_object();
            Operation operation{std::string(described.at("operationId").as_string()),
                                upper(verb.key()),
                                path.key(),
                                std::string(described.at("x-permission").as_string()),
                                described.contains("x-websocket"),
                                nullptr};
            if (auto const* body = described.if_contains("requestBody")) {
                operation.body =
                    sample(document(), body->at("content").at("application/json").at("schema"), Cloud::shared().alder().person.at("agent"));
            }
            out.push_back(std::move(operation));
        }
    }
    return out;
}

// The operation's path for one tenant's own resources; fails the test where the fixture has none.
std::string path_for(Operation const& operation, Tenant const& tenant)
{
    auto path = operation.path;
    auto const open = path.find('{');
    if (open == std::string::npos) return path;
    auto const close = path.find('}');
    auto const prefix = path.substr(0, close + 1);
    auto const known = tenant.resources.find(prefix);
    EXPECT_NE(known, tenant.resources.end()) << prefix
                                             << " has no resource in Backend/tests/cloud.cpp; add one, so that isolation is tested";
    if (known == tenant.resources.end()) return path;
    return path.replace(open, close - open + 1, known->second);
}

testing::Answer send(Operation const& operation, Tenant const& resources_of, std::string const& token, std::string const& device_key = {})
{
    testing::Exchange exchange{operation.method, path_for(operation, resources_of), {}, {}};
    if (operation.websocket) exchange.path += "?token=" + token;
    else if (!token.empty()) exchange.headers["Authorization"] = "Bearer " + token;
    if (!device_key.empty()) exchange.headers["X-Device-Key"] = device_key;
    if (!operation.body.is_null()) {
        exchange.body = bj::serialize(operation.body);
        exchange.headers["Content-Type"] = "application/json";
    }
    return testing::exchange(Cloud::shared().port(), exchange);
}

std::set<std::string> permissions_of(std::string const& role)
{
    auto& cloud = Cloud::shared();
    auto const me = cloud.expect(200, cloud.call("GET", "/api/v1/me", cloud.alder().token.at(role)));
    std::set<std::string> out;
    for (auto const& permission : me.at("permissions").as_array()) out.emplace(permission.as_string());
    return out;
}

bool is_named(std::string const& permission) { return permission.find(':') != std::string::npos; }

TEST(access, every_public_operation_is_public_on_purpose)
{
    std::set<std::string> unseen;
    for (auto const& [operation, reason] : public_operations) unseen.insert(operation);
    for (auto const& operation : operations()) {
        if (operation.permission != "none") continue;
        EXPECT_TRUE(public_operations.contains(operation.id)) << operation.id << " is public; say why in public_operations";
        unseen.erase(operation.id);
    }
    EXPECT_TRUE(unseen.empty()) << *unseen.begin() << " is listed as public, but there is no such public operation";
}

TEST(access, without_a_token_nothing_but_the_public_is_reached)
{
    auto& cloud = Cloud::shared();
    for (auto const& operation : operations()) {
        if (operation.permission == "none") continue;
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
        if (operation.path.find('{') == std::string::npos || operation.permission == "none") continue;
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
        if (operation.method != "GET" || operation.websocket || !is_named(operation.permission)) continue;
        auto const answer = send(operation, cloud.alder(), cloud.alder().token.at("owner"));
        for (auto const& id : foreign) EXPECT_EQ(answer.body.find(id), std::string::npos) << operation.id << " shows " << id;
        EXPECT_EQ(answer.body.find(cloud.birch().name), std::string::npos) << operation.id;
        ++lists;
    }
    EXPECT_GT(lists, 10);
}

// The last one, because it changes what the others look at: an owner may revoke a device.
TEST(access, a_role_reaches_what_it_may_and_nothing_else)
{
    auto& cloud = Cloud::shared();
    // Readers first and the owner last, so that what one role changes does not stand in another's way.
    for (std::string const role : {"auditor", "security_analyst", "agent", "admin", "owner"}) {
        auto const permissions = permissions_of(role);
        for (auto const& operation : operations()) {
            if (!is_named(operation.permission)) continue;
            auto const status = send(operation, cloud.alder(), cloud.alder().token.at(role)).status;
            if (permissions.contains(operation.permission)) {
                EXPECT_TRUE(status != 401 && status != 403 && status != 404 && status != 415 && status < 500)
                    << role << " " << operation.id << " answered " << status;
            } else {
                EXPECT_EQ(status, 403) << role << " " << operation.id;
            }
        }
    }
}

}  // namespace
}  // namespace mz::backend::tests
