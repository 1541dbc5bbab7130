#include "collectors/logs/logs.hpp"

#include "json/value.hpp"
#include "testing/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/json/value.hpp>

#include <unistd.h>

#include <ctime>
#include <fstream>

namespace mz::edge {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr std::size_t plenty = 4096;

class Logs : public ::testing::Test {
protected:
    Logs()
    {
        settings.edge_log_journalctl = folder / "journalctl";
        settings.edge_log_syslog_path = folder / "syslog";
        settings.edge_log_gather_milliseconds = 10;
        settings.edge_log_syslog_seconds = 0;
    }

    void add(std::string const& text) { std::ofstream(folder / "syslog", std::ios::app) << text; }

    // A journalctl that has `entries` and honours --after-cursor and --lines=0 as far as the agent needs it.
    void make_journal(int entries)
    {
        std::ofstream(folder / "journalctl")
            << "#!/bin/sh\nfrom=0\nfor a in \"$@\"; do case $a in --after-cursor=c*) from=${a#--after-cursor=c};; --lines=1) from="
            << entries - 1 << ";; esac; done\necho \"$@\" >> " << (folder / "calls").string() << "\ni=$from\nwhile [ $i -lt " << entries
            << " ]; do i=$((i+1)); echo '{\"__CURSOR\":\"c'$i'\",\"__REALTIME_TIMESTAMP\":\"1700000000000000\",\"MESSAGE\":\"line "
               "'$i'\",\"PRIORITY\":\"6\"}'; done\n"
            << "case \"$*\" in *--follow*) exec sleep 60;; esac\n";
        fs::permissions(folder / "journalctl", fs::perms::owner_all);
    }

    // Runs a collector for a while and kills it as a crash would; the messages stored so far.
    std::vector<std::string> collect(std::chrono::milliseconds time)
    {
        asio::io_context io;
        Spool spool(folder / "spool", {});
        LogCollector collector(io, spool, folder / "logs.json", settings);
        asio::co_spawn(io, collector.run(), asio::detached);
        io.run_for(time);
        std::vector<std::string> out;
        auto const message = [&](Record const& record) {
            out.emplace_back(json::parse(record.event).at("data").at("message").as_string());
        };
        spool.lane(LaneName::logs).replay(0, message);
        return out;
    }

