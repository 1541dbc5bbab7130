#include "licensing/limits.hpp"

#include "core/problem.hpp"

#include <gtest/gtest.h>

namespace mz::licensing {
namespace {

TEST(limits, the_last_place_may_be_taken_and_no_more)
{
    EXPECT_NO_THROW(require_within(Limited::devices, 3, 3));
    EXPECT_NO_THROW(require_within(Limited::users, 1'000'000, std::nullopt));
    EXPECT_THROW(require_within(Limited::users, 1, 0), Problem);
}

TEST(limits, the_refusal_says_what_to_do)
{
    try {
        require_within(Limited::devices, 4, 3);
        FAIL();
    } catch (Problem const& problem) {
        EXPECT_EQ(problem.failure, Failure::conflict);
        EXPECT_NE(problem.detail.find("allows 3 devices. Revoke one"), std::string::npos) << problem.detail;
    }
}

}  // namespace
}  // namespace mz::licensing
