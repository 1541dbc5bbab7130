#include "reading.hpp"

#include "core/problem.hpp"

#include <gtest/gtest.h>

#include <random>

namespace mz::cmdb_import {
namespace {

using Records = std::vector<std::vector<std::string>>;

std::string refusal(std::function<void()> const& call)
{
    try {
        call();
    } catch (Problem const& problem) {
        return problem.detail;
    }
    return "nothing was refused";
}

TEST(reading, quotes_line_ends_and_empty_lines_are_read_as_spreadsheets_write_them)
{
    EXPECT_EQ(csv_records("a,\"b \"\"c\"\"\",\"d\ne\"\r\n\r\n1,,3", ','), (Records{{"a", "b \"c\"", "d\ne"}, {"1", "", "3"}}));
    EXPECT_EQ(csv_records("\xEF\xBB\xBFnazwa;gęś\n", ';'), (Records{{"nazwa", "gęś"}}));
}

TEST(reading, the_delimiter_is_the_one_that_the_header_uses)
{
    EXPECT_EQ(delimiter_of("a;b;c"), ';');
    EXPECT_EQ(delimiter_of("a,b\n1;2;3"), ',');
    EXPECT_EQ(delimiter_of("\"x,y,z\";b"), ';');
    EXPECT_EQ(delimiter_of("a\tb"), '\t');
    EXPECT_EQ(delimiter_of("alone"), ',');
}

// However a file is cut into parts, its records are the same.
TEST(reading, parts_may_end_anywhere)
{
    std::string const file = "name,note\r\n\"a\nb\",\"says \"\"hm, so\"\"\"\r\nc,d\r\n\"e\",\"\"\"\"\r\n";
    auto const whole = csv_records(file, ',');
    ASSERT_EQ(whole.size(), 4U);
    std::mt19937 random(7);
    for (int turn = 0; turn < 500; ++turn) {
        Records read;
        std::string rest;
        for (std::size_t at = 0; at < file.size();) {
            auto const size = std::min(file.size() - at, std::size_t{1} + (random() % 12));
            rest += file.substr(at, size);
            at += size;
            auto const end = whole_records(ImportFormat::csv, rest);
            for (auto& record : csv_records(rest.substr(0, end), ',')) read.push_back(std::move(record));
            rest.erase(0, end);
        }
        EXPECT_EQ(rest, "");
        ASSERT_EQ(read, whole) << "turn " << turn;
    }
}

TEST(reading, a_broken_file_is_refused_with_its_place)
{
    EXPECT_NE(refusal([] { csv_records("a,b\nc,\"d", ','); }).find("record 2"), std::string::npos);
    EXPECT_NE(refusal([] { csv_records("a,b\nc,5\" disk\n", ','); }).find("record 2"), std::string::npos);
}

TEST(reading, every_column_has_one_name)
{
    EXPECT_EQ(csv_columns("a,b\n", ',', {}), (std::vector<std::string>{"a", "b"}));
    EXPECT_NE(refusal([] { csv_columns("a,,c\n", ',', {}); }).find("Column 2 has no name"), std::string::npos);
    EXPECT_NE(refusal([] { csv_columns("a,b,a\n", ',', {}); }).find("Two columns are called a"), std::string::npos);
    EXPECT_NE(refusal([] { csv_columns("a,b,c\n", ',', {.columns = 2}); }).find("more than 2 columns"), std::string::npos);
    EXPECT_NE(refusal([] { csv_columns("", ',', {}); }).find("no header"), std::string::npos);
}

TEST(reading, a_bad_row_spoils_no_other)
{
    auto const rows = csv_rows("1,2\n1,2,3\n\xFF,2\nlong text,x\n,\n", ',', {"a", "b"}, {.cell_bytes = 5});
    ASSERT_EQ(rows.size(), 5U);
    EXPECT_EQ(rows[0].cells, (Cells{{"a", "1"}, {"b", "2"}}));
    EXPECT_EQ(rows[0].problem, "");
    EXPECT_NE(rows[1].problem.find("has 3 cells, the header has 2"), std::string::npos);
    EXPECT_NE(rows[2].problem.find("a is not UTF-8"), std::string::npos);
    EXPECT_NE(rows[3].problem.find("a is longer than 5 bytes"), std::string::npos);
    EXPECT_EQ(rows[4].cells, Cells{});
}

TEST(reading, json_lines_become_the_text_that_a_cell_would_have)
{
    auto const rows =
        json_rows("{\"n\":\"x\",\"cores\":4,\"live\":true,\"ips\":[\"10.0.0.1\",\"10.0.0.2\"],\"none\":null}\r\n\n[1]\n{\"a\":\n", {});
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0].cells, (Cells{{"n", "x"}, {"cores", "4"}, {"live", "true"}, {"ips", "10.0.0.1;10.0.0.2"}}));
    EXPECT_EQ(rows[1].problem, "is no JSON object");
    EXPECT_NE(rows[2].problem, "");
}

}  // namespace
}  // namespace mz::cmdb_import
