#include "collectors/logs/syslog_tail.hpp"

#include "spool/file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <string_view>

namespace mz::edge {
namespace {

constexpr std::size_t chunk_bytes = 64 * 1024;

std::optional<struct stat> status_of(std::filesystem::path const& path)
{
    struct stat status{};
    if (::stat(path.c_str(), &status) != 0) return std::nullopt;
    return status;
}

void read_lines(std::filesystem::path const& path, std::int64_t inode, std::int64_t offset, std::size_t max_lines,
                std::size_t max_line_bytes, std::vector<TailLine>& out)
{
    Fd const file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file) return;
    std::string chunk(chunk_bytes, '\0');
    while (out.size() < max_lines) {
        auto const got = ::pread(file.get(), chunk.data(), chunk.size(), offset);
        if (got <= 0) return;
        std::string_view rest(chunk.data(), static_cast<std::size_t>(got));
        auto const before = offset;
        while (out.size() < max_lines && !rest.empty()) {
            auto const end = rest.find('\n');
            auto const length = std::min({end, rest.size(), max_line_bytes});
            // The end of a line may still be on its way, unless there is more of it than anyone wants.
            if (end == std::string_view::npos && length < max_line_bytes) break;
            auto const step = length == end ? length + 1 : length;
            offset += static_cast<std::int64_t>(step);
            out.push_back({std::string(rest.substr(0, length)), inode, offset});
            rest.remove_prefix(step);
        }
        if (offset == before) return;
    }
}

}  // namespace

bool SyslogTail::exists() const { return ::access(path_.c_str(), R_OK) == 0; }

LogPosition SyslogTail::end() const
{
    auto const status = status_of(path_);
    if (!status) return {LogSource::syslog, {}, 0, 0};
    return {LogSource::syslog, {}, static_cast<std::int64_t>(status->st_ino), status->st_size};
}

std::vector<TailLine> SyslogTail::read(LogPosition from, std::size_t max_lines, std::size_t max_line_bytes) const
{
    std::vector<TailLine> out;
    auto const now = status_of(path_);
    auto const inode = now ? static_cast<std::int64_t>(now->st_ino) : 0;
    if (inode != from.inode) {
        // Rotated: first what was written to the old file after our last look.
        auto rotated = path_;
        rotated += ".1";
        if (auto const old = status_of(rotated); old && static_cast<std::int64_t>(old->st_ino) == from.inode) {
            read_lines(rotated, from.inode, from.offset, max_lines, max_line_bytes, out);
        }
        from = {LogSource::syslog, {}, inode, 0};
    } else if (now && now->st_size < from.offset) {
        from.offset = 0;
    }
    if (inode != 0) read_lines(path_, inode, from.offset, max_lines, max_line_bytes, out);
    return out;
}

}  // namespace mz::edge
