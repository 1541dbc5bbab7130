#include "pg/copy.hpp"
#include "core/problem.hpp"
#include "pg/decode.hpp"
#include "testing/database.hpp"
#include "testing/tenant_table.hpp"

#include <gtest/gtest.h>
#include <boost/describe.hpp>

#include <array>

namespace mz::pg {
namespace {

struct Row {
    std::optional<bool> flag;
    int small = 0;
    int medium = 0;
    std::int64_t large = 0;
    double real = 0;
    Uuid id;
    Timestamp at;
    std::string text;
    json::Raw data;
    Bytes bytes;
};
BOOST_DESCRIBE_STRUCT(Row, (), (flag, small, medium, large, real, id, at, text, data, bytes))

class copy : public ::testing::Test {
protected:
    copy()
    {
        writer_.script(
            "create table copied (flag bool, small int2, medium int4, large int8, real float8, id uuid, at timestamptz, text text,"
            " data json, bytes bytea)");
    }
    CopyRows row(std::string_view data)
    {
        CopyRows rows;
        rows.row(10);
        rows.null();
        rows.int16(-2);
        rows.int32(70000);
        rows.int64(-5'000'000'000);
        rows.float64(0.25);
        rows.uuid(id_);
        rows.timestamp(at_);
        rows.text("zażółć");
        rows.text(data);
        rows.bytes(std::string_view("\0\xff", 2));
        return rows;
    }
    std::int64_t count() { return decode_all<std::int64_t>(writer_.run("select count(*) from copied"), "count").front(); }

    testing::Database database_{testing::tenant_table_migrations()};
    BinaryCopy writer_{database_.superuser_url()};
    std::string const into_ = "copy copied from stdin (format binary)";
    Uuid const id_ = Uuid::v7();
    Timestamp const at_ = *Timestamp::parse("1999-12-31T23:59:59.000001Z");
};

TEST_F(copy, brings_every_type_over)
{
    auto const rows = row(R"({"a":1})");
    std::array<std::string_view, 1> const pieces{rows.data()};
    EXPECT_EQ(writer_.copy(into_, pieces), 1);
    auto const result = writer_.run("select * from copied");
    auto const read = decode_all<Row>(result, "copied").front();
    EXPECT_EQ(read.flag, std::nullopt);
    EXPECT_EQ(read.small, -2);
    EXPECT_EQ(read.medium, 70000);
    EXPECT_EQ(read.large, -5'000'000'000);
    EXPECT_EQ(read.real, 0.25);
    EXPECT_EQ(read.id, id_);
    EXPECT_EQ(read.at, at_);
    EXPECT_EQ(read.text, "zażółć");
    EXPECT_EQ(read.data.text, R"({"a":1})");
    EXPECT_EQ(read.bytes, std::string("\0\xff", 2));
}

TEST_F(copy, several_copies_and_statements_are_one_transaction)
{
    auto const rows = row("{}");
    std::array<std::string_view, 3> const pieces{rows.data(), rows.data(), rows.data()};
    writer_.begin();
    EXPECT_EQ(writer_.copy(into_, pieces), 3);
    EXPECT_EQ(writer_.copy(into_, pieces), 3);
    writer_.run("delete from copied where ctid = (select min(ctid) from copied)");
    writer_.commit();
    EXPECT_EQ(count(), 5);
    writer_.begin();
    writer_.copy(into_, pieces);
    writer_.rollback();
    EXPECT_EQ(count(), 5);
}

TEST_F(copy, one_bad_value_refuses_the_whole_transaction_and_leaves_the_connection_usable)
{
    auto const good = row("{}");
    auto const bad = row("{not json");
    std::array<std::string_view, 2> const pieces{good.data(), bad.data()};
    writer_.begin();
    try {
        writer_.copy(into_, pieces);
        ADD_FAILURE() << "the copy succeeded";
    } catch (Problem const& problem) {
        EXPECT_EQ(problem.failure, Failure::bad_request);
    }
    EXPECT_THROW(writer_.commit(), Problem);
    EXPECT_TRUE(writer_.is_open());
    EXPECT_FALSE(writer_.in_transaction());
    EXPECT_EQ(count(), 0);
}

TEST_F(copy, into_a_table_that_is_not_there_is_a_problem)
{
    std::array<std::string_view, 1> const pieces{""};
    EXPECT_THROW(writer_.copy("copy nowhere from stdin (format binary)", pieces), Problem);
    EXPECT_EQ(count(), 0);
}

TEST_F(copy, on_a_session_that_was_ended_is_503)
{
    auto const pid = decode_all<int>(writer_.run("select pg_backend_pid()"), "pid").front();
    database_.connect_superuser().run("select pg_terminate_backend($1)", {std::to_string(pid)});
    auto const rows = row("{}");
    std::array<std::string_view, 1> const pieces{rows.data()};
    try {
        writer_.copy(into_, pieces);
        ADD_FAILURE() << "the copy succeeded";
    } catch (Problem const& problem) {
        EXPECT_EQ(problem.failure, Failure::unavailable);
    }
    EXPECT_FALSE(writer_.is_open());
}

}  // namespace
}  // namespace mz::pg
