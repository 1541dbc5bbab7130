// What every answer carries and what no request can change, whatever the route: headers, origins, methods, forwarding fields.
#include "cloud.hpp"
#include "testing/operations.hpp"

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>

#include <map>
#include <set>

namespace mz::backend::tests {
namespace {

using testing::Answer;
using testing::Exchange;
using testing::Operation;

std::vector<Operation> operations()
{
    auto& cloud = Cloud::shared();
    auto const document = boost::json::parse(cloud.application().app().openapi()).as_object();
    return testing::operations(document, cloud.alder().person.at("agent"));
}

Answer ask(Exchange request) { return testing::exchange(Cloud::shared().port(), std::move(request)); }

std::string bearer(char const* role = "owner") { return "Bearer " + Cloud::shared().alder().token.at(role); }

// A list, an unknown address, a wrong method, no token, a preflight, a page of the service itself.
std::vector<Answer> all_sorts()
{
    return {ask({"GET", "/api/v1/incidents", "", {{"Authorization", bearer()}}}),
            ask({"GET", "/api/v1/nothing", "", {{"Authorization", bearer()}}}),
            ask({"DELETE", "/api/v1/incidents", "", {{"Authorization", bearer()}}}),
            ask({"GET", "/api/v1/incidents", "", {}}),
            ask({"OPTIONS", "/api/v1/incidents", "", {{"Origin", "http://127.0.0.1:3000"}}}),
            ask({"GET", "/healthz", "", {}}),
            ask({"GET", "/api/docs", "", {}})};
}

TEST(wire, no_answer_may_be_sniffed_cached_or_framed)
{
    for (auto const& answer : all_sorts()) {
        EXPECT_EQ(answer.headers.at("x-content-type-options"), "nosniff") << answer.body;
        EXPECT_EQ(answer.headers.at("cache-control"), "no-store") << answer.body;
        EXPECT_NE(answer.headers.at("content-security-policy").find("default-src 'none'"), std::string::npos) << answer.body;
        EXPECT_NE(answer.headers.at("content-security-policy").find("frame-ancestors 'none'"), std::string::npos) << answer.body;
    }
}

TEST(wire, behind_https_every_answer_keeps_browsers_there)
{
    for (auto const& answer : all_sorts()) {
        EXPECT_EQ(answer.headers.at("strict-transport-security"), "max-age=31536000; includeSubDomains") << answer.body;
    }
}

TEST(wire, behind_https_the_refresh_cookie_is_secure)
{
    auto const answer = ask({"POST",
                             "/api/v1/auth/login",
                             R"({"email":"owner@alder.example","password":"correct horse battery staple"})",
                             {{"Content-Type", "application/json"}}});
    ASSERT_EQ(answer.status, 200) << answer.body;
    auto const& cookie = answer.headers.at("set-cookie");
    for (auto const* attribute : {"Secure", "HttpOnly", "SameSite=Strict", "Path=/api/v1/auth"}) {
        EXPECT_NE(cookie.find(attribute), std::string::npos) << cookie;
    }
}

TEST(wire, every_body_says_what_it_is_and_every_answer_which_request_it_answers)
{
    for (auto const& operation : operations()) {
        if (operation.websocket) continue;
        auto const answer = testing::send(Cloud::shared().port(), operation, Cloud::shared().alder().resources, {});
        EXPECT_TRUE(answer.headers.contains("x-request-id")) << operation.id;
        auto const* const problem = operation.path.starts_with("/scim/") ? "application/scim+json" : "application/problem+json";
        if (answer.status >= 400) EXPECT_EQ(answer.headers.at("content-type"), problem) << operation.id;
        EXPECT_LT(answer.status, 500) << operation.id;
    }
}

TEST(wire, only_listed_origins_are_let_in)
{
    for (auto const* origin :
         {"null", "https://evil.example", "http://127.0.0.1:3000.evil.example", "http://127.0.0.1:3001", "http://127.0.0.1"}) {
        auto const read = ask({"GET", "/api/v1/incidents", "", {{"Authorization", bearer()}, {"Origin", origin}}});
        EXPECT_FALSE(read.headers.contains("access-control-allow-origin")) << origin;
        auto const written = ask({"POST", "/api/v1/auth/logout", "", {{"Origin", origin}}});
        EXPECT_EQ(written.status, 403) << origin;
    }
    auto const own = ask({"GET", "/api/v1/incidents", "", {{"Authorization", bearer()}, {"Origin", "http://127.0.0.1:3000"}}});
    EXPECT_EQ(own.headers.at("access-control-allow-origin"), "http://127.0.0.1:3000");
    EXPECT_EQ(own.headers.at("vary"), "Origin");
}

TEST(wire, every_answer_of_the_api_says_what_is_left_of_the_callers_quotas)
{
    auto const known = ask({"GET", "/api/v1/incidents", "", {{"Authorization", bearer()}, {"Origin", "http://127.0.0.1:3000"}}});
    EXPECT_EQ(known.headers.at("ratelimit-policy"), R"("user";q=1000000;w=60, "tenant";q=1000000;w=60)");
    EXPECT_TRUE(known.headers.at("ratelimit").starts_with(R"("user";r=)")) << known.headers.at("ratelimit");
    EXPECT_NE(known.headers.at("access-control-expose-headers").find("RateLimit, RateLimit-Policy"), std::string::npos);
    EXPECT_EQ(ask({"GET", "/api/v1/nothing", "", {}}).headers.at("ratelimit-policy"), R"("address";q=1000000;w=60)");
    for (auto const* path : {"/healthz", "/readyz", "/metrics"}) EXPECT_FALSE(ask({"GET", path, "", {}}).headers.contains("ratelimit"));
}

TEST(wire, a_websocket_of_a_foreign_origin_is_refused_before_its_token_is_looked_at)
{
    Exchange upgrade{"GET", "/api/ws/security?token=nonsense", "", {}};
    upgrade.headers = {{"Connection", "Upgrade"},
                       {"Upgrade", "websocket"},
                       {"Sec-WebSocket-Version", "13"},
                       {"Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="},
                       {"Origin", "https://evil.example"}};
    EXPECT_EQ(ask(upgrade).status, 403);
    upgrade.headers["Origin"] = "http://127.0.0.1:3000";
    EXPECT_EQ(ask(upgrade).status, 401);
}

TEST(wire, a_method_that_a_path_does_not_take_is_405_with_those_that_it_takes)
{
    std::map<std::string, std::set<std::string>> taken;
    for (auto const& operation : operations()) taken[operation.path].insert(operation.method);
    for (auto const& [path, methods] : taken) {
        for (auto const* method : {"GET", "POST", "PUT", "PATCH", "DELETE"}) {
            if (methods.contains(method)) continue;
            Operation const other{.id = path, .method = method, .path = path, .permission = "none", .websocket = false, .body = nullptr};
            auto const answer =
                testing::send(Cloud::shared().port(), other, Cloud::shared().alder().resources, Cloud::shared().alder().token.at("owner"));
            EXPECT_EQ(answer.status, 405) << method << ' ' << path;
            EXPECT_TRUE(answer.headers.contains("allow")) << method << ' ' << path;
        }
    }
}

TEST(wire, no_field_of_a_request_changes_who_calls_or_from_where)
{
    auto& cloud = Cloud::shared();
    auto const me = ask({"GET",
                         "/api/v1/me",
                         "",
                         {{"Authorization", bearer()},
                          {"X-Tenant-Id", cloud.birch().id},
                          {"X-Forwarded-Host", "evil.example"},
                          {"X-Internal-Token", "nonsense"}}});
    EXPECT_EQ(me.json().at("tenant_id").as_string(), cloud.alder().id);

    auto const created = ask({"POST",
                              "/api/v1/incidents",
                              R"({"title":"Mail is slow","impact":"low","urgency":"low"})",
                              {{"Authorization", bearer()},
                               {"Content-Type", "application/json"},
                               {"X-Forwarded-For", "203.0.113.9"},
                               {"X-Real-Ip", "203.0.113.9"},
                               {"Forwarded", "for=203.0.113.9"}}});
    ASSERT_EQ(created.status, 201) << created.body;
    auto const id = std::string(created.json().at("id").as_string());
    auto const rows = ask({"GET", "/api/v1/audit?target_id=" + id, "", {{"Authorization", bearer()}}}).json();
    ASSERT_EQ(rows.at("items").as_array().size(), 1U);
    EXPECT_EQ(rows.at("items").at(0).at("remote_address"), "127.0.0.1");
}

TEST(wire, reading_leaves_nothing_behind)
{
    auto& cloud = Cloud::shared();
    // Refusals and the product's own acts (a forgotten password's letter) are written beside the answer, so those of earlier
    // tests may still be on their way.
    auto const written = [&] {
        auto connection = cloud.database().connect_superuser();
        auto const rows = connection.run(
            "select coalesce(string_agg(operation || ' ' || actor_kind, ', ' order by id), '') from audit.entries "
            "where outcome = 'done' and actor_kind <> 'system'");
        return std::string(rows.value(0, 0));
    };
    auto const before = written();
    for (auto const& operation : operations()) {
        if (operation.method != "GET" || operation.websocket || operation.permission == "device") continue;
        testing::send(cloud.port(), operation, cloud.alder().resources, cloud.alder().token.at("owner"));
    }
    EXPECT_EQ(written(), before);
}

}  // namespace
}  // namespace mz::backend::tests
