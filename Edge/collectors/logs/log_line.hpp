#pragma once
#include "core/clock.hpp"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mz::edge {

struct LogSettings {
    std::int64_t edge_log_lines_per_second = 100;  // more than that waits in the journal or the file
    std::size_t edge_log_max_line_bytes = 8192;
    std::int64_t edge_log_gather_milliseconds = 1000;  // lines are stored together, at most so long after they came
    std::int64_t edge_log_probe_seconds = 300;         // between two looks for a source where there is none
    std::string edge_log_syslog_path = "/var/log/syslog";
    std::int64_t edge_log_syslog_seconds = 2;  // between two looks at it
    std::string edge_log_journalctl = "journalctl";
};
BOOST_DESCRIBE_STRUCT(LogSettings, (),
                      (edge_log_lines_per_second, edge_log_max_line_bytes, edge_log_gather_milliseconds, edge_log_probe_seconds,
                       edge_log_syslog_path, edge_log_syslog_seconds, edge_log_journalctl))

BOOST_DEFINE_ENUM_CLASS(LogSource, unknown, journal, syslog, none)

// Where reading goes on after a restart.
struct LogPosition {
    LogSource source = LogSource::unknown;
    std::string cursor;       // of the journal
    std::int64_t inode = 0;   // of the syslog file
    std::int64_t offset = 0;  // in it
};
BOOST_DESCRIBE_STRUCT(LogPosition, (), (source, cursor, inode, offset))

struct LogLine {
    Timestamp at;
    std::string message;
    std::string unit;             // empty where nobody said
    std::optional<int> priority;  // of syslog: 0 emergency .. 7 debug
    LogPosition next;             // where to go on after this line
};

// A log event's data: {"source","message"} and, where known, "unit" and "priority".
std::string log_data(LogSource source, LogLine const& line);

// One line of `journalctl -o json`; nothing where it is none, or where it is this agent's own.
std::optional<LogLine> parse_journal(std::string_view text, std::size_t max_bytes);

// One line of /var/log/syslog with either kind of time stamp; `now` stands in where there is none and tells the year.
LogLine parse_syslog(std::string_view text, Timestamp now, std::size_t max_bytes);

}  // namespace mz::edge
