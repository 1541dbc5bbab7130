#include "collectors/logs/logs.hpp"

#include "core/log.hpp"
#include "core/problem.hpp"
#include "json/read.hpp"
#include "json/write.hpp"
#include "spool/event.hpp"
#include "spool/file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <system_error>
#include <utility>

namespace mz::edge {
namespace {

using Clock = std::chrono::steady_clock;

constexpr auto probe_timeout = std::chrono::seconds(30);
constexpr std::size_t probe_max_bytes = 16 * 1024;

// Where reading stood when the event numbered `sequence` was the last one stored.
struct LogState {
    std::int64_t sequence = 0;
    LogPosition position;
};
BOOST_DESCRIBE_STRUCT(LogState, (), (sequence, position))

LogState load_state(std::filesystem::path const& file)
{
    try {
        if (auto const text = read_file(file)) return json::read_text<LogState>(*text);
    } catch (Problem const& problem) {
        log::warn("cannot read where the logs stood: starting at their end", {{"file", file.string()}, {"reason", problem.what()}});
    }
    return {};
}

// How many lines may still be read in this second.
class Allowance {
public:
    explicit Allowance(std::int64_t per_second) : per_second_(std::max<std::int64_t>(per_second, 1)), left_(per_second_) {}

    std::size_t left()
    {
        if (auto const at = Clock::now(); at >= start_ + std::chrono::seconds(1)) start_ = at, left_ = per_second_;
        return static_cast<std::size_t>(left_);
    }
    void take(std::size_t lines) { left_ -= std::min(left_, static_cast<std::int64_t>(lines)); }
    std::chrono::nanoseconds until_more() const { return std::max(start_ + std::chrono::seconds(1) - Clock::now(), Clock::duration(0)); }

private:
    std::int64_t per_second_;
    std::int64_t left_;
    Clock::time_point start_ = Clock::now();
};

}  // namespace

LogCollector::LogCollector(asio::io_context& io, Spool& spool, std::filesystem::path state_file, LogSettings settings)
    : io_(io), spool_(spool), state_file_(std::move(state_file)), settings_(std::move(settings))
{
    auto const state = load_state(state_file_);
    position_ = state.position;
    auto const go_on = [this](Record const& record) {
        if (!record.note.empty()) position_ = json::read_text<LogPosition>(record.note);
    };
    spool_.lane(LaneName::logs).replay(state.sequence, go_on);
}

Task<void> LogCollector::run()
{
    while (true) {
        try {
            auto const cursor = co_await newest_cursor();
            if (!cursor.empty()) {
                if (position_.source != LogSource::journal) position_ = {LogSource::journal, cursor, 0, 0}, save();
                co_await follow_journal();
            } else if (SyslogTail(settings_.edge_log_syslog_path).exists()) co_await follow_syslog();
            else say_there_is_none();
        } catch (std::exception const& error) {
            log::warn("cannot read the logs", {{"reason", error.what()}});
        }
        co_await sleep_for(io_, std::chrono::seconds(settings_.edge_log_probe_seconds));
    }
}

Task<std::string> LogCollector::newest_cursor()
{
    std::vector<std::string> arguments{settings_.edge_log_journalctl, "--output=json", "--lines=1", "--no-pager", "--quiet"};
    arguments.emplace_back("--output-fields=__CURSOR");
    try {
        auto const outcome = co_await run_process(io_, std::move(arguments), probe_timeout, probe_max_bytes);
        auto const entry = parse_journal(std::string_view(outcome.output).substr(0, outcome.output.find('\n')), 0);
        co_return entry ? entry->next.cursor : std::string();
    } catch (std::system_error const&) {
        co_return std::string();  // there is no such program
    }
}

// journalctl waits for us with its next line while we read no more than our share, so nothing is lost by the limit.
Task<void> LogCollector::follow_journal()
{
    std::vector<std::string> arguments{settings_.edge_log_journalctl, "--output=json", "--follow", "--no-pager", "--quiet"};
    arguments.emplace_back("--output-fields=MESSAGE,PRIORITY,_SYSTEMD_UNIT,SYSLOG_IDENTIFIER");
    arguments.emplace_back("--no-tail");
    arguments.emplace_back("--after-cursor=" + position_.cursor);
    log::info("reading the journal");
    Process journal(io_, arguments, Errors::discard);
    Allowance allowance(settings_.edge_log_lines_per_second);
    std::string unread;
    while (true) {
        auto const part = co_await journal.read();
        if (part.empty()) break;
        unread += part;
        std::vector<LogLine> lines;
        std::size_t start = 0;
        for (auto end = unread.find('\n'); end != std::string::npos; end = unread.find('\n', start)) {
            if (allowance.left() == 0) {
                store(std::exchange(lines, {}));
                auto const pause = allowance.until_more();
                co_await sleep_for(io_, pause);
                continue;
            }
            allowance.take(1);
            auto line = parse_journal(std::string_view(unread).substr(start, end - start), settings_.edge_log_max_line_bytes);
            if (line) lines.push_back(std::move(*line));
            start = end + 1;
        }
        unread.erase(0, start);
        store(lines);
        // Lines come in bursts; a pause lets the next ones gather, here and in the pipe.
        co_await sleep_for(io_, std::chrono::milliseconds(settings_.edge_log_gather_milliseconds));
    }
    log::warn("journalctl ended; it is started again later");
}

Task<void> LogCollector::follow_syslog()
{
    SyslogTail const tail(settings_.edge_log_syslog_path);
    if (position_.source != LogSource::syslog) position_ = tail.end(), save();
    log::info("reading syslog", {{"path", settings_.edge_log_syslog_path}});
    Allowance allowance(settings_.edge_log_lines_per_second);
    while (true) {
        std::vector<LogLine> lines;
        for (auto const& read : tail.read(position_, allowance.left(), settings_.edge_log_max_line_bytes)) {
            auto line = parse_syslog(read.text, now(), settings_.edge_log_max_line_bytes);
            line.next = {LogSource::syslog, {}, read.inode, read.offset};
            lines.push_back(std::move(line));
        }
        allowance.take(lines.size());
        store(lines);
        auto const pause = lines.empty() ? std::chrono::nanoseconds(std::chrono::seconds(settings_.edge_log_syslog_seconds))
                                         : std::max(allowance.until_more(), std::chrono::nanoseconds(0));
        co_await sleep_for(io_, pause);
    }
}

void LogCollector::say_there_is_none()
{
    if (position_.source == LogSource::none) return;
    log::info("this machine has no log to read");
    LogLine line;
    line.at = now();
    line.message = fmt::format("This machine has neither a journal with entries nor {}", settings_.edge_log_syslog_path);
    line.next = {LogSource::none, {}, 0, 0};
    position_.source = LogSource::none;
    store({std::move(line)});
}

void LogCollector::store(std::vector<LogLine> const& lines)
{
    if (lines.empty()) return;
    for (auto const& line : lines) {
        spool_.append(LaneName::logs, event_json(Kind::log, line.at + spool_.clock_correction, log_data(line.next.source, line)),
                      json::write(line.next));
        position_ = line.next;
    }
    save();
}

void LogCollector::save() { write_atomically(state_file_, json::write(LogState{spool_.lane(LaneName::logs).last(), position_})); }

}  // namespace mz::edge
