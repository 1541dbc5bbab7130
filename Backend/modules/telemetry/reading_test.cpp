#include "reading.hpp"

#include <gtest/gtest.h>

namespace mz::telemetry {
namespace {

Timestamp const at = *Timestamp::parse("2026-01-01T00:00:00Z");
Uuid const device = Uuid::v7();

Reading read_one(EventKind kind, std::string data) { return read({{at, kind, {std::move(data)}}}, device); }

constexpr auto sample = R"({"cpu_percent":12.5,"cores":2,"load":[0.5,0.25,0.125],"memory":{"total_bytes":1000,"available_bytes":400},
    "swap":{"total_bytes":10,"used_bytes":1},"disks":[{"mount":"/","device":"/dev/sda1","total_bytes":100,"used_bytes":60}],
    "network":[{"name":"eth0","rx_bytes_per_second":10,"tx_bytes_per_second":1},{"name":"eth1","rx_bytes_per_second":5,"tx_bytes_per_second":2}],
    "uptime_seconds":3600,"from_a_newer_agent":true})";

TEST(reading, a_sample_is_told_in_the_products_own_words)
{
    auto const reading = read_one(EventKind::telemetry, sample);
    ASSERT_EQ(reading.telemetry.size(), 1U);
    auto const& point = reading.telemetry[0];
    EXPECT_EQ(point.at, at);
    EXPECT_DOUBLE_EQ(point.cpu_percent, 12.5);
    EXPECT_DOUBLE_EQ(point.load15, 0.125);
    EXPECT_EQ(point.memory_used_bytes, 600);
    EXPECT_EQ(point.swap_used_bytes, 1);
    EXPECT_DOUBLE_EQ(point.rx_bytes_per_second, 15);
    EXPECT_DOUBLE_EQ(point.tx_bytes_per_second, 3);
    EXPECT_EQ(point.uptime_seconds, 3600);
    ASSERT_EQ(point.disks.size(), 1U);
    EXPECT_EQ(point.disks[0].used_bytes, 60);
}

TEST(reading, a_sample_without_its_main_figures_is_counted_and_not_guessed)
{
    for (auto const* data :
         {"{}", "[]", "7", R"({"cpu_percent":1})", R"({"cpu_percent":"1","memory":{"total_bytes":1,"available_bytes":1}})",
          R"({"cpu_percent":1,"memory":{"total_bytes":1}})"}) {
        auto const reading = read_one(EventKind::telemetry, data);
        EXPECT_TRUE(reading.telemetry.empty()) << data;
        EXPECT_EQ(reading.unreadable, 1) << data;
    }
}

TEST(reading, figures_out_of_all_proportion_become_the_nearest_possible)
{
    auto const reading = read_one(EventKind::telemetry, R"({"cpu_percent":1e308,"memory":{"total_bytes":1e300,"available_bytes":-5}})");
    ASSERT_EQ(reading.telemetry.size(), 1U);
    EXPECT_DOUBLE_EQ(reading.telemetry[0].cpu_percent, 100);
    EXPECT_GT(reading.telemetry[0].memory_total_bytes, 0);
    EXPECT_GE(reading.telemetry[0].memory_used_bytes, 0);
}

TEST(reading, a_log_line_loses_what_a_database_cannot_hold_and_what_is_too_long)
{
    auto const reading = read_one(EventKind::log, R"({"source":"journal","message":"a\u0000b\u001b[0m\tc","unit":"ssh","priority":3})");
    ASSERT_EQ(reading.logs.size(), 1U);
    EXPECT_EQ(reading.logs[0].message, "a b [0m\tc");
    EXPECT_EQ(reading.logs[0].priority, 3);
    std::string longest;
    for (int i = 0; i < 9000; ++i) longest += "\xC3\xA9";
    auto const cut = read_one(EventKind::log, R"({"source":"journal","message":")" + longest + "\"}");
    EXPECT_EQ(utf8_length(cut.logs.at(0).message), 8000U);
    EXPECT_EQ(read_one(EventKind::log, R"({"source":"journal"})").unreadable, 1);
}

TEST(reading, an_alert_is_never_dropped_however_poor_it_is)
{
    auto const good =
        read_one(EventKind::security_alert, R"({"severity":"critical","title":"Port","rule":"new-listener","detail":{"port":1}})");
    ASSERT_EQ(good.alerts.size(), 1U);
    EXPECT_EQ(good.alerts[0].severity, alerts::Severity::critical);
    EXPECT_EQ(good.alerts[0].detail.text, R"({"port":1})");
    EXPECT_EQ(good.alerts[0].device_id, device);
    EXPECT_EQ(good.alerts[0].occurred_at, at);
    for (auto const* data : {"{}", "[]", R"({"severity":"apocalyptic","title":7,"detail":[1]})"}) {
        auto const poor = read_one(EventKind::security_alert, data);
        ASSERT_EQ(poor.alerts.size(), 1U) << data;
        EXPECT_EQ(poor.alerts[0].severity, alerts::Severity::medium);
        EXPECT_EQ(poor.alerts[0].title, "Security alert");
        EXPECT_EQ(poor.alerts[0].detail.text, "{}");
    }
    EXPECT_EQ(read_one(EventKind::security_alert, R"({"rule":"new-listener"})").alerts.at(0).title, "new-listener");
}

TEST(reading, an_inventory_is_handed_on_as_it_came)
{
    auto const reading = read_one(EventKind::discovery, R"({"type":"inventory"})");
    ASSERT_EQ(reading.discovery.size(), 1U);
    EXPECT_EQ(reading.discovery[0].data.text, R"({"type":"inventory"})");
    EXPECT_EQ(reading.discovery[0].at, at);
}

TEST(reading, kinds_of_later_modules_are_passed_over_in_silence)
{
    auto const reading = read({{at, EventKind::backup_event, {"[]"}}}, device);
    EXPECT_EQ(reading.unreadable, 0);
    EXPECT_TRUE(reading.alerts.empty());
}

}  // namespace
}  // namespace mz::telemetry
