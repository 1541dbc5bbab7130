#include "web/rate_limits.hpp"

#include "net/server.hpp"
#include "testing/fake_clock.hpp"
#include "testing/http.hpp"
#include "web/app.hpp"
#include "web/proxies.hpp"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace mz::web {
namespace {

using testing::Answer;
using namespace std::chrono_literals;

constexpr auto any_thread_count = 4;

RateLimitSettings small()
{
    RateLimitSettings settings;
    settings.rate_limit_address_per_minute = 3;
    settings.rate_limit_user_per_minute = 6;
    settings.rate_limit_tenant_per_minute = 8;
    settings.rate_limit_device_per_minute = 2;
    settings.rate_limit_websocket_per_minute = 1;
    return settings;
}

Uuid someone(std::uint8_t number)
{
    Uuid id;
    id.bytes.back() = number;
    return id;
}

// How many of `wanted` requests of an address are let through now.
int admitted(RateLimits& limits, std::string_view address, int wanted)
{
    int count = 0;
    for (int i = 0; i < wanted; ++i) {
        RateTicket ticket;
        try {
            limits.take_address(ticket, address);
            ++count;
        } catch (Problem const&) {
        }
    }
    return count;
}

TEST(rate_limits, a_quiet_caller_may_use_the_whole_quota_at_once_and_has_it_back_bit_by_bit)
{
    testing::FakeClock clock;
    RateLimits limits(small());
    EXPECT_EQ(admitted(limits, "192.0.2.1", 10), 3);
    clock.advance(20s);
    EXPECT_EQ(admitted(limits, "192.0.2.1", 10), 1);
    clock.advance(60s);
    EXPECT_EQ(admitted(limits, "192.0.2.1", 10), 3);
    EXPECT_EQ(admitted(limits, "192.0.2.2", 10), 3);
}

TEST(rate_limits, a_refusal_says_which_quota_and_when_to_come_back)
{
    testing::FakeClock const clock;
    RateLimits limits(small());
    admitted(limits, "192.0.2.1", 3);
    RateTicket ticket;
    try {
        limits.take_address(ticket, "192.0.2.1");
        FAIL() << "the fourth request was let through";
    } catch (Problem const& problem) {
        EXPECT_EQ(problem.failure, Failure::too_many_requests);
        EXPECT_EQ(problem.type, "quota-exceeded");
        ASSERT_EQ(problem.members.size(), 1U);
        EXPECT_EQ(problem.members[0].name, "violated-policies");
        EXPECT_EQ(problem.members[0].json, R"(["address"])");
        EXPECT_EQ(problem.retry_after, 20s);
    }
    net::Headers headers;
    limits.describe(ticket, headers);
    EXPECT_EQ(headers.get("RateLimit-Policy"), R"("address";q=3;w=60)");
    EXPECT_EQ(headers.get("RateLimit"), R"("address";r=0;t=20)");
}

TEST(rate_limits, the_fields_tell_of_every_quota_that_a_request_counted_against)
{
    testing::FakeClock const clock;
    RateLimits limits(small());
    RateTicket ticket;
    limits.take_address(ticket, "192.0.2.1");
    limits.give_back_address(ticket, "192.0.2.1");
    limits.take(ticket, RatePolicy::user, someone(1));
    limits.take(ticket, RatePolicy::tenant, someone(2));
    net::Headers headers;
    limits.describe(ticket, headers);
    EXPECT_EQ(headers.get("RateLimit-Policy"), R"("user";q=6;w=60, "tenant";q=8;w=60)");
    EXPECT_EQ(headers.get("RateLimit"), R"("user";r=5;t=10, "tenant";r=7;t=8)");
    EXPECT_EQ(admitted(limits, "192.0.2.1", 10), 3);  // what was given back is there again
}

TEST(rate_limits, the_addresses_of_one_subscriber_share_a_quota)
{
    testing::FakeClock const clock;
    RateLimits limits(small());
    EXPECT_EQ(admitted(limits, "2001:db8:1:2::1", 2), 2);
    EXPECT_EQ(admitted(limits, "2001:db8:1:2:ffff::9", 10), 1);
    EXPECT_EQ(admitted(limits, "2001:db8:1:3::1", 10), 3);
    EXPECT_EQ(admitted(limits, "::ffff:192.0.2.1", 2), 2);
    EXPECT_EQ(admitted(limits, "192.0.2.1", 10), 1);
}

TEST(rate_limits, nobody_waits_because_a_clock_was_set_back)
{
    testing::FakeClock clock;
    RateLimits limits(small());
    admitted(limits, "192.0.2.1", 3);
    clock.advance(-1h);
    EXPECT_EQ(admitted(limits, "192.0.2.1", 10), 3);
}

TEST(rate_limits, a_quota_of_nothing_is_none)
{
    RateLimitSettings settings;
    settings.rate_limit_address_per_minute = 0;
    RateLimits limits(settings);
    EXPECT_EQ(admitted(limits, "192.0.2.1", 5000), 5000);
    RateTicket ticket;
    limits.take_address(ticket, "192.0.2.1");
    EXPECT_TRUE(ticket.empty());
}

TEST(rate_limits, a_flood_of_callers_makes_no_loud_one_forgotten)
{
    testing::FakeClock const clock;
    auto settings = small();
    settings.rate_limit_entries = 64;
    RateLimits limits(settings);
    EXPECT_EQ(admitted(limits, "192.0.2.1", 10), 3);
    for (int i = 0; i < 10000; ++i) admitted(limits, "198.51." + std::to_string(i / 256) + "." + std::to_string(i % 256), 1);
    EXPECT_EQ(admitted(limits, "192.0.2.1", 10), 0);
}

TEST(rate_limits, threads_that_ask_at_once_get_the_quota_once)
{
    testing::FakeClock const clock;
    auto settings = small();
    settings.rate_limit_address_per_minute = 1000;
    RateLimits limits(settings);
    std::atomic<int> sum{0};
    {
        std::vector<std::jthread> threads;
        threads.reserve(any_thread_count);
        for (int i = 0; i < any_thread_count; ++i) threads.emplace_back([&] { sum += admitted(limits, "192.0.2.1", 1000); });
    }
    EXPECT_EQ(sum, 1000);
}

TEST(proxies, that_hide_every_caller_are_told_of)
{
    AppSettings app;
    net::ServerSettings server;
    EXPECT_FALSE(warn_where_a_proxy_hides_callers(app, server));
    app.public_url = "https://cloud.example";
    EXPECT_TRUE(warn_where_a_proxy_hides_callers(app, server));
    server.http_trusted_proxies = {"10.0.0.0/8"};
    EXPECT_FALSE(warn_where_a_proxy_hides_callers(app, server));
}

// A service with each kind of route; a bearer token is the last byte of the person's id, and everybody is of one tenant.
class People : public Authenticator {
public:
    Task<Caller> user(std::string token, Db&) override { co_return caller(ActorKind::user, std::move(token)); }
    Task<Caller> device(std::string key, Db&) override { co_return caller(ActorKind::device, std::move(key)); }

private:
    static Caller caller(ActorKind kind, std::string credential)
    {
        if (credential == "wrong") throw Problem(Failure::unauthorized, "Sign in.");
        Caller caller;
        caller.kind = kind;
        caller.tenant = someone(255);
        caller.id = someone(static_cast<std::uint8_t>(credential.front()));
        return caller;
    }
};

struct Word {
    std::string word;
};
BOOST_DESCRIBE_STRUCT(Word, (), (word))

Task<Word> word(Request&)
{
    Word const answer{"hello"};
    co_return answer;
}
Task<std::vector<std::string>> nothing_missed(Request&, std::optional<Uuid>) { co_return std::vector<std::string>{}; }

std::vector<Route> routes()
{
    return {route(Verb::get, "/api/v1/mine", permission::signed_in, "mine", "For people", &word),
            route(Verb::get, "/api/v1/public", permission::none, "public", "For everybody", &word),
            route(Verb::get, "/api/v1/device", permission::device, "device", "For appliances", &word),
            route(Verb::get, "/internal/v1/word", permission::none, "internal", "For our own services", &word),
            topic("/api/ws/live", permission::signed_in, "live", "For browsers", "live", &nothing_missed)};
}

class LimitedService : public ::testing::Test {
protected:
    LimitedService() : app_("Limited", settings(), routes(), 0)
    {
        net::ServerSettings at;
        at.http_threads = 1;
        server_ = std::make_unique<net::Server>(at, [this](net::Worker worker) {
            WorkerContext context;
            context.pool = std::make_shared<pg::Pool>(worker.io, Secret<std::string>("postgresql://127.0.0.1:1/none"), pg::PoolSettings{});
            context.authenticator = std::make_shared<People>();
            return app_.handler(worker, std::move(context));
        });
        server_->start();
    }
    static AppSettings settings()
    {
        AppSettings settings;
        static_cast<RateLimitSettings&>(settings) = small();
        return settings;
    }
    Answer get(std::string path, std::string token = {})
    {
        return testing::call(server_->port(), "GET", std::move(path), std::move(token));
    }
    // The status of each of so many answers.
    std::vector<int> statuses(std::string const& path, std::string const& token, int count)
    {
        std::vector<int> out;
        out.reserve(static_cast<std::size_t>(count));
        for (int i = 0; i < count; ++i) out.push_back(get(path, token).status);
        return out;
    }

