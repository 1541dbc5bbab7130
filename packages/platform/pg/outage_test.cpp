#include "core/problem.hpp"
#include "pg/blocking.hpp"
#include "pg/connection.hpp"
#include "pg/decode.hpp"
#include "pg/listener.hpp"
#include "testing/postgres_server.hpp"
#include "testing/run_task.hpp"

#include <gtest/gtest.h>
#include <boost/asio/detached.hpp>

#include <chrono>

namespace mz::pg {
namespace {

using namespace std::chrono_literals;
using std::chrono::steady_clock;
using testing::run_task;

class outage : public ::testing::Test {
protected:
    // The seconds until the call failed with a 503 that says when to come back.
    double seconds_to_503(Task<std::vector<Result>> call)
    {
        auto const before = steady_clock::now();
        try {
            run_task(io_, std::move(call));
            ADD_FAILURE() << "the call succeeded";
        } catch (Problem const& problem) {
            EXPECT_EQ(problem.failure, Failure::unavailable) << problem.detail;
            EXPECT_EQ(problem.retry_after, 1s);
        }
        return std::chrono::duration<double>(steady_clock::now() - before).count();
    }

    template <class Condition>
    bool becomes(Condition condition)
    {
        io_.restart();
        for (auto const until = steady_clock::now() + 10s; steady_clock::now() < until && !condition();) io_.run_one_for(50ms);
        return condition();
    }

    static std::vector<Statement> statement(std::string_view text) { return {{"", text, {}}}; }

