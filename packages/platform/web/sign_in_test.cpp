#include "core/crypto.hpp"
#include "core/problem.hpp"
#include "web/cookie.hpp"
#include "web/password_workers.hpp"
#include "web/scoped_token.hpp"
#include "web/throttle.hpp"

#include <gtest/gtest.h>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include <thread>

namespace mz::web {
namespace {

Timestamp fake_time{1'000'000'000};

struct FakeClock {
    FakeClock()
    {
        set_clock([] { return fake_time; });
    }
    ~FakeClock() { set_clock(nullptr); }
};

TEST(throttle, only_failures_count_and_waiting_is_enough)
{
    FakeClock const clock;
    Throttle throttle({.login_failures = 3, .login_failure_seconds = 30, .login_throttle_entries = 10});
    for (int i = 0; i < 3; ++i) {
        EXPECT_NO_THROW(throttle.check("ann"));
        throttle.failed("ann");
    }
    try {
        throttle.check("ann");
        FAIL() << "the fourth attempt was allowed";
    } catch (Problem const& problem) {
        EXPECT_EQ(problem.failure, Failure::too_many_requests);
        EXPECT_EQ(problem.retry_after, std::chrono::seconds(30));
    }
    EXPECT_NO_THROW(throttle.check("bob"));
    fake_time = fake_time + std::chrono::seconds(30);
    EXPECT_NO_THROW(throttle.check("ann"));
    throttle.failed("ann");
    EXPECT_THROW(throttle.check("ann"), Problem);
    throttle.succeeded("ann");
    EXPECT_NO_THROW(throttle.check("ann"));
}

TEST(throttle, remembers_no_more_keys_than_it_is_told_to)
{
    FakeClock const clock;
    Throttle throttle({.login_failures = 1, .login_failure_seconds = 30, .login_throttle_entries = 2});
    for (auto const* key : {"a", "b", "c"}) throttle.failed(key);
    EXPECT_NO_THROW(throttle.check("a"));
    EXPECT_THROW(throttle.check("c"), Problem);
}

TEST(scoped_token, names_its_tenant_and_refuses_what_is_not_one)
{
    auto const tenant = Uuid::v7();
    auto const token = make_scoped_token(tenant);
    EXPECT_EQ(tenant_of_token(token), tenant);
    EXPECT_NE(make_scoped_token(tenant), token);
    EXPECT_EQ(tenant_of_token(""), std::nullopt);
    EXPECT_EQ(tenant_of_token(token.substr(1)), std::nullopt);
    EXPECT_EQ(tenant_of_token(std::string(22, '!') + token.substr(22)), std::nullopt);
}

TEST(refresh_cookie, is_found_among_others_and_out_of_reach_of_scripts)
{
    RefreshCookie const cookie{"monozu_refresh", "/api/v1/auth", true};
    net::Headers request;
    request.add("Cookie", "theme=dark; xmonozu_refresh=no; monozu_refresh=abc; last=1");
    EXPECT_EQ(cookie.read(request), "abc");
    net::Headers response;
    cookie.set(response, "abc", std::chrono::seconds(60));
    EXPECT_EQ(response.get("Set-Cookie"), "monozu_refresh=abc; Path=/api/v1/auth; Max-Age=60; HttpOnly; SameSite=Strict; Secure");
    EXPECT_EQ(cookie.read(net::Headers{}), std::nullopt);
}

TEST(password_workers, verify_away_from_the_io_thread_and_resume_on_it)
{
    PasswordWorkers workers({.password_threads = 1, .password_max_queued = 4});
    asio::io_context io;
    bool good = false;
    bool bad = true;
    bool nobody = true;
    std::thread::id resumed;
    auto const work = [&]() -> Task<void> {
        Secret<std::string> const password("correct horse");
        Secret<std::string> const other("battery staple");
        auto const hash = co_await workers.hash(password);
        good = co_await workers.verify(hash, password);
        bad = co_await workers.verify(hash, other);
        nobody = co_await workers.verify("", password);
        resumed = std::this_thread::get_id();
    };
    asio::co_spawn(io, work, asio::detached);
    io.run();
    EXPECT_TRUE(good);
    EXPECT_FALSE(bad);
    EXPECT_FALSE(nobody);
    EXPECT_EQ(resumed, std::this_thread::get_id());
}

TEST(password_workers, a_full_queue_is_a_503_at_once)
{
    PasswordWorkers workers({.password_threads = 1, .password_max_queued = 1});
    asio::io_context io;
    int refused = 0;
    auto const work = [&]() -> Task<void> {
        try {
            co_await workers.hash(Secret<std::string>("correct horse"));
        } catch (Problem const& problem) {
            refused += problem.failure == Failure::unavailable && problem.retry_after.has_value();
        }
    };
    for (int i = 0; i < 3; ++i) asio::co_spawn(io, work, asio::detached);
    io.run();
    EXPECT_EQ(refused, 2);
}

}  // namespace
}  // namespace mz::web