    testing::FakeClock clock_;
    App app_;
    std::unique_ptr<net::Server> server_;
};

TEST_F(LimitedService, counts_strangers_by_their_address_and_people_by_who_they_are)
{
    EXPECT_EQ(statuses("/api/v1/public", "", 4), (std::vector{200, 200, 200, 429}));
    clock_.advance(60s);
    EXPECT_EQ(statuses("/api/v1/mine", "a", 7), (std::vector{200, 200, 200, 200, 200, 200, 429}));
    EXPECT_EQ(statuses("/api/v1/mine", "b", 3), (std::vector{200, 200, 429}));  // the tenant's quota of 8 is used up
    EXPECT_EQ(get("/api/v1/mine", "b").json().at("violated-policies").at(0).as_string(), "tenant");
}

TEST_F(LimitedService, counts_wrong_tokens_and_addresses_that_lead_nowhere_as_strangers)
{
    EXPECT_EQ(statuses("/api/v1/mine", "wrong", 2), (std::vector{401, 401}));
    EXPECT_EQ(statuses("/api/v1/nothing", "", 2), (std::vector{404, 429}));
    EXPECT_EQ(statuses("/api/v1/mine", "wrong", 1), (std::vector{429}));
}

TEST_F(LimitedService, answers_429_as_a_problem_that_says_when_to_come_back)
{
    statuses("/api/v1/public", "", 3);
    auto const answer = get("/api/v1/public");
    ASSERT_EQ(answer.status, 429);
    EXPECT_EQ(answer.headers.at("content-type"), "application/problem+json");
    EXPECT_EQ(answer.headers.at("retry-after"), "20");
    EXPECT_EQ(answer.headers.at("ratelimit"), R"("address";r=0;t=20)");
    EXPECT_EQ(answer.headers.at("ratelimit-policy"), R"("address";q=3;w=60)");
    EXPECT_EQ(answer.json().at("type").as_string(), "urn:monozu:problem:quota-exceeded");
    EXPECT_EQ(answer.json().at("violated-policies").at(0).as_string(), "address");
    clock_.advance(20s);
    EXPECT_EQ(get("/api/v1/public").status, 200);
}

TEST_F(LimitedService, never_counts_what_watches_it_and_what_our_own_services_call)
{
    EXPECT_EQ(statuses("/healthz", "", 10), std::vector<int>(10, 200));
    EXPECT_EQ(statuses("/metrics", "", 10), std::vector<int>(10, 200));
    EXPECT_EQ(statuses("/internal/v1/word", "", 10), std::vector<int>(10, 200));
    EXPECT_FALSE(get("/internal/v1/word").headers.contains("ratelimit"));
}

TEST_F(LimitedService, gives_appliances_and_websockets_quotas_of_their_own)
{
    testing::Exchange device{"GET", "/api/v1/device", "", {{"X-Device-Key", "d"}}};
    auto const ask = [&] { return testing::exchange(server_->port(), device); };
    EXPECT_EQ(ask().headers.at("ratelimit-policy"), R"("device";q=2;w=60)");
    EXPECT_EQ(ask().status, 200);
    EXPECT_EQ(ask().json().at("violated-policies").at(0).as_string(), "device");

    EXPECT_EQ(get("/api/ws/live?token=a").status, 400);  // known, and no handshake
    EXPECT_EQ(get("/api/ws/live?token=a").json().at("violated-policies").at(0).as_string(), "websocket");
    EXPECT_EQ(get("/api/v1/mine", "a").status, 200);
}

}  // namespace
}  // namespace mz::web
