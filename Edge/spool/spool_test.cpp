#include "spool/spool.hpp"

#include "spool/event.hpp"

#include "core/text.hpp"
#include "testing/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <random>

namespace mz::edge {
namespace {

namespace fs = std::filesystem;

class SpoolTest : public ::testing::Test {
protected:
    static std::vector<std::string> drain(Lane& lane, BatchLimits limits = {100, 1 << 20})
    {
        std::vector<std::string> out;
        while (auto const batch = lane.take(limits)) {
            out.insert(out.end(), batch->events.begin(), batch->events.end());
            lane.acknowledge(batch->last);
        }
        return out;
    }

    mz::testing::TemporaryFolder const temporary{"edge-spool"};
    fs::path const folder = temporary.path();
};

std::string numbered(int i) { return "{\"event\":" + std::to_string(i) + "}"; }

TEST_F(SpoolTest, events_come_back_in_order_after_a_restart)
{
    for (int run = 0; run < 3; ++run) {
        Lane lane(folder, 256);
        for (int i = 0; i < 20; ++i) lane.append(numbered(run * 20 + i), "note");
    }
    Lane lane(folder, 256);
    EXPECT_EQ(lane.waiting(), 60);
    auto const events = drain(lane, {7, 100});
    ASSERT_EQ(events.size(), 60U);
    for (int i = 0; i < 60; ++i) EXPECT_EQ(events[static_cast<std::size_t>(i)], numbered(i));
    EXPECT_EQ(lane.waiting(), 0);
}

TEST_F(SpoolTest, a_torn_write_at_any_byte_costs_only_the_torn_event)
{
    std::vector<std::size_t> ends{0};
    {
        Lane lane(folder / "whole", 1 << 20);
        for (int i = 0; i < 6; ++i) {
            lane.append(numbered(i), std::string(static_cast<std::size_t>(i), 'n'));
            ends.push_back(lane.bytes());
        }
    }
    auto const whole = *read_file(folder / "whole" / Segment::file_name(1));
    ASSERT_EQ(whole.size(), ends.back());
    for (std::size_t cut = 0; cut <= whole.size(); ++cut) {
        auto const torn = folder / "torn";
        fs::remove_all(torn);
        fs::create_directories(torn);
        std::ofstream(torn / Segment::file_name(1)) << whole.substr(0, cut);
        auto const survivors = static_cast<int>(std::ranges::upper_bound(ends, cut) - ends.begin()) - 1;
        Lane lane(torn, 1 << 20);
        ASSERT_EQ(lane.waiting(), survivors) << "cut at " << cut;
        lane.append("after", "");
        auto const events = drain(lane);
        ASSERT_EQ(events.size(), static_cast<std::size_t>(survivors) + 1) << "cut at " << cut;
        for (int i = 0; i < survivors; ++i) ASSERT_EQ(events[static_cast<std::size_t>(i)], numbered(i));
        ASSERT_EQ(events.back(), "after");
    }
}

TEST_F(SpoolTest, a_flipped_bit_anywhere_is_never_taken_for_an_event)
{
    {
        Lane lane(folder / "whole", 1 << 20);
        for (int i = 0; i < 4; ++i) lane.append(numbered(i), "n");
    }
    auto const whole = *read_file(folder / "whole" / Segment::file_name(1));
    for (std::size_t at = 0; at < whole.size(); ++at) {
        auto const broken = folder / "broken";
        fs::remove_all(broken);
        fs::create_directories(broken);
        auto bytes = whole;
        bytes[at] = static_cast<char>(bytes[at] ^ 0x10);
        std::ofstream(broken / Segment::file_name(1)) << bytes;
        Lane lane(broken, 1 << 20);
        int i = 0;
        for (auto const& event : drain(lane)) ASSERT_EQ(event, numbered(i++)) << "flipped at " << at;
        ASSERT_LT(i, 4);
    }
}

TEST_F(SpoolTest, zeros_behind_the_last_event_are_not_events)
{
    Lane(folder, 1 << 20).append("one");
    std::ofstream(folder / Segment::file_name(1), std::ios::app) << std::string(4096, '\0');
    Lane lane(folder, 1 << 20);
    EXPECT_EQ(lane.damaged_bytes(), 4096U);
    EXPECT_EQ(drain(lane), std::vector<std::string>{"one"});
}

TEST_F(SpoolTest, a_batch_under_way_stays_the_same_whatever_is_added_and_however_often_it_is_asked_for)
{
    {
        Lane lane(folder, 64);
        for (int i = 0; i < 5; ++i) lane.append(numbered(i));
        auto const batch = lane.take({3, 1 << 20});
        EXPECT_EQ(batch->first, 1);
        EXPECT_EQ(batch->last, 3);
    }
    Lane lane(folder, 64);
    lane.append(numbered(5));
    auto const again = lane.take({100, 1 << 20});
    ASSERT_EQ(again->last, 3);
    EXPECT_EQ(again->events, (std::vector{numbered(0), numbered(1), numbered(2)}));
    lane.acknowledge(3);
    EXPECT_EQ(lane.take({100, 1 << 20})->first, 4);
}

TEST_F(SpoolTest, a_batch_never_exceeds_its_limits_but_holds_at_least_one_event)
{
    Lane lane(folder, 1 << 20);
    for (int i = 0; i < 4; ++i) lane.append(std::string(100, 'x'));
    EXPECT_EQ(lane.take({10, 50})->events.size(), 1U);
    lane.acknowledge(1);
    EXPECT_EQ(lane.take({10, 250})->events.size(), 2U);
}

TEST_F(SpoolTest, a_refused_batch_can_be_narrowed_and_the_rest_follows)
{
    Lane lane(folder, 1 << 20);
    for (int i = 0; i < 4; ++i) lane.append(numbered(i));
    lane.take({10, 1 << 20});
    lane.narrow(2);
    EXPECT_EQ(lane.take({10, 1 << 20})->events, (std::vector{numbered(0), numbered(1)}));
    lane.acknowledge(2);
    EXPECT_EQ(lane.take({10, 1 << 20})->events, (std::vector{numbered(2), numbered(3)}));
}

TEST_F(SpoolTest, numbers_are_not_given_twice_even_when_the_files_were_lost)
{
    {
        Lane lane(folder, 1 << 20);
        for (int i = 0; i < 5; ++i) lane.append(numbered(i));
        lane.take({3, 1 << 20});
    }
    fs::remove(folder / Segment::file_name(1));
    Lane lane(folder, 1 << 20);
    EXPECT_EQ(lane.append("new"), 4);
}

TEST_F(SpoolTest, a_lost_position_sends_everything_on_disk_again)
{
    {
        Lane lane(folder, 1 << 20);
        lane.append("a");
        lane.append("b");
        lane.take({1, 1});
        lane.acknowledge(1);
    }
    std::ofstream(folder / "position") << "{\"ackno";
    Lane lane(folder, 1 << 20);
    EXPECT_EQ(drain(lane), (std::vector<std::string>{"a", "b"}));
}

TEST_F(SpoolTest, when_full_the_oldest_telemetry_goes_first_then_logs_and_alerts_never)
{
    SpoolSettings settings;
    settings.edge_spool_max_bytes = 64 * 1024;
    std::string const event(200, 'e');
    std::int64_t kept_alerts = 0;
    {
        Spool spool(folder, settings);
        for (int i = 0; i < 50; ++i) spool.append(LaneName::logs, event);
        for (int i = 0; i < 1000; ++i) spool.append(LaneName::telemetry, numbered(i) + event);
        EXPECT_LE(spool.bytes(), 64U * 1024);
        EXPECT_EQ(spool.lane(LaneName::logs).dropped(), 0);
        auto const& telemetry = spool.lane(LaneName::telemetry);
        EXPECT_EQ(telemetry.dropped() + telemetry.waiting(), 1000);
        EXPECT_GT(telemetry.waiting(), 100);
        for (int i = 0; i < 200; ++i) spool.append(LaneName::alerts, event), ++kept_alerts;
        EXPECT_EQ(spool.lane(LaneName::logs).dropped(), 0);
        for (int i = 0; i < 400; ++i) spool.append(LaneName::alerts, event), ++kept_alerts;
        EXPECT_EQ(spool.lane(LaneName::telemetry).waiting(), 0);
        EXPECT_EQ(spool.lane(LaneName::logs).waiting(), 0);
        EXPECT_EQ(spool.append(LaneName::telemetry, event), 0);
        EXPECT_EQ(spool.dropped(), 1051);
    }
    Spool spool(folder, settings);
    EXPECT_EQ(spool.dropped(), 1051) << "the count survives a restart";
    EXPECT_EQ(drain(spool.lane(LaneName::alerts)).size(), static_cast<std::size_t>(kept_alerts));
    EXPECT_GT(spool.append(LaneName::telemetry, event), 1000);
}

TEST_F(SpoolTest, when_full_the_inventory_goes_after_telemetry_and_before_logs)
{
    SpoolSettings settings;
    settings.edge_spool_max_bytes = 64 * 1024;
    std::string const event(200, 'e');
    Spool spool(folder, settings);
    for (auto const name : {LaneName::logs, LaneName::inventory, LaneName::telemetry}) {
        for (int i = 0; i < 50; ++i) spool.append(name, event);
    }
    auto const fill = [&](LaneName until) {
        while (spool.lane(until).dropped() == 0) spool.append(LaneName::alerts, event);
    };
    fill(LaneName::telemetry);
    EXPECT_EQ(spool.lane(LaneName::inventory).dropped(), 0);
    fill(LaneName::inventory);
    EXPECT_EQ(spool.lane(LaneName::telemetry).waiting(), 0);
    EXPECT_EQ(spool.lane(LaneName::logs).dropped(), 0);
    fill(LaneName::logs);
    EXPECT_EQ(spool.lane(LaneName::inventory).waiting(), 0);
    EXPECT_EQ(spool.dropped(), 50 + spool.lane(LaneName::logs).dropped()) << "an inventory is not lost: it is told again";
}

TEST_F(SpoolTest, what_is_being_sent_is_not_dropped)
{
    SpoolSettings settings;
    settings.edge_spool_max_bytes = 64 * 1024;
    Spool spool(folder, settings);
    auto& telemetry = spool.lane(LaneName::telemetry);
    for (int i = 0; i < 50; ++i) spool.append(LaneName::telemetry, numbered(i));
    auto const before = telemetry.take({50, 1 << 20});
    for (int i = 0; i < 1000; ++i) spool.append(LaneName::telemetry, std::string(200, 'e'));
    ASSERT_GT(spool.dropped(), 0);
    auto const after = telemetry.take({50, 1 << 20});
    EXPECT_EQ(after->events, before->events);
    EXPECT_EQ(spool.idempotency_key(LaneName::telemetry, *after), spool.idempotency_key(LaneName::telemetry, *before));
}

TEST_F(SpoolTest, idempotency_keys_differ_between_batches_lanes_and_spools)
{
    Spool one(folder / "one", {});
    Spool two(folder / "two", {});
    Batch const batch{1, 5, {}, {}};
    auto const key = one.idempotency_key(LaneName::logs, batch);
    EXPECT_EQ(Spool(folder / "one", {}).idempotency_key(LaneName::logs, batch), key);
    EXPECT_NE(one.idempotency_key(LaneName::telemetry, batch), key);
    EXPECT_NE(one.idempotency_key(LaneName::logs, Batch{1, 6, {}, {}}), key);
    EXPECT_NE(two.idempotency_key(LaneName::logs, batch), key);
}

TEST_F(SpoolTest, the_quarantine_is_bounded_and_keeps_the_newest)
{
    SpoolSettings settings;
    settings.edge_quarantine_max_bytes = 1000;
    Spool spool(folder, settings);
    for (int i = 0; i < 100; ++i) spool.quarantine(numbered(i), "bad \"time\"");
    auto const text = *read_file(folder / "quarantine.ndjson");
    EXPECT_LE(text.size(), 1000U);
    EXPECT_NE(text.find("\"event\":99"), std::string::npos);
    EXPECT_TRUE(text.starts_with("{\"at\":"));
}

TEST_F(SpoolTest, replay_gives_notes_after_a_number)
{
    Lane lane(folder, 64);
    for (int i = 1; i <= 6; ++i) lane.append(numbered(i), "note " + std::to_string(i));
    std::vector<std::string> notes;
    lane.replay(4, [&](Record const& record) { notes.push_back(record.note); });
    EXPECT_EQ(notes, (std::vector<std::string>{"note 5", "note 6"}));
}

// A child appends, sends and acknowledges as fast as it can and is killed at a random moment, again and again. It tells what was stored and
// what was acknowledged through files of its own; nothing of the former may be missing, nothing of the latter may come again.
TEST_F(SpoolTest, kill_minus_nine_loses_nothing_that_append_returned_for)
{
    std::mt19937 random(7);
    auto const spool_folder = folder / "lane";
    auto const stored = folder / "stored";
    auto const sent = folder / "sent";
    for (int round = 0; round < 25; ++round) {
        auto const child = ::fork();
        if (child == 0) {
            Lane lane(spool_folder, 512);
            auto const stored_log = open_file(stored, O_WRONLY | O_CREAT | O_APPEND);
            auto const sent_log = open_file(sent, O_WRONLY | O_CREAT | O_APPEND);
            while (true) {
                for (int i = 0; i < 5; ++i) {
                    auto const number = lane.append("event " + std::to_string(lane.last() + 1));
                    write_all(stored_log, std::to_string(number) + "\n", stored);
                }
                if (auto const batch = lane.take({4, 1 << 20})) {
                    write_all(sent_log, std::to_string(batch->first) + " " + std::to_string(batch->last) + "\n", sent);
                    lane.acknowledge(batch->last);
                }
            }
        }
        ::usleep(std::uniform_int_distribution<useconds_t>(3000, 40000)(random));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
    }
    Lane lane(spool_folder, 512);
    std::int64_t expected = 1;
    std::ifstream in(sent);
    for (std::int64_t first = 0, last = 0, before_first = 0; in >> first >> last; before_first = first) {
        if (first == before_first) EXPECT_EQ(last + 1, expected) << "a batch sent again is the same batch";
        else EXPECT_EQ(first, expected) << "no event is skipped or in two batches";
        expected = last + 1;
    }
    std::int64_t last_stored = 0;
    std::ifstream all(stored);
    for (std::int64_t number = 0; all >> number;) last_stored = number;
    EXPECT_GT(last_stored, 100);
    EXPECT_GE(lane.last(), last_stored);
    for (auto const& event : drain(lane)) {
        auto const number = std::stoll(event.substr(6));
        if (number < expected) continue;  // the batch whose acknowledgement was cut short
        EXPECT_EQ(number, expected++);
    }
    EXPECT_EQ(expected, lane.last() + 1);
}

TEST(event, text_from_outside_becomes_valid_and_bounded)
{
    EXPECT_EQ(clean_text("zażółć\tgęślą\n", 100), "zażółć\tgęślą\n");
    EXPECT_EQ(clean_text(std::string("a\0b\x1b[31m\x7f", 9), 100), "a b [31m ");
    EXPECT_EQ(clean_text("bad \xff\xc0\xaf \xed\xa0\x80 \xf5\x80\x80\x80 \xe2\x82", 100).find('\xff'), std::string::npos);
    EXPECT_EQ(clean_text("ąąąą", 5), "ąą…");
    std::mt19937 random(3);
    for (int i = 0; i < 2000; ++i) {
        std::string noise(40, '\0');
        for (auto& c : noise) c = static_cast<char>(random());
        ASSERT_NE(utf8_length(clean_text(noise, 60)), std::string::npos);
    }
}

}  // namespace
}  // namespace mz::edge
