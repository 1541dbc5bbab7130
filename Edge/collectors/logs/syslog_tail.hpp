#pragma once
#include "collectors/logs/log_line.hpp"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace mz::edge {

// A line of a file and where the next one starts.
struct TailLine {
    std::string text;
    std::int64_t inode = 0;
    std::int64_t offset = 0;
};

// Follows a log file through rotation (`x` becomes `x.1`) and truncation. Only whole lines are read.
class SyslogTail {
public:
    explicit SyslogTail(std::filesystem::path path) : path_(std::move(path)) {}

    bool exists() const;
    // The end of the file as it is now; where reading starts on a machine that was never looked at.
    LogPosition end() const;
    // Up to `max_lines` lines after `from`. A line longer than `max_line_bytes` is read in pieces.
    std::vector<TailLine> read(LogPosition from, std::size_t max_lines, std::size_t max_line_bytes) const;

private:
    std::filesystem::path path_;
};

}  // namespace mz::edge
