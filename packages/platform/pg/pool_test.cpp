#include "core/problem.hpp"
#include "pg/connection.hpp"
#include "pg/rows.hpp"
#include "pg/transaction.hpp"
#include "testing/database.hpp"
#include "testing/run_task.hpp"
#include "testing/tenant_table.hpp"

#include <gtest/gtest.h>
#include <boost/asio/detached.hpp>

#include <array>
#include <chrono>
#include <memory>

namespace mz::pg {
namespace {

using testing::run_task;
using testing::together;

template <class F>
Problem problem_from(F&& call)
{
    try {
        call();
    } catch (Problem const& problem) {
        return problem;
    }
    ADD_FAILURE() << "no Problem was thrown";
    return Problem(Failure::internal, "none");
}

class pool : public ::testing::Test {
protected:
    Pool& open(PoolSettings settings = {}) { return open_as("monozu_app", settings); }
    Pool& open_as(std::string const& role, PoolSettings settings = {})
    {
        return *pools_.emplace_back(std::make_unique<Pool>(io_, database_.url(role), settings));
    }

    std::vector<Result> run(Pool& target, std::vector<Statement> statements) { return run_task(io_, target.run(std::move(statements))); }
    std::int64_t number(Pool& target, std::string_view text)
    {
        auto const results = run(target, {{"", text, {}}});
        return decode_all<std::int64_t>(results.front(), "number").front();
    }

