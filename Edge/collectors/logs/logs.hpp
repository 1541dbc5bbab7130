#pragma once
#include "agent/process.hpp"
#include "agent/wakeup.hpp"
#include "collectors/logs/log_line.hpp"
#include "collectors/logs/syslog_tail.hpp"
#include "core/task.hpp"
#include "spool/spool.hpp"

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace mz::edge {

// Puts the machine's log into the spool: the journal where there is one with entries, else syslog, else one event that says there is
// neither. Each line is stored once, also when the agent is killed: where to go on is part of the stored event.
class LogCollector {
public:
    LogCollector(asio::io_context& io, Spool& spool, std::filesystem::path state_file, LogSettings settings);

    Task<void> run();
    LogSource source() const { return position_.source; }

private:
    // Empty where there is no journal or nothing in it.
    Task<std::string> newest_cursor();
    Task<void> follow_journal();
    Task<void> follow_syslog();
    void say_there_is_none();
    // Stores the lines and, once they are, the position.
    void store(std::vector<LogLine> const& lines);
    void save();

    asio::io_context& io_;
    Spool& spool_;
    std::filesystem::path state_file_;
    LogSettings settings_;
    LogPosition position_;
};

}  // namespace mz::edge
