#include "pg/migrate.hpp"
#include "pg/blocking.hpp"
#include "pg/decode.hpp"
#include "testing/database.hpp"
#include "testing/tenant_table.hpp"

#include <gtest/gtest.h>

#include <future>
#include <vector>

namespace mz::pg {
namespace {

class migrations : public ::testing::Test {
protected:
    std::vector<Migration> known_{testing::tenant_table_migrations().begin(), testing::tenant_table_migrations().end()};
    testing::Database database_{known_};
    Secret<std::string> owner_ = database_.url("monozu_owner");

    bool has_table(std::string const& name)
    {
        auto superuser = database_.connect_superuser();
        return decode_all<bool>(superuser.run("select to_regclass($1) is not null", {name}), "has_table").front();
    }
    std::string refusal()
    {
        try {
            migrate(owner_, known_);
        } catch (std::runtime_error const& error) {
            return error.what();
        }
        return "";
    }
};

TEST_F(migrations, are_applied_once)
{
    EXPECT_EQ(migrate(owner_, known_), 0);
    known_.push_back({3, "more", "create table app.more (id int)", "c3"});
    known_.push_back({4, "most", "create table app.most (id int); insert into app.most values (1)", "c4"});
    EXPECT_EQ(migrate(owner_, known_), 2);
    EXPECT_EQ(migrate(owner_, known_), 0);
    EXPECT_TRUE(has_table("app.most"));
}

TEST_F(migrations, that_were_changed_afterwards_are_refused)
{
    known_[1].checksum = "another";
    EXPECT_EQ(refusal(), "migration 0002_things was changed after it had been applied");
}

TEST_F(migrations, of_a_newer_program_are_not_touched_by_an_older_one)
{
    known_.pop_back();
    EXPECT_EQ(refusal(), "the database is ahead of this program: it has migration 2");
}

TEST_F(migrations, that_fail_leave_nothing_behind)
{
    known_.push_back({3, "half", "create table app.half (id int); select 1 / 0", "c3"});
    EXPECT_NE(refusal(), "");
    EXPECT_FALSE(has_table("app.half"));
    known_.back() = {3, "whole", "create table app.half (id int)", "c3b"};
    EXPECT_EQ(migrate(owner_, known_), 1);
}

TEST_F(migrations, that_end_their_own_transaction_are_refused)
{
    known_.push_back({3, "sly", "create table app.sly (id int); commit", "c3"});
    EXPECT_NE(refusal().find("ends the transaction"), std::string::npos);
}

TEST_F(migrations, with_a_number_below_what_has_been_applied_are_refused)
{
    known_.push_back({5, "five", "select 1", "c5"});
    migrate(owner_, known_);
    known_.insert(known_.end() - 1, {4, "four", "select 1", "c4"});
    EXPECT_NE(refusal().find("0004_four is older"), std::string::npos);
}

TEST_F(migrations, may_be_started_by_several_at_once)
{
    known_.push_back({3, "slow", "create table app.slow (id int); select pg_sleep(0.3)", "c3"});
    auto const run = [&] { return migrate(owner_, known_); };
    auto first = std::async(std::launch::async, run);
    auto second = std::async(std::launch::async, run);
    auto third = std::async(std::launch::async, run);
    EXPECT_EQ(first.get() + second.get() + third.get(), 1);
}

}  // namespace
}  // namespace mz::pg
