#include "collectors/inventory/section.hpp"

#include "collectors/inventory/test_cloud.hpp"
#include "core/crypto.hpp"

#include <gtest/gtest.h>

#include <random>

namespace mz::edge {
namespace {

using testing::InventoryCloud;

constexpr std::size_t large = 48 * 1024;
constexpr Timestamp at{1'700'000'000'000'000};

std::string item(std::string const& name, std::string const& version)
{
    return R"({"name":")" + name + R"(","version":")" + version + R"("})";
}

// What was told after these events, as the ledger keeps it.
Told after(std::vector<Telling> const& tellings, Told told = {})
{
    for (auto const& each : tellings) {
        if (each.change) apply(*each.change, told);
    }
    return told;
}

TEST(inventory_section, is_told_in_full_first_then_what_changed_and_then_that_nothing_did)
{
    InventoryCloud cloud;
    Items items{{"a", item("a", "1")}, {"b", item("b", "1")}, {"c", item("c", "1")}};
    auto const first = tell(Section::software, items, {}, large, at);
    ASSERT_EQ(first.size(), 1U);
    auto told = after(first);
    EXPECT_EQ(first[0].data,
              R"({"type":"inventory","section":"software","digest":")" + told.digest() +
                  R"(","full":true,"items":[{"name":"a","version":"1"},{"name":"b","version":"1"},{"name":"c","version":"1"}]})");
    EXPECT_EQ(told.full_at, at);
    EXPECT_TRUE(cloud.take(first[0].data));

    auto const base = told.digest();
    items["b"] = item("b", "2");
    items["d"] = item("d", "1");
    items.erase("a");
    auto const second = tell(Section::software, items, told, large, at + std::chrono::hours(1));
    ASSERT_EQ(second.size(), 1U);
    told = after(second, told);
    EXPECT_EQ(second[0].data, R"({"type":"inventory","section":"software","digest":")" + told.digest() + R"(","base":")" + base +
                                  R"(","put":[{"name":"b","version":"2"},{"name":"d","version":"1"}],"gone":["a"]})");
    EXPECT_EQ(told.full_at, at) << "a delta is not everything";
    EXPECT_TRUE(cloud.take(second[0].data));
    EXPECT_EQ(cloud.names("software"), (std::vector<std::string>{"b 2", "c 1", "d 1"}));

    auto const third = tell(Section::software, items, told, large, at);
    ASSERT_EQ(third.size(), 1U);
    EXPECT_FALSE(third[0].change);
    EXPECT_EQ(third[0].data, R"({"type":"inventory","section":"software","digest":")" + told.digest() + R"("})");
    EXPECT_TRUE(cloud.take(third[0].data));
}

TEST(inventory_section, without_items_is_a_section_too)
{
    auto const full = tell(Section::neighbours, {}, {}, large, at);
    ASSERT_EQ(full.size(), 1U);
    EXPECT_NE(full[0].data.find(R"("full":true,"items":[])"), std::string::npos);
    auto told = after(tell(Section::neighbours, {{"x", "{}"}}, {}, large, at));
    auto const empty = tell(Section::neighbours, {}, told, large, at);
    EXPECT_NE(empty[0].data.find(R"("put":[],"gone":["x"])"), std::string::npos);
    EXPECT_EQ(after(empty, told).digest(), after(full).digest());
}

TEST(inventory_section, that_is_too_large_for_one_event_goes_on_in_deltas_that_may_end_anywhere)
{
    Items items;
    for (int i = 0; i < 3000; ++i) items["package-" + std::to_string(i)] = item("package-" + std::to_string(i), std::to_string(i * 7));
    auto const whole = tell(Section::software, items, {}, 8 * 1024, at);
    ASSERT_GT(whole.size(), 10U);
    EXPECT_NE(whole[0].data.find(R"("full":true)"), std::string::npos);
    for (auto const& each : whole) EXPECT_LE(each.data.size(), 8U * 1024);
    for (auto const end : {std::size_t{1}, whole.size() / 2, whole.size()}) {
        InventoryCloud cloud;
        auto const heard = std::vector(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(end));
        for (auto const& each : heard) ASSERT_TRUE(cloud.take(each.data));
        for (auto const& each : tell(Section::software, items, after(heard), 8 * 1024, at)) ASSERT_TRUE(cloud.take(each.data));
        EXPECT_EQ(cloud.names("software").size(), 3000U);
    }
    InventoryCloud cloud;
    for (std::size_t i = 0; i < whole.size(); ++i) EXPECT_EQ(i == 3 || cloud.take(whole[i].data), i <= 3) << "one was lost: " << i;
}

TEST(inventory_section, an_item_that_no_event_can_hold_is_left_out)
{
    Items const items{{"small", item("small", "1")}, {"vast", item("vast", std::string(5000, '9'))}};
    InventoryCloud cloud;
    for (auto const& each : tell(Section::software, items, {}, 4096, at)) EXPECT_TRUE(cloud.take(each.data));
    EXPECT_EQ(cloud.names("software"), std::vector<std::string>{"small 1"});
}

// Whatever changes, and however the changes are cut, the Cloud ends with what the machine has.
TEST(inventory_section, whatever_happens_the_cloud_has_it)
{
    std::mt19937 random(4);
    auto const roll = [&](int sides) { return static_cast<int>(random() % static_cast<unsigned>(sides)); };
    for (int round = 0; round < 200; ++round) {
        InventoryCloud cloud;
        Items items;
        std::optional<Told> told;
        for (int step = 0; step < 10; ++step) {
            for (int i = roll(40); i > 0; --i) {
                auto const name = "p" + std::to_string(roll(60));
                if (roll(3) == 0) items.erase(name);
                else items[name] = item(name, std::to_string(roll(4)));
            }
            if (roll(8) == 0) told.reset();
            auto const tellings = tell(Section::software, items, told, 600 + static_cast<std::size_t>(roll(2000)), at);
            for (auto const& each : tellings) ASSERT_TRUE(cloud.take(each.data));
            told = after(tellings, told.value_or(Told{}));
            ASSERT_EQ(cloud.names("software").size(), items.size());
        }
        std::vector<std::string> expected;
        for (auto const& [name, text] : items) expected.push_back(name + " " + text.substr(text.rfind(':') + 2, 1));
        EXPECT_EQ(cloud.names("software"), expected);
    }
}

}  // namespace
}  // namespace mz::edge
