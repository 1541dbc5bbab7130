#include "net/http_date.hpp"

#include <gtest/gtest.h>

namespace mz::net {
namespace {

TEST(http_date, is_written_as_the_standard_has_it)
{
    EXPECT_EQ(http_date(*Timestamp::parse("1994-11-06T08:49:37.999Z")), "Sun, 06 Nov 1994 08:49:37 GMT");
    EXPECT_EQ(http_date(*Timestamp::parse("2024-02-29T23:59:59Z")), "Thu, 29 Feb 2024 23:59:59 GMT");
}

TEST(http_date, is_read_in_that_one_form)
{
    EXPECT_EQ(parse_http_date("Sun, 06 Nov 1994 08:49:37 GMT"), Timestamp::parse("1994-11-06T08:49:37Z"));
    for (auto const* wrong : {"", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994", "Mon, 06 Nov 1994 08:49:37 GMT",
                              "Sun, 06 Nov 1994 08:49:37 GMT ", "Sun, 06 Nov 1994 08:49:37 CET", "Sun, 31 Feb 1994 08:49:37 GMT"}) {
        EXPECT_FALSE(parse_http_date(wrong)) << wrong;
    }
}

}  // namespace
}  // namespace mz::net