    testing::Database database_{testing::tenant_table_migrations()};
    asio::io_context io_{1};
    std::vector<std::unique_ptr<Pool>> pools_;
};

TEST_F(pool, the_results_stand_in_the_order_of_the_statements)
{
    auto const results =
        run(open(), {{"t.one", "select 1", {}}, {"t.two", "select $1::int + 1", {"1"}}, {"t.none", "select 1 where false", {}}});
    ASSERT_EQ(results.size(), 3U);
    EXPECT_EQ(decode_all<int>(results[0], "t").front(), 1);
    EXPECT_EQ(decode_all<int>(results[1], "t").front(), 2);
    EXPECT_EQ(results[2].rows(), 0);
}

TEST_F(pool, one_sync_is_one_transaction)
{
    auto& app = open();
    auto const tenant = Uuid::v7();
    Statement const insert{"t.insert",
                           "insert into app.things (tenant_id, id, title) values ($1, $2, $3)",
                           {tenant.to_string(), Uuid::v7().to_string(), "kept?"}};
    auto const failed = problem_from([&] { run(app, {enter_statement({tenant, {}}), insert, {"", "select 1 / 0", {}}}); });
    EXPECT_EQ(failed.failure, Failure::bad_request);
    EXPECT_EQ(number(open_as("monozu_owner"), "select count(*) from app.things_everywhere()"), 0);
}

TEST_F(pool, an_error_stays_in_its_own_sync)
{
    auto& app = open();
    int succeeded = 0;
    int failed = 0;
    constexpr int requests = 3000;
    auto const request = [&](int i) -> Task<void> {
        std::vector<Statement> statements{{"t.half", "select 100 / $1::int", {std::to_string(i % 3)}},
                                          {"t.echo", "select $1::int", {std::to_string(i)}}};
        try {
            auto const results = co_await app.run(std::move(statements));
            EXPECT_NE(i % 3, 0);
            EXPECT_EQ(decode_all<int>(results[1], "t.echo").front(), i);
            ++succeeded;
        } catch (Problem const& problem) {
            EXPECT_EQ(i % 3, 0);
            EXPECT_EQ(problem.failure, Failure::bad_request);
            ++failed;
        }
    };
    run_task(io_, app.run({{"", "select 1", {}}}));
    // In waves, because more than database_max_queued_requests at a time are refused.
    for (int first = 0; first < requests; first += 500) {
        std::vector<Task<void>> wave;
        for (int i = first; i < first + 500; ++i) wave.push_back(request(i));
        run_task(io_, together(io_, std::move(wave)));
    }
    EXPECT_EQ(failed, requests / 3);
    EXPECT_EQ(succeeded, requests - requests / 3);
}

TEST_F(pool, interleaved_requests_see_their_own_tenant_only)
{
    auto& app = open();
    std::array<Uuid, 2> const tenants{Uuid::v7(), Uuid::v7()};
    auto const insert = [&](Uuid tenant, int i) -> Task<void> {
        testing::NewThing const args{Uuid::v7(), tenant.to_string() + " " + std::to_string(i)};
        EXPECT_EQ(co_await pg::run(app, Entry{tenant, {}}, testing::sql::thing_create{}, args), 1);
    };
    // The statement names no tenant: only row-level security tells whose rows these are.
    auto const list = [&](Uuid tenant) -> Task<void> {
        auto const titles = co_await pg::all<std::string>(app, Entry{tenant, {}}, testing::sql::thing_titles_unfiltered{});
        for (auto const& title : titles) EXPECT_TRUE(title.starts_with(tenant.to_string())) << title;
    };
    auto const nobody = [&]() -> Task<void> {
        EXPECT_TRUE((co_await pg::all<std::string>(app, Entry{}, testing::sql::thing_titles_unfiltered{})).empty());
    };
    for (int wave = 0; wave < 20; ++wave) {
        std::vector<Task<void>> requests;
        for (int i = 0; i < 100; ++i) {
            for (auto const& tenant : tenants) {
                if (i % 4 == 0) requests.push_back(insert(tenant, wave * 100 + i));
                requests.push_back(list(tenant));
            }
            requests.push_back(nobody());
        }
        run_task(io_, together(io_, std::move(requests)));
    }
    EXPECT_EQ(number(open_as("monozu_owner"), "select count(*) from app.things_everywhere()"), 1000);
}

TEST_F(pool, a_row_of_another_tenant_cannot_be_written)
{
    auto& app = open();
    auto const other = Uuid::v7().to_string();
    Statement insert{"", "insert into app.things (tenant_id, id, title) values ($1, $2, 'theirs')", {other, Uuid::v7().to_string()}};
    auto const refused = problem_from([&] { run(app, {enter_statement({Uuid::v7(), {}}), std::move(insert)}); });
    EXPECT_EQ(refused.failure, Failure::internal);
    EXPECT_NE(refused.detail.find("row-level security"), std::string::npos);
}

TEST_F(pool, a_prepare_that_fails_does_not_spoil_later_ones)
{
    auto& app = open({.database_connections_per_thread = 1});
    // The same name with a text that is valid only once the table is there.
    Statement const read{"t.late", "select count(*) from app.late", {}};
    for (int i = 0; i < 3; ++i) EXPECT_EQ(problem_from([&] { run(app, {read}); }).failure, Failure::internal);
    auto owner = database_.connect("monozu_owner");
    owner.script("create table app.late (id int); grant select on app.late to monozu_app");
    EXPECT_EQ(decode_all<std::int64_t>(run(app, {read}).front(), "t.late").front(), 0);
    EXPECT_EQ(decode_all<std::int64_t>(run(app, {read}).front(), "t.late").front(), 0);
    EXPECT_EQ(number(app, "select count(*) from pg_prepared_statements where name = 't.late'"), 1);
}

TEST_F(pool, a_prepare_skipped_after_an_error_is_sent_again)
{
    auto& app = open({.database_connections_per_thread = 1});
    Statement const good{"t.good", "select 7::int8", {}};
    problem_from([&] { run(app, {{"", "select 1 / 0", {}}, good}); });
    EXPECT_EQ(decode_all<std::int64_t>(run(app, {good}).front(), "t.good").front(), 7);
}

TEST_F(pool, concurrent_first_uses_of_a_statement_do_not_depend_on_each_other)
{
    auto& app = open({.database_connections_per_thread = 1});
    int right = 0;
    auto const request = [&](int i) -> Task<void> {
        // The first one fails before its prepare; the others are already on their way by then.
        std::vector<Statement> statements;
        if (i == 0) statements.push_back({"", "select 1 / 0", {}});
        statements.push_back({"t.shared", "select $1::int", {std::to_string(i)}});
        try {
            auto const results = co_await app.run(std::move(statements));
            right += decode_all<int>(results.back(), "t.shared").front() == i;
        } catch (Problem const&) {
            EXPECT_EQ(i, 0);
        }
    };
    std::vector<Task<void>> requests;
    for (int i = 0; i < 20; ++i) requests.push_back(request(i));
    run_task(io_, together(io_, std::move(requests)));
    EXPECT_EQ(right, 19);
}

TEST_F(pool, a_plan_made_stale_by_a_migration_is_made_again)
{
    auto owner = database_.connect("monozu_owner");
    owner.script("create table app.changing (a int); insert into app.changing values (1); grant select on app.changing to monozu_app");
    auto& app = open({.database_connections_per_thread = 1});
    Statement const read{"t.changing", "select * from app.changing", {}};
    EXPECT_EQ(run(app, {read}).front().columns(), 1);
    owner.script("alter table app.changing add column b int");
    EXPECT_EQ(problem_from([&] { run(app, {read}); }).failure, Failure::unavailable);
    for (int i = 0; i < 100 && !app.connected(); ++i) io_.run_one_for(std::chrono::milliseconds(50));
    EXPECT_EQ(run(app, {read}).front().columns(), 2);
}

TEST_F(pool, works_without_named_prepares)
{
    auto& app = open({.database_connections_per_thread = 1, .database_named_prepares = false});
    for (int i = 0; i < 3; ++i) EXPECT_EQ(decode_all<int>(run(app, {{"t.plain", "select 5", {}}}).front(), "t").front(), 5);
    EXPECT_EQ(number(app, "select count(*) from pg_prepared_statements where name <> ''"), 0);
}

TEST_F(pool, sends_nulls_and_large_parameters)
{
    auto& app = open();
    std::string const large(20'000'000, 'x');
    auto const results = run(app, {{"t.null", "select $1::text is null", {std::nullopt}}, {"t.large", "select $1::text", {large}}});
    EXPECT_TRUE(decode_all<bool>(results[0], "t.null").front());
    EXPECT_EQ(decode_all<std::string>(results[1], "t.large").front(), large);
}

TEST_F(pool, refuses_text_that_would_be_cut_off)
{
    auto& app = open();
    auto const refused = problem_from([&] { run(app, {{"t.nul", "select $1::text", {std::string("a\0b", 3)}}}); });
    EXPECT_EQ(refused.failure, Failure::bad_request);
}

TEST_F(pool, a_transaction_left_open_on_a_shared_connection_fails_and_harms_nobody)
{
    auto& app = open({.database_connections_per_thread = 1});
    auto const left = problem_from([&] { run(app, {{"", "begin", {}}, {"", "select 1", {}}}); });
    EXPECT_EQ(left.failure, Failure::internal);
    for (int i = 0; i < 100 && !app.connected(); ++i) io_.run_one_for(std::chrono::milliseconds(50));
    EXPECT_EQ(number(app, "select 3::int8"), 3);
}

TEST_F(pool, refuses_more_than_its_queue_holds)
{
    auto& app = open({.database_max_queued_requests = 2});
    int refused = 0;
    auto const request = [&]() -> Task<void> {
        try {
            co_await app.run({{"", "select pg_sleep(0.05)", {}}});
        } catch (Problem const& problem) {
            EXPECT_EQ(problem.failure, Failure::unavailable);
            EXPECT_TRUE(problem.retry_after);
            ++refused;
        }
    };
    run(app, {{"", "select 1", {}}});
    std::vector<Task<void>> requests;
    for (int i = 0; i < 5; ++i) requests.push_back(request());
    run_task(io_, together(io_, std::move(requests)));
    EXPECT_EQ(refused, 3);
}

TEST_F(pool, a_statement_that_takes_too_long_is_stopped)
{
    auto& app = open({.database_statement_milliseconds = 100});
    EXPECT_EQ(problem_from([&] { run(app, {{"", "select pg_sleep(10)", {}}}); }).failure, Failure::unavailable);
    EXPECT_EQ(number(app, "select 4::int8"), 4);
}

TEST_F(pool, waiting_for_an_exclusive_connection_ends_in_503)
{
    auto& app = open({.database_transactions_per_thread = 1, .database_acquire_milliseconds = 100});
    auto const test = [&]() -> Task<void> {
        auto held = co_await app.acquire();
        auto const before = std::chrono::steady_clock::now();
        try {
            auto const second = co_await app.acquire();
            ADD_FAILURE() << "there was a second connection";
        } catch (Problem const& problem) {
            EXPECT_EQ(problem.failure, Failure::unavailable);
            EXPECT_TRUE(problem.retry_after);
        }
        EXPECT_GE(std::chrono::steady_clock::now() - before, std::chrono::milliseconds(95));
    };
    run_task(io_, test());
    // The turn that was waited for in vain is not lost.
    auto const again = [&]() -> Task<void> { auto const lease = co_await app.acquire(); };
    run_task(io_, again());
}

TEST_F(pool, an_exclusive_connection_goes_to_who_waited_longest)
{
    auto& app = open({.database_transactions_per_thread = 1});
    std::vector<int> order;
    auto const waiter = [&](int i) -> Task<void> {
        auto lease = co_await app.acquire();
        order.push_back(i);
        co_await lease.run({{"", "select 1", {}}});
    };
    std::vector<Task<void>> waiters;
    for (int i = 0; i < 5; ++i) waiters.push_back(waiter(i));
    run_task(io_, together(io_, std::move(waiters)));
    EXPECT_EQ(order, (std::vector{0, 1, 2, 3, 4}));
}

TEST_F(pool, an_abandoned_transaction_is_rolled_back_and_its_connection_used_again)
{
    auto& app = open({.database_transactions_per_thread = 1});
    auto const backend = [](Pool::Lease& lease) -> Task<std::int64_t> {
        auto const results = co_await lease.run({{"", "select pg_backend_pid()::int8", {}}});
        co_return decode_all<std::int64_t>(results.front(), "pid").front();
    };
    auto const tenant = Uuid::v7();
    std::int64_t first = 0;
    auto const abandon = [&]() -> Task<void> {
        auto lease = co_await app.acquire();
        first = co_await backend(lease);
        Transaction tx(std::move(lease), Entry{tenant, {}});
        testing::NewThing const args{Uuid::v7(), "never"};
        co_await tx.run(testing::sql::thing_create{}, args);
        throw Problem(Failure::conflict, "changed my mind");
    };
    auto const after = [&]() -> Task<std::int64_t> {
        auto lease = co_await app.acquire();
        co_return co_await backend(lease);
    };
    EXPECT_EQ(problem_from([&] { run_task(io_, abandon()); }).failure, Failure::conflict);
    EXPECT_EQ(run_task(io_, after()), first);
    EXPECT_EQ(number(open_as("monozu_owner"), "select count(*) from app.things_everywhere()"), 0);
}

TEST_F(pool, may_be_destroyed_while_others_wait_for_it)
{
    int unavailable = 0;
    auto app = std::make_unique<Pool>(io_, database_.url("monozu_app"), PoolSettings{.database_transactions_per_thread = 1});
    run_task(io_, app->run({{"", "select 1", {}}}));
    auto const count = [&](std::exception_ptr error) {
        try {
            if (error) std::rethrow_exception(error);
        } catch (Problem const& problem) {
            unavailable += problem.failure == Failure::unavailable;
        }
    };
    auto const query = [&]() -> Task<void> { co_await app->run({{"", "select pg_sleep(5)", {}}}); };
    auto const hold = [&]() -> Task<void> {
        auto lease = co_await app->acquire();
        co_await lease.run({{"", "select pg_sleep(5)", {}}});
    };
    asio::co_spawn(io_, query(), count);
    asio::co_spawn(io_, hold(), count);
    asio::co_spawn(io_, hold(), count);  // waits for its turn
    io_.restart();
    io_.run_for(std::chrono::milliseconds(200));
    app.reset();
    io_.restart();
    io_.run_for(std::chrono::milliseconds(200));
    EXPECT_EQ(unavailable, 3);
}

TEST_F(pool, may_be_destroyed_with_its_io_context_while_others_wait)
{
    auto context = std::make_unique<asio::io_context>(1);
    auto app = std::make_unique<Pool>(*context, database_.url("monozu_app"), PoolSettings{});
    auto const destroyed = std::make_shared<int>(0);
    auto const hold = [](Pool& target, std::shared_ptr<int> alive) -> Task<void> {
        auto lease = co_await target.acquire();
        co_await lease.run({{"", "begin", {}}, {"", "select pg_sleep(5)", {}}});
        static_cast<void>(alive);
    };
    asio::co_spawn(*context, hold(*app, destroyed), asio::detached);
    context->run_for(std::chrono::milliseconds(200));
    EXPECT_EQ(destroyed.use_count(), 2);
    app.reset();
    context.reset();
    EXPECT_EQ(destroyed.use_count(), 1);
}

TEST_F(pool, does_not_start_with_a_url_it_cannot_read)
{
    EXPECT_THROW(Pool(io_, Secret<std::string>("host=127.0.0.1 nonsense=1"), {}), std::invalid_argument);
}

TEST_F(pool, says_503_where_the_password_is_wrong)
{
    Pool wrong(io_, Secret<std::string>(database_.url("monozu_app").reveal() + " password=wrong"), {});
    EXPECT_EQ(problem_from([&] { run_task(io_, wrong.run({{"", "select 1", {}}})); }).failure, Failure::unavailable);
    EXPECT_FALSE(wrong.connected());
}

}  // namespace
}  // namespace mz::pg
