#include "sections.hpp"

#include <gtest/gtest.h>

namespace mz::inventory {
namespace {

Timestamp const now = *Timestamp::parse("2026-11-22T12:00:00Z");

Reading read_one(std::string data, Timestamp at = now) { return read({{at, {std::move(data)}}}, now); }

TEST(sections, all_of_a_section_has_its_items_by_key)
{
    auto const reading = read_one(R"({"type":"inventory","section":"software","digest":"d","full":true,"items":[
        {"manager":"dpkg","name":"bash","version":"5.2","architecture":"amd64","from_a_newer_agent":1},
        {"manager":"snap","name":"core"},{"manager":"dpkg"},7]})");
    ASSERT_EQ(reading.sections.size(), 1U);
    auto const& report = reading.sections[0];
    EXPECT_TRUE(report.full);
    EXPECT_EQ(report.put.size(), 2U) << "what lacks a part of its key is nothing";
    EXPECT_EQ(text_of(report.put.at("dpkg/bash/amd64"), "version"), "5.2");
    EXPECT_TRUE(report.put.contains("snap/core/"));
}

TEST(sections, a_change_names_what_it_continues)
{
    auto const reading = read_one(R"({"type":"inventory","section":"listeners","base":"a","digest":"b",
        "put":[{"protocol":"tcp","address":"0.0.0.0","port":22}],"gone":["udp/::/53"]})");
    ASSERT_EQ(reading.sections.size(), 1U);
    EXPECT_EQ(reading.sections[0].base, "a");
    EXPECT_TRUE(reading.sections[0].put.contains("tcp/0.0.0.0/22"));
    EXPECT_EQ(reading.sections[0].gone, std::vector<std::string>{"udp/::/53"});
    auto const same = read_one(R"({"type":"inventory","section":"listeners","digest":"b"})");
    EXPECT_FALSE(same.sections.at(0).changes());
}

TEST(sections, what_is_not_understood_is_counted_and_what_is_not_known_is_passed_over)
{
    for (auto const* data : {R"({"type":"inventory","section":"dreams","digest":"d"})", R"({"type":"inventory","section":"disks"})",
                             R"({"type":"network_scan","network":"10.0.0.0/24"})", "[]", "7"}) {
        EXPECT_EQ(read_one(data).unreadable, 1) << data;
    }
    EXPECT_EQ(read_one(R"({"type":"of the future"})").unreadable, 0);
}

TEST(sections, texts_lose_what_no_database_holds)
{
    auto const reading =
        read_one(R"({"type":"inventory","section":"services","digest":"d","full":true,"items":[{"name":"a\u0000b","state":null}]})");
    EXPECT_EQ(text_of(reading.sections.at(0).put.at("a b"), "name"), "a b");
    EXPECT_FALSE(reading.sections.at(0).put.at("a b").contains("state"));
}

TEST(sections, nobody_sees_the_future)
{
    auto const said = R"({"type":"inventory","section":"disks","digest":"d"})";
    EXPECT_EQ(read_one(said, now + std::chrono::hours(9)).sections.at(0).at, now);
    auto const scan = read_one(R"({"type":"network_scan","network":"10.0.0.0/24","method":"hosts","started_at":"2026-11-22T11:00:00Z",
        "ended_at":"2027-01-01T00:00:00Z","complete":true,"part":1,"parts":1,"hosts":[{"address":"10.0.0.1"},1]})");
    ASSERT_EQ(scan.scans.size(), 1U);
    EXPECT_EQ(scan.scans[0].ended_at, now);
    EXPECT_EQ(scan.scans[0].hosts.size(), 1U);
}

}  // namespace
}  // namespace mz::inventory