    mz::testing::TemporaryFolder const temporary{"edge-logs"};
    fs::path const folder = temporary.path();
    LogSettings settings;
};

TEST_F(Logs, a_journal_entry_is_read_with_numbers_as_strings_and_bytes_as_numbers)
{
    auto const line = parse_journal(
        R"({"__CURSOR":"s=1;i=2","__REALTIME_TIMESTAMP":"1700000000123456","PRIORITY":"3","_SYSTEMD_UNIT":"ssh.service","MESSAGE":[72,105,255]})",
        plenty);
    ASSERT_TRUE(line);
    EXPECT_EQ(line->message, "Hi\xEF\xBF\xBD");
    EXPECT_EQ(line->at.microseconds, 1700000000123456);
    EXPECT_EQ(line->priority, 3);
    EXPECT_EQ(line->next.cursor, "s=1;i=2");
    EXPECT_EQ(log_data(LogSource::journal, *line),
              "{\"source\":\"journal\",\"message\":\"Hi\xEF\xBF\xBD\",\"unit\":\"ssh.service\",\"priority\":3}");
    EXPECT_FALSE(parse_journal("-- No entries --", plenty));
    EXPECT_FALSE(parse_journal(R"({"__CURSOR":"a","SYSLOG_IDENTIFIER":"monozu-edge","MESSAGE":"me"})", plenty))
        << "its own lines are left out";
}

TEST_F(Logs, both_kinds_of_syslog_lines_are_read)
{
    auto const now = *Timestamp::parse("2026-01-02T00:00:00Z");
    auto const modern = parse_syslog("2026-01-01T10:00:00.5+01:00 host sshd[12]: Accepted: key", now, plenty);
    EXPECT_EQ(modern.at.to_string(), "2026-01-01T09:00:00.500000Z");
    EXPECT_EQ(modern.unit, "sshd");
    EXPECT_EQ(modern.message, "Accepted: key");
    ::setenv("TZ", "UTC", 1);
    ::tzset();
    auto const old = parse_syslog("Dec 31 23:59:59 host CRON[1]: (root) CMD (x)", now, plenty);
    EXPECT_EQ(old.at.to_string(), "2025-12-31T23:59:59.000000Z") << "last year's, because this year's is not yet";
    EXPECT_EQ(old.unit, "CRON");
    auto const odd = parse_syslog("what is this", now, plenty);
    EXPECT_EQ(odd.message, "what is this");
    EXPECT_EQ(odd.at, now);
}

TEST_F(Logs, the_tail_follows_rotation_and_truncation_and_waits_for_whole_lines)
{
    SyslogTail const tail(folder / "syslog");
    add("old\n");
    auto position = tail.end();
    add("one\ntwo\nhal");
    auto const texts = [&](std::size_t max = 100) {
        std::string out;
        for (auto const& line : tail.read(position, max, 16)) {
            out += line.text + "|";
            position = {LogSource::syslog, {}, line.inode, line.offset};
        }
        return out;
    };
    EXPECT_EQ(texts(1), "one|");
    EXPECT_EQ(texts(), "two|");
    add("f\nlast before\n");
    fs::rename(folder / "syslog", folder / "syslog.1");
    EXPECT_EQ(texts(1), "half|") << "the new file is not there yet";
    add("first after\n");
    EXPECT_EQ(texts(), "last before|first after|");
    add("123456789012345678\n");
    EXPECT_EQ(texts(), "1234567890123456|78|");
    fs::resize_file(folder / "syslog", 0);
    add("anew\n");
    EXPECT_EQ(texts(), "anew|");
}

TEST_F(Logs, syslog_is_read_once_across_restarts)
{
    add("before the agent came\n");
    EXPECT_TRUE(collect(50ms).empty());
    add("one\ntwo\n");
    EXPECT_EQ(collect(100ms), (std::vector<std::string>{"one", "two"}));
    add("three\n");
    EXPECT_EQ(collect(100ms), (std::vector<std::string>{"one", "two", "three"}));
    fs::remove(folder / "logs.json");
    EXPECT_EQ(collect(100ms).size(), 3U) << "where the state file is behind, the stored events tell";
}

TEST_F(Logs, the_journal_is_preferred_and_resumed_behind_the_last_stored_entry)
{
    add("not this\n");
    make_journal(2);
    EXPECT_TRUE(collect(300ms).empty()) << "what was there before the agent is not sent";
    make_journal(4);
    EXPECT_EQ(collect(300ms), (std::vector<std::string>{"line 3", "line 4"}));
    make_journal(5);
    EXPECT_EQ(collect(300ms), (std::vector<std::string>{"line 3", "line 4", "line 5"}));
}

TEST_F(Logs, no_more_than_the_limit_is_read_in_a_second)
{
    settings.edge_log_lines_per_second = 5;
    std::ofstream(folder / "logs.json") << R"({"sequence":0,"position":{"source":"journal","cursor":"c0","inode":0,"offset":0}})";
    make_journal(100);
    auto const stored = collect(600ms).size();
    EXPECT_GE(stored, 5U);
    EXPECT_LE(stored, 10U);
}

TEST_F(Logs, a_machine_without_logs_says_so_once)
{
    for (int run = 0; run < 2; ++run) {
        auto const messages = collect(100ms);
        ASSERT_EQ(messages.size(), 1U);
        EXPECT_TRUE(messages[0].starts_with("This machine has neither a journal"));
    }
}

}  // namespace
}  // namespace mz::edge
