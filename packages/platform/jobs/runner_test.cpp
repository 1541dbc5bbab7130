#include "jobs/runner.hpp"

#include "pg/blocking.hpp"
#include "testing/database.hpp"
#include "testing/tenant_table.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <thread>

namespace mz::jobs {
namespace {

using namespace std::chrono_literals;

class runner : public ::testing::Test {
protected:
    std::unique_ptr<Runner> run(std::vector<Job> jobs)
    {
        return std::make_unique<Runner>(Secret<std::string>(database_.url("monozu_app")), pg::PoolSettings{}, std::move(jobs));
    }
    static void eventually(std::function<bool()> const& holds)
    {
        auto const until = std::chrono::steady_clock::now() + 10s;
        while (!holds()) {
            ASSERT_LT(std::chrono::steady_clock::now(), until) << "it never came true";
            std::this_thread::sleep_for(5ms);
        }
    }

    testing::Database database_{testing::tenant_table_migrations()};
};

TEST_F(runner, rounds_follow_at_once_while_there_is_more)
{
    std::atomic<int> rounds{0};
    Round const five = [&](pg::Pool&) -> Task<bool> { co_return ++rounds < 5; };
    auto const running = run({{"five", five, 1h}});
    eventually([&] { return rounds == 5; });
    std::this_thread::sleep_for(100ms);
    EXPECT_EQ(rounds, 5);
}

TEST_F(runner, a_notification_ends_the_pause_of_its_job_alone)
{
    std::atomic<int> called{0};
    std::atomic<int> other{0};
    Round const count = [&](pg::Pool&) -> Task<bool> {
        ++called;
        co_return false;
    };
    Round const count_other = [&](pg::Pool&) -> Task<bool> {
        ++other;
        co_return false;
    };
    auto const running = run({{"called", count, 1h, "bell"}, {"other", count_other, 1h, "horn"}});
    eventually([&] { return called >= 1 && other >= 1; });
    std::this_thread::sleep_for(200ms);  // the listener's first connection wakes everybody once
    auto const before = called.load();
    auto const other_before = other.load();
    auto connection = database_.connect_superuser();
    eventually([&] {
        connection.run("notify bell");
        return called > before;
    });
    EXPECT_EQ(other, other_before);
}

TEST_F(runner, a_round_that_fails_is_tried_again_and_stops_no_other)
{
    std::atomic<int> tries{0};
    std::atomic<int> other{0};
    Round const failing = [&](pg::Pool&) -> Task<bool> {
        if (++tries < 3) throw std::runtime_error("not yet");
        co_return false;
    };
    Round const fine = [&](pg::Pool&) -> Task<bool> { co_return ++other < 3; };
    auto const running = run({{"failing", failing, 1h}, {"fine", fine, 1h}});
    eventually([&] { return tries == 3 && other == 3; });
}

TEST_F(runner, stopping_waits_for_the_round_under_way)
{
    std::atomic<bool> begun{false};
    std::atomic<bool> ended{false};
    Round const slow = [&](pg::Pool& pool) -> Task<bool> {
        begun = true;
        std::vector<pg::Statement> statements{{"", "select pg_sleep(0.3)::text", {}}};
        co_await pool.run(std::move(statements));
        ended = true;
        co_return true;
    };
    auto running = run({{"slow", slow, 1h}});
    eventually([&] { return begun.load(); });
    running.reset();
    EXPECT_TRUE(ended);
}

TEST_F(runner, without_jobs_there_is_nothing_to_wait_for) { run({}).reset(); }

}  // namespace
}  // namespace mz::jobs
