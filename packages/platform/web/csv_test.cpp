#include "web/csv.hpp"

#include <gtest/gtest.h>

namespace mz::web::csv {
namespace {

struct Row {
    std::string title;
    std::optional<int> count;
    bool open = true;
};
BOOST_DESCRIBE_STRUCT(Row, (), (title, count, open))

TEST(csv, cells_are_quoted_where_rfc_4180_asks_for_it)
{
    std::string out;
    append_header<Row>(out);
    append_row(out, Row{"a \"b\", c\nd", 3, false});
    append_row(out, Row{"plain", std::nullopt, true});
    EXPECT_EQ(out, "title,count,open\r\n\"a \"\"b\"\", c\nd\",3,false\r\nplain,,true\r\n");
}

TEST(csv, a_cell_that_looks_like_a_formula_is_defused)
{
    for (std::string const text : {"=1+1", "+1+1", "-1+2", "@SUM(A1)", "\tx"}) {
        std::string out;
        append_cell(out, text);
        EXPECT_EQ(out.front(), '\'') << out;
    }
    std::string number;
    append_cell(number, "-12.5");
    EXPECT_EQ(number, "-12.5");
}

}  // namespace
}  // namespace mz::web::csv
