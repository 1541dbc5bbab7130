#include "versions.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace mz::inventory {
namespace {

// Each is before the next one.
void expect_ascending(std::string_view manager, std::vector<std::string> const& versions)
{
    for (std::size_t i = 0; i < versions.size(); ++i) {
        for (std::size_t j = 0; j < versions.size(); ++j)
            EXPECT_EQ(compare_versions(manager, versions[i], versions[j]), i <=> j) << versions[i] << " and " << versions[j];
    }
}

TEST(versions, of_dpkg_are_ordered_as_its_policy_says)
{
    expect_ascending(
        "dpkg", {"1.0~rc1-1", "1.0~rc2-1", "1.0-1", "1.0-1+b1", "1.0-1.1", "1.0-2", "1.0a-1", "1.0+dfsg-1", "1.2-1", "1.10-1", "1:0.1-1"});
    expect_ascending("dpkg", {"3.0.11-1~deb12u1", "3.0.11-1~deb12u2", "3.0.11-1", "3.0.17-1~deb12u2"});
    EXPECT_EQ(compare_versions("dpkg", "0:1.0", "1.0"), std::strong_ordering::equal);
    EXPECT_EQ(compare_versions("dpkg", "1.00", "1.0"), std::strong_ordering::equal);
    EXPECT_EQ(compare_versions("dpkg", "18446744073709551617", "18446744073709551616"), std::strong_ordering::greater) << "of any length";
}

TEST(versions, of_rpm_are_ordered_as_rpm_does)
{
    expect_ascending("rpm", {"1.0~rc1-1", "1.0-1", "1.0^20200101-1", "1.0.1-1", "1.5-1", "1.10-1", "1:0.1-1"});
    expect_ascending("rpm", {"2.0a-1", "2.0.1-1", "2.1-1.el8", "2.1-2.el8"});
    EXPECT_EQ(compare_versions("rpm", "1_0-1", "1.0-1"), std::strong_ordering::equal) << "what separates does not count";
    EXPECT_EQ(compare_versions("rpm", "1.0-5.el9", "1.0"), std::strong_ordering::equal) << "without a revision all of them are meant";
}

}  // namespace
}  // namespace mz::inventory
