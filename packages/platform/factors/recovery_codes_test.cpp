#include "factors/recovery_codes.hpp"

#include <gtest/gtest.h>

#include <set>

namespace mz::factors::recovery_codes {
namespace {

TEST(recovery_codes, there_are_ten_in_groups_of_four)
{
    auto const codes = make();
    EXPECT_EQ(codes.size(), 10U);
    EXPECT_EQ(std::set<std::string>(codes.begin(), codes.end()).size(), 10U);
    for (auto const& code : codes) {
        ASSERT_EQ(code.size(), 19U) << code;
        for (std::size_t i = 0; i < code.size(); ++i) EXPECT_EQ(code[i] == '-', i % 5 == 4) << code;
    }
}

TEST(recovery_codes, it_does_not_matter_how_one_is_typed)
{
    EXPECT_EQ(hash("4F7K-QX2M-9RTD-3HWP"), hash(" 4f7kqx2m 9rtd3hwp"));
    EXPECT_NE(hash("4F7K-QX2M-9RTD-3HWP"), hash("4F7K-QX2M-9RTD-3HWQ"));
}

}  // namespace
}  // namespace mz::factors::recovery_codes