    testing::PostgresServer server_;
    asio::io_context io_{1};
};

TEST_F(outage, a_server_killed_in_the_middle_of_requests_fails_them_all_at_once_and_is_found_again)
{
    Pool pool(io_, server_.url(), {});
    run_task(io_, pool.run(statement("create table counted (n int)")));
    int failed = 0;
    auto const in_flight = [&](bool exclusive) -> Task<void> {
        try {
            if (exclusive) {
                auto lease = co_await pool.acquire();
                co_await lease.run(statement("select pg_sleep(20)"));
            } else {
                co_await pool.run({{"", "insert into counted values (1)", {}}, {"", "select pg_sleep(20)", {}}});
            }
        } catch (Problem const& problem) {
            EXPECT_EQ(problem.failure, Failure::unavailable);
            EXPECT_EQ(problem.retry_after, 1s);
            ++failed;
        }
    };
    for (int i = 0; i < 100; ++i) asio::co_spawn(io_, in_flight(i % 10 == 0), asio::detached);
    io_.restart();
    io_.run_for(300ms);
    EXPECT_EQ(failed, 0);
    auto const before = steady_clock::now();
    server_.kill();
    EXPECT_TRUE(becomes([&] { return failed == 100; })) << failed;
    EXPECT_LT(steady_clock::now() - before, 1s);
    EXPECT_FALSE(pool.connected());

    // Away: each call fails at once instead of waiting for a connection.
    for (int i = 0; i < 20; ++i) EXPECT_LT(seconds_to_503(pool.run(statement("select 1"))), 0.1);

    server_.start();
    EXPECT_TRUE(becomes([&] { return pool.connected(); }));
    // Nothing was sent twice, and nothing of what failed was kept.
    auto const rows = run_task(io_, pool.run(statement("select count(*) from counted")));
    EXPECT_EQ(decode_all<std::int64_t>(rows.front(), "count").front(), 0);
    auto const exclusive = [&]() -> Task<void> {
        auto lease = co_await pool.acquire();
        co_await lease.run(statement("select 1"));
    };
    run_task(io_, exclusive());
}

TEST_F(outage, an_orderly_restart_is_noticed_while_idle)
{
    Pool pool(io_, server_.url(), {});
    run_task(io_, pool.run(statement("select 1")));
    server_.stop();
    EXPECT_TRUE(becomes([&] { return !pool.connected(); }));
    EXPECT_LT(seconds_to_503(pool.run(statement("select 1"))), 0.1);
    server_.start();
    EXPECT_TRUE(becomes([&] { return pool.connected(); }));
    run_task(io_, pool.run(statement("select 1")));
}

TEST_F(outage, a_session_that_is_terminated_while_idle_is_replaced)
{
    Pool pool(io_, server_.url(), {.database_connections_per_thread = 1});
    Pool other(io_, server_.url(), {.database_connections_per_thread = 1});
    auto const session = [&] {
        auto const pid = run_task(io_, pool.run(statement("select pg_backend_pid()")));
        return decode_all<int>(pid.front(), "pid").front();
    };
    auto const first = session();
    Blocking superuser(server_.url());
    superuser.run("select pg_terminate_backend($1)", {std::to_string(first)});
    // A look may fail while the connection is gone, or find it replaced already.
    auto const is_replaced = [&] {
        try {
            return session() != first;
        } catch (Problem const&) {
            return false;
        }
    };
    EXPECT_TRUE(becomes(is_replaced));
    EXPECT_TRUE(other.connected());
}

TEST_F(outage, a_frozen_server_is_given_up_after_the_grace_time)
{
    // One connection: another one that is idle would count as connected until it is used.
    PoolSettings settings;
    settings.database_connections_per_thread = 1;
    settings.database_statement_milliseconds = 500;
    settings.database_connect_milliseconds = 500;
    settings.database_grace_milliseconds = 500;
    Pool pool(io_, server_.url(), settings);
    run_task(io_, pool.run(statement("select 1")));
    server_.freeze();
    auto const seconds = seconds_to_503(pool.run(statement("select 1")));
    EXPECT_GE(seconds, 0.9);
    EXPECT_LT(seconds, 4.0);
    // Connecting meets silence as well; until it succeeds, calls fail at once.
    EXPECT_TRUE(becomes([&] { return !pool.connected(); }));
    EXPECT_LT(seconds_to_503(pool.run(statement("select 1"))), 0.1);
    server_.thaw();
    EXPECT_TRUE(becomes([&] { return pool.connected(); }));
}

TEST_F(outage, a_server_that_is_not_there_at_first_is_found_later)
{
    server_.stop();
    Pool pool(io_, server_.url(), {});
    EXPECT_LT(seconds_to_503(pool.run(statement("select 1"))), 1.0);
    server_.start();
    EXPECT_TRUE(becomes([&] { return pool.connected(); }));
}

TEST_F(outage, a_listener_hears_and_says_when_it_may_have_missed_something)
{
    std::vector<std::string> heard;
    int gaps = 0;
    Listener listener(
        io_, server_.url(), {"alerts", "Odd \"name\""},
        [&](std::string_view channel, std::string_view payload) { heard.push_back(std::string(channel) + "=" + std::string(payload)); },
        [&] { ++gaps; });
    auto const notify = [&](std::string const& channel, std::string const& payload) {
        Blocking(server_.url()).run("select pg_notify($1, $2)", {channel, payload});
    };
    auto const hears = [&](std::string const& text) { return becomes([&] { return std::ranges::find(heard, text) != heard.end(); }); };
    // Listening has no moment that shows from outside, so this one is repeated until it is heard.
    EXPECT_TRUE(becomes([&] {
        notify("alerts", "first");
        return !heard.empty();
    }));
    notify("Odd \"name\"", "second");
    EXPECT_TRUE(hears("Odd \"name\"=second"));
    notify("others", "never");
    EXPECT_EQ(gaps, 0);

    server_.kill();
    server_.start();
    notify("alerts", "missed");
    EXPECT_TRUE(becomes([&] { return gaps == 1; }));
    notify("alerts", "third");
    EXPECT_TRUE(hears("alerts=third"));
    EXPECT_EQ(std::ranges::count(heard, "others=never"), 0);
}

}  // namespace
}  // namespace mz::pg
