#include "collectors/security/file_watcher.hpp"

#include "collectors/security/files.hpp"
#include "core/log.hpp"
#include "spool/file.hpp"

#include <boost/asio/buffer.hpp>

#include <sys/inotify.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <string_view>

namespace mz::edge {
namespace {

constexpr std::uint32_t interesting = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB | IN_ONLYDIR;

}  // namespace

FileWatcher::FileWatcher(asio::io_context& io, std::vector<std::string> roots) : roots_(std::move(roots)), events_(io)
{
    auto const handle = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (handle < 0) throw_errno("cannot watch", "files");
    events_.assign(handle);
}

void FileWatcher::watch(std::vector<std::string> const& folders)
{
    for (auto const& folder : folders) watch_folder(folder);
    for (auto const& root : roots_) {
        // The nearest folder that exists is where the next one on the way would appear.
        auto folder = std::filesystem::path(root).parent_path();
        std::error_code error;
        while (folder.has_relative_path() && !std::filesystem::is_directory(folder, error)) folder = folder.parent_path();
        watch_folder(folder.string());
    }
}

void FileWatcher::watch_folder(std::string const& folder)
{
    auto const number = ::inotify_add_watch(events_.native_handle(), folder.c_str(), interesting);
    if (number >= 0) {
        folders_[number] = folder;
    } else if (errno == ENOSPC && !warned_) {
        warned_ = true;
        log::warn("the kernel's limit of inotify watches is reached: some changes are noticed late", {{"folder", folder}});
    }
}

bool FileWatcher::concerns_us(std::string const& path) const
{
    return std::ranges::any_of(roots_, [&](auto const& root) { return is_within(path, root) || is_within(root, path); });
}

Task<void> FileWatcher::run(std::function<void()> on_change)
{
    alignas(inotify_event) std::array<char, 16 * 1024> buffer;
    while (true) {
        auto const size = co_await events_.async_read_some(asio::buffer(buffer), use_task);
        bool changed = false;
        for (std::size_t at = 0; at + sizeof(inotify_event) <= size;) {
            inotify_event event;
            std::memcpy(&event, buffer.data() + at, sizeof event);
            std::string const name = event.len > 0 ? buffer.data() + at + sizeof event : "";
            at += sizeof event + event.len;
            auto const folder = folders_.find(event.wd);
            // After an overflow anything may have changed.
            if (folder == folders_.end()) changed = true;
            else if ((event.mask & IN_IGNORED) != 0) folders_.erase(folder);
            else changed |= concerns_us(name.empty() ? folder->second : (std::filesystem::path(folder->second) / name).string());
        }
        if (changed) on_change();
    }
}

}  // namespace mz::edge
