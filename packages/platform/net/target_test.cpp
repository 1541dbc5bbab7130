#include "net/target.hpp"

#include "net/refusal.hpp"

#include <gtest/gtest.h>

namespace mz::net {
namespace {

Request target(std::string_view text)
{
    Request request;
    read_target(text, request);
    return request;
}

TEST(target, path_and_query_are_decoded)
{
    auto const request = target("/a%20b/%C4%85?q=x%26y+z&empty=&flag&q=2");
    EXPECT_EQ(request.path, "/a b/ą");
    std::vector<std::pair<std::string, std::string>> const expected{{"q", "x&y z"}, {"empty", ""}, {"flag", ""}, {"q", "2"}};
    EXPECT_EQ(request.query, expected);
}

TEST(target, an_absolute_url_is_read_as_its_path)
{
    EXPECT_EQ(target("http://other:1/a?b=c").path, "/a");
    EXPECT_EQ(target("http://other").path, "/");
    EXPECT_EQ(target("https://other?b=c").path, "/");
    EXPECT_EQ(target("https://other?b=c").query.at(0).second, "c");
}

TEST(target, a_dot_inside_a_name_is_allowed) { EXPECT_EQ(target("/.well-known/a..b/..c/x.").path, "/.well-known/a..b/..c/x."); }

class RefusedTarget : public testing::TestWithParam<std::string_view> {};

TEST_P(RefusedTarget, is_a_bad_request)
{
    try {
        target(GetParam());
        ADD_FAILURE() << "accepted";
    } catch (Refusal const& refusal) {
        EXPECT_EQ(refusal.status, 400);
    }
}

INSTANTIATE_TEST_SUITE_P(target, RefusedTarget,
                         testing::Values("", "*", "a", "http://", "http:///a", "ftp://x/a", "/%", "/%4", "/%zz", "/a%00b", "/?a=%00",
                                         "/%ff", "/?q=%C3%28", "/?q=%ED%A0%80", "/a\xC4\x85", "/a#b", "/a b", "/a\x7f", "/%0a", "/a/../b",
                                         "/..", "/a/%2e%2E/b", "/./a", "/a%2fb"));

}  // namespace
}  // namespace mz::net
