#include "ledger.hpp"

#include <gtest/gtest.h>

namespace mz::inventory {
namespace {

Timestamp at(int second) { return {second * 1'000'000LL}; }

SectionReport report(int second, std::string digest, std::optional<std::string> base = std::nullopt, bool full = false)
{
    SectionReport out;
    out.at = at(second);
    out.section = Section::services;
    out.digest = std::move(digest);
    out.base = std::move(base);
    out.full = full;
    return out;
}

SectionReport full(int second, std::string digest, Items items)
{
    auto out = report(second, std::move(digest), std::nullopt, true);
    out.put = std::move(items);
    return out;
}

SectionReport change(int second, std::string base, std::string digest, Items put, std::vector<std::string> gone)
{
    auto out = report(second, std::move(digest), std::move(base));
    out.put = std::move(put);
    out.gone = std::move(gone);
    return out;
}

Ledger knowing(std::string digest, int second) { return Ledger({{Section::services, {std::move(digest), 3, at(second), at(second)}}}); }

json::bj::object const a{{"name", "a"}};
json::bj::object const b{{"name", "b"}};

TEST(ledger, what_is_the_same_is_seen_again_and_changes_nothing)
{
    auto ledger = knowing("one", 10);
    ledger.enter(report(20, "one"));
    ledger.enter(full(30, "one", {{"a", a}}));
    EXPECT_TRUE(ledger.take_changes().empty());
    EXPECT_FALSE(ledger.lost_the_thread());
    auto const state = ledger.touched().at(Section::services);
    EXPECT_EQ(state.seen_at, at(30));
    EXPECT_EQ(state.changed_at, at(10));
    EXPECT_EQ(state.items, 3);
}

TEST(ledger, a_change_counts_only_on_top_of_what_it_continues)
{
    auto ledger = knowing("one", 10);
    ledger.enter(change(20, "other", "two", {{"a", a}}, {}));
    EXPECT_TRUE(ledger.take_changes().empty());
    EXPECT_TRUE(ledger.lost_the_thread());
    EXPECT_TRUE(ledger.touched().empty());

    auto fits = knowing("one", 10);
    fits.enter(change(20, "one", "two", {{"a", a}}, {"b"}));
    EXPECT_FALSE(fits.lost_the_thread());
    auto const changes = fits.take_changes();
    EXPECT_EQ(changes.at(Section::services).gone, std::vector<std::string>{"b"});
    EXPECT_EQ(fits.touched().at(Section::services).digest, "two");
}

TEST(ledger, of_a_section_that_is_not_known_only_all_of_it_counts)
{
    for (auto const& said : {report(1, "one"), change(1, "zero", "one", {}, {})}) {
        Ledger ledger({});
        ledger.enter(said);
        EXPECT_TRUE(ledger.lost_the_thread());
        EXPECT_TRUE(ledger.take_changes().empty());
    }
    Ledger ledger({});
    ledger.enter(full(1, "one", {{"a", a}}));
    EXPECT_FALSE(ledger.lost_the_thread());
    EXPECT_EQ(ledger.take_changes().size(), 1U);
}

TEST(ledger, a_long_section_in_parts_is_one_change)
{
    Ledger ledger({});
    ledger.enter(full(1, "one", {{"a", a}}));
    ledger.enter(change(1, "one", "two", {{"b", b}}, {}));
    ledger.enter(change(1, "two", "three", {}, {"a"}));
    auto const changes = ledger.take_changes();
    auto const& joined = changes.at(Section::services);
    EXPECT_TRUE(joined.full);
    EXPECT_EQ(joined.put, (Items{{"b", b}}));
    EXPECT_TRUE(joined.gone.empty()) << "what is not among all there is needs no mention";
    EXPECT_EQ(ledger.touched().at(Section::services).digest, "three");
}

TEST(ledger, what_went_and_came_back_is_there_and_the_other_way_round)
{
    auto ledger = knowing("one", 1);
    ledger.enter(change(2, "one", "two", {{"b", b}}, {"a"}));
    ledger.enter(change(3, "two", "three", {{"a", a}}, {"b"}));
    auto const joined = ledger.take_changes().at(Section::services);
    EXPECT_EQ(joined.put, (Items{{"a", a}}));
    EXPECT_EQ(joined.gone, std::vector<std::string>{"b"});
}

TEST(ledger, what_is_older_than_what_is_stored_is_passed_over_without_asking)
{
    auto ledger = knowing("three", 30);
    ledger.enter(full(10, "one", {{"a", a}}));
    ledger.enter(change(20, "one", "two", {}, {"a"}));
    ledger.enter(report(20, "two"));
    EXPECT_TRUE(ledger.take_changes().empty());
    EXPECT_TRUE(ledger.touched().empty());
    EXPECT_FALSE(ledger.lost_the_thread());
}

}  // namespace
}  // namespace mz::inventory
