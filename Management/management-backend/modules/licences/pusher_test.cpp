#include "licences/pusher.hpp"

#include <gtest/gtest.h>

namespace mz::licences {
namespace {

using namespace std::chrono_literals;

TEST(retry_pause, doubles_up_to_the_longest)
{
    Settings settings;
    settings.push_retry_first_seconds = 1;
    settings.push_retry_longest_seconds = 300;
    EXPECT_EQ(retry_pause(settings, 1, 1), 1s);
    EXPECT_EQ(retry_pause(settings, 2, 1), 2s);
    EXPECT_EQ(retry_pause(settings, 5, 1), 16s);
    EXPECT_EQ(retry_pause(settings, 20, 1), 300s);
    EXPECT_EQ(retry_pause(settings, 1'000'000, 1), 300s);
}

TEST(retry_pause, is_spread_over_its_second_half)
{
    Settings settings;
    settings.push_retry_first_seconds = 8;
    EXPECT_EQ(retry_pause(settings, 1, 0), 4s);
    EXPECT_EQ(retry_pause(settings, 1, 0.5), 6s);
}

}  // namespace
}  // namespace mz::licences
