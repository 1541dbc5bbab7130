// What every answer of Management carries and what no request can change, whatever the route: as the Cloud's wire_test.cpp has it.
#include "management.hpp"
#include "testing/operations.hpp"

#include <boost/json/parse.hpp>

#include <map>
#include <set>
#include <vector>

namespace mz::management::tests {
namespace {

using testing::Exchange;
using testing::Operation;

constexpr auto own_origin = "http://127.0.0.1:5173";

class wire : public ::testing::Test {
protected:
    static void SetUpTestSuite()
    {
        server = std::make_unique<Management>();
        token = server->token("owner");
        tenant = server->make_tenant("alder", token);
        id = std::string(tenant.at("id").as_string());
        operations = testing::operations(bj::parse(server->application->app().openapi()).as_object(), id);
    }
    static void TearDownTestSuite() { server.reset(); }

    static Answer ask(Exchange request) { return testing::exchange(server->application->port(), std::move(request)); }
    // A list, an unknown address, a wrong method, no token, a preflight, pages of the service itself.
    static std::vector<Answer> all_sorts()
    {
        return {ask({"GET", "/api/v1/tenants", "", {{"Authorization", "Bearer " + token}}}),
                ask({"GET", "/api/v1/nothing", "", {}}),
                ask({"DELETE", "/api/v1/tenants", "", {{"Authorization", "Bearer " + token}}}),
                ask({"GET", "/api/v1/tenants", "", {}}),
                ask({"OPTIONS", "/api/v1/tenants", "", {{"Origin", own_origin}}}),
                ask({"GET", "/healthz", "", {}}),
                ask({"GET", "/api/docs", "", {}})};
    }

    static inline std::unique_ptr<Management> server;
    static inline std::string token;
    static inline bj::value tenant;
    static inline std::string id;
    static inline std::vector<Operation> operations;
};

TEST_F(wire, no_answer_may_be_sniffed_cached_or_framed)
{
    for (auto const& answer : all_sorts()) {
        EXPECT_EQ(answer.headers.at("x-content-type-options"), "nosniff") << answer.body;
        EXPECT_EQ(answer.headers.at("cache-control"), "no-store") << answer.body;
        EXPECT_NE(answer.headers.at("content-security-policy").find("default-src 'none'"), std::string::npos) << answer.body;
        EXPECT_NE(answer.headers.at("content-security-policy").find("frame-ancestors 'none'"), std::string::npos) << answer.body;
        EXPECT_TRUE(answer.headers.contains("x-request-id")) << answer.body;
    }
}

TEST_F(wire, the_refresh_cookie_is_out_of_reach_of_scripts_and_other_sites)
{
    auto const answer = server->log_in("viewer");
    ASSERT_EQ(answer.status, 200) << answer.body;
    auto const& cookie = answer.headers.at("set-cookie");
    for (auto const* attribute : {"HttpOnly", "SameSite=Strict", "Path=/api/v1/auth"}) {
        EXPECT_NE(cookie.find(attribute), std::string::npos) << cookie;
    }
}

TEST_F(wire, only_listed_origins_are_let_in)
{
    for (auto const* origin : {"null", "https://evil.example", "http://127.0.0.1:5173.evil.example", "http://127.0.0.1:3000"}) {
        auto const read = ask({"GET", "/api/v1/tenants", "", {{"Authorization", "Bearer " + token}, {"Origin", origin}}});
        EXPECT_FALSE(read.headers.contains("access-control-allow-origin")) << origin;
        EXPECT_EQ(ask({"POST", "/api/v1/auth/logout", "", {{"Origin", origin}}}).status, 403) << origin;
    }
    auto const own = ask({"GET", "/api/v1/tenants", "", {{"Authorization", "Bearer " + token}, {"Origin", own_origin}}});
    EXPECT_EQ(own.headers.at("access-control-allow-origin"), own_origin);
    EXPECT_EQ(own.headers.at("vary"), "Origin");
}

TEST_F(wire, a_method_that_a_path_does_not_take_is_405_with_those_that_it_takes)
{
    std::map<std::string, std::set<std::string>> taken;
    for (auto const& operation : operations) taken[operation.path].insert(operation.method);
    for (auto const& [path, methods] : taken) {
        auto address = path;
        if (auto const start = address.find('{'); start != std::string::npos) address.replace(start, address.find('}') - start + 1, id);
        for (auto const* method : {"GET", "POST", "PUT", "PATCH", "DELETE"}) {
            if (methods.contains(method)) continue;
            auto const answer = ask({method, address, "", {{"Authorization", "Bearer " + token}}});
            EXPECT_EQ(answer.status, 405) << method << ' ' << path;
            EXPECT_TRUE(answer.headers.contains("allow")) << method << ' ' << path;
        }
    }
}

TEST_F(wire, no_field_of_a_request_changes_from_where_it_comes)
{
    auto const created = ask({"POST",
                              "/api/v1/tenants",
                              R"({"name":"Elder","owner_email":"owner@elder.example"})",
                              {{"Authorization", "Bearer " + token},
                               {"Content-Type", "application/json"},
                               {"X-Forwarded-For", "203.0.113.9"},
                               {"X-Real-Ip", "203.0.113.9"},
                               {"Forwarded", "for=203.0.113.9"}}});
    ASSERT_EQ(created.status, 201) << created.body;
    auto const created_id = std::string(created.json().at("id").as_string());
    EXPECT_EQ(server->value("select remote_address from audit.entries where target_id = '" + created_id + "' limit 1"), "127.0.0.1");
}

TEST_F(wire, every_answer_of_the_api_says_what_is_left_of_the_callers_quotas)
{
    auto const known = ask({"GET", "/api/v1/tenants", "", {{"Authorization", "Bearer " + token}}});
    EXPECT_EQ(known.headers.at("ratelimit-policy"), R"("user";q=6000;w=60)");
    EXPECT_TRUE(ask({"GET", "/api/v1/nothing", "", {}}).headers.at("ratelimit-policy").starts_with(R"("address";)"));
    EXPECT_FALSE(ask({"GET", "/healthz", "", {}}).headers.contains("ratelimit"));
}

TEST_F(wire, the_internal_token_is_replaced_without_a_moment_when_nobody_is_let_in)
{
    auto const ask_with = [](std::string const& given) {
        return ask({"GET", "/internal/v1/licenses/" + id, "", {{"X-Internal-Token", given}}});
    };
    EXPECT_EQ(ask_with("internal-token").status, 200);
    EXPECT_EQ(ask_with("the-token-before").status, 200);
    for (auto const* wrong : {"", ",", "internal-token,the-token-before", "internal-toke", "the-token-of-somebody-else"}) {
        EXPECT_EQ(ask_with(wrong).status, 401) << wrong;
    }
    EXPECT_FALSE(ask_with("internal-token").headers.contains("ratelimit"));
}

}  // namespace
}  // namespace mz::management::tests
