#include "quota.hpp"

#include <gtest/gtest.h>

namespace mz::ingest {
namespace {

using namespace std::chrono_literals;

constexpr Rate device_rate{.events_per_second = 10, .burst = 100};
constexpr Rate tenant_rate{.events_per_second = 20, .burst = 150};
Quota::Clock::time_point const start{1h};

Device device(Uuid const& tenant) { return {tenant, Uuid::v7()}; }

TEST(quota, a_batch_passes_as_a_whole_or_not_at_all)
{
    Quota quota(device_rate, tenant_rate);
    auto const sender = device(Uuid::v7());
    EXPECT_EQ(quota.take(sender, 60, start), std::nullopt);
    EXPECT_EQ(quota.take(sender, 60, start), 2s);  // 40 are left, 20 are missing at 10 a second
    EXPECT_EQ(quota.take(sender, 40, start), std::nullopt);
}

TEST(quota, is_there_again_when_it_said_it_would_be)
{
    Quota quota(device_rate, tenant_rate);
    auto const sender = device(Uuid::v7());
    EXPECT_EQ(quota.take(sender, 100, start), std::nullopt);
    auto const wait = quota.take(sender, 31, start);
    ASSERT_EQ(wait, 4s);
    EXPECT_EQ(quota.take(sender, 31, start + *wait), std::nullopt);
    EXPECT_NE(quota.take(sender, 31, start + *wait), std::nullopt);
    EXPECT_EQ(quota.take(sender, 100, start + 1h), std::nullopt);
    EXPECT_NE(quota.take(sender, 1, start + 1h), std::nullopt);
}

TEST(quota, devices_of_one_tenant_share_the_tenants)
{
    Quota quota(device_rate, tenant_rate);
    auto const tenant = Uuid::v7();
    EXPECT_EQ(quota.take(device(tenant), 100, start), std::nullopt);
    EXPECT_EQ(quota.take(device(tenant), 100, start), 3s);
    EXPECT_EQ(quota.take(device(tenant), 50, start), std::nullopt);
    EXPECT_EQ(quota.take(device(Uuid::v7()), 100, start), std::nullopt);
}

TEST(quota, what_was_not_stored_is_given_back)
{
    Quota quota(device_rate, tenant_rate);
    auto const sender = device(Uuid::v7());
    EXPECT_EQ(quota.take(sender, 100, start), std::nullopt);
    quota.give_back(sender, 100);
    EXPECT_EQ(quota.take(sender, 100, start), std::nullopt);
}

TEST(quota, forgets_who_has_been_quiet_without_forgetting_who_has_not)
{
    Quota quota(device_rate, tenant_rate);
    auto const busy = device(Uuid::v7());
    for (int i = 0; i < 5000; ++i) {
        EXPECT_EQ(quota.take(device(Uuid::v7()), 1, start + i * 1s), std::nullopt);
        if (i == 4990) EXPECT_EQ(quota.take(busy, 100, start + i * 1s), std::nullopt);
    }
    EXPECT_NE(quota.take(busy, 100, start + 4999s), std::nullopt);
}

}  // namespace
}  // namespace mz::ingest
