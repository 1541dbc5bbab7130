#include "pg/transaction.hpp"
#include "core/problem.hpp"
#include "testing/database.hpp"
#include "testing/run_task.hpp"
#include "testing/tenant_table.hpp"

#include <gtest/gtest.h>

namespace mz::pg {
namespace {

using testing::NewThing;
using testing::run_task;
using testing::sql::thing_create;
using testing::sql::thing_titles_unfiltered;

struct thing_get {
    static constexpr std::string_view name = "testing.thing_get";
    static constexpr std::string_view entity = "thing";
    static constexpr std::string_view text = "select title from app.things where tenant_id = $1 and id = $2";
    static constexpr std::array<std::string_view, 2> params{"tenant_id", "id"};
};
struct ById {
    Uuid id;
};
BOOST_DESCRIBE_STRUCT(ById, (), (id))

class transaction : public ::testing::Test {
protected:
    Task<std::vector<std::string>> titles(Uuid tenant) { return pg::all<std::string>(pool_, Entry{tenant, {}}, thing_titles_unfiltered{}); }
    std::vector<std::string> titles_of(Uuid tenant) { return run_task(io_, titles(tenant)); }

    testing::Database database_{testing::tenant_table_migrations()};
    asio::io_context io_{1};
    Pool pool_{io_, database_.url("monozu_app"), {.database_transactions_per_thread = 1}};
    Uuid const alder_ = Uuid::v7();
    Uuid const birch_ = Uuid::v7();
};

TEST_F(transaction, keeps_what_was_committed_and_sees_its_own_work_before)
{
    auto const work = [&]() -> Task<void> {
        Transaction tx(co_await pool_.acquire(), Entry{alder_, {}});
        NewThing const args{Uuid::v7(), "one"};
        EXPECT_EQ(co_await tx.run(thing_create{}, args), 1);
        ById const key{args.id};
        EXPECT_EQ(co_await tx.one<std::string>(thing_get{}, key), "one");
        std::vector<Statement> extra;
        NewThing const second{Uuid::v7(), "two"};
        extra.push_back(statement<thing_create>(second, tx.entry()));
        co_await tx.commit(std::move(extra));
    };
    run_task(io_, work());
    EXPECT_EQ(titles_of(alder_).size(), 2U);
    EXPECT_TRUE(titles_of(birch_).empty());
}

TEST_F(transaction, frees_its_locks_before_a_rollback_returns)
{
    auto const work = [&]() -> Task<void> {
        Transaction tx(co_await pool_.acquire(), Entry{alder_, {}});
        NewThing const args{Uuid::v7(), "one"};
        co_await tx.run(thing_create{}, args);
        co_await tx.rollback();
        auto connection = database_.connect_superuser();
        // Of this database: other tests have theirs in the same cluster.
        auto const locks = connection.run(
            "select count(*)::text from pg_locks where mode = 'RowExclusiveLock' and pid <> pg_backend_pid() "
            "and database = (select oid from pg_database where datname = current_database())");
        EXPECT_EQ(locks.value(0, 0), "0");
    };
    run_task(io_, work());
    EXPECT_TRUE(titles_of(alder_).empty());
}

TEST_F(transaction, is_rolled_back_when_it_is_not_committed)
{
    auto const work = [&]() -> Task<void> {
        Transaction tx(co_await pool_.acquire(), Entry{alder_, {}});
        NewThing const args{Uuid::v7(), "never"};
        co_await tx.run(thing_create{}, args);
    };
    run_task(io_, work());
    run_task(io_, work());  // also the unique title is free again
    EXPECT_TRUE(titles_of(alder_).empty());
}

TEST_F(transaction, may_go_on_as_another_tenant_and_as_none)
{
    auto const work = [&]() -> Task<void> {
        Transaction tx(co_await pool_.acquire(), Entry{});
        EXPECT_TRUE((co_await tx.all<std::string>(thing_titles_unfiltered{})).empty());
        for (auto const& tenant : {alder_, birch_}) {
            tx.enter(Entry{tenant, {}});
            NewThing const args{Uuid::v7(), "of " + tenant.to_string()};
            co_await tx.run(thing_create{}, args);
            EXPECT_EQ((co_await tx.all<std::string>(thing_titles_unfiltered{})).size(), 1U);
        }
        tx.enter(Entry{});
        EXPECT_TRUE((co_await tx.all<std::string>(thing_titles_unfiltered{})).empty());
        co_await tx.commit();
    };
    run_task(io_, work());
    EXPECT_EQ(titles_of(alder_), std::vector{"of " + alder_.to_string()});
    EXPECT_EQ(titles_of(birch_), std::vector{"of " + birch_.to_string()});
}

TEST_F(transaction, leaves_no_tenant_behind_on_its_connection)
{
    auto const leave = [&]() -> Task<void> {
        Transaction tx(co_await pool_.acquire(), Entry{alder_, {}});
        NewThing const args{Uuid::v7(), "kept"};
        co_await tx.run(thing_create{}, args);
        co_await tx.commit();
    };
    auto const look = [&]() -> Task<std::size_t> {
        Transaction tx(co_await pool_.acquire(), Entry{});
        co_return (co_await tx.all<std::string>(thing_titles_unfiltered{})).size();
    };
    run_task(io_, leave());
    EXPECT_EQ(run_task(io_, look()), 0U);
}

TEST_F(transaction, with_a_failed_statement_cannot_pass_for_committed)
{
    auto const work = [&]() -> Task<void> {
        Transaction tx(co_await pool_.acquire(), Entry{alder_, {}});
        NewThing const args{Uuid::v7(), "lost"};
        co_await tx.run(thing_create{}, args);
        try {
            co_await tx.send(Statement{"", "select 1 / 0", {}});
            ADD_FAILURE() << "the division succeeded";
        } catch (Problem const& problem) {
            EXPECT_EQ(problem.failure, Failure::bad_request);
        }
        co_await tx.commit();
    };
    try {
        run_task(io_, work());
        ADD_FAILURE() << "the commit succeeded";
    } catch (Problem const& problem) {
        EXPECT_EQ(problem.failure, Failure::internal);
    }
    EXPECT_TRUE(titles_of(alder_).empty());
}

TEST_F(transaction, one_is_not_found_where_there_is_none)
{
    ById const key{Uuid::v7()};
    try {
        run_task(io_, pg::one<std::string>(pool_, Entry{alder_, {}}, thing_get{}, key));
        ADD_FAILURE() << "it was found";
    } catch (Problem const& problem) {
        EXPECT_EQ(problem.failure, Failure::not_found);
        EXPECT_EQ(problem.detail, "no such thing");
    }
    EXPECT_EQ(run_task(io_, pg::maybe<std::string>(pool_, Entry{alder_, {}}, thing_get{}, key)), std::nullopt);
}

TEST_F(transaction, what_follows_a_single_statement_shares_its_fate)
{
    NewThing const args{Uuid::v7(), "single"};
    Entry const entry{alder_, {}};
    std::vector<Statement> after{{"", "select 1 / 0", {}}};
    EXPECT_THROW(run_task(io_, run_single(pool_, entry, statement<thing_create>(args, entry), after)), Problem);
    EXPECT_TRUE(titles_of(alder_).empty());
    after.front().text = "select 1";
    EXPECT_EQ(run_task(io_, run_single(pool_, entry, statement<thing_create>(args, entry), after)).affected(), 1);
    EXPECT_EQ(titles_of(alder_).size(), 1U);
}

}  // namespace
}  // namespace mz::pg
