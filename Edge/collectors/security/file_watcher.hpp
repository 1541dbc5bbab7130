#pragma once
#include "core/task.hpp"

#include <boost/asio/posix/basic_stream_descriptor.hpp>

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace mz::edge {

// Tells when something may have changed at or below the given paths, by inotify. Folders are watched rather than files, because most
// programs replace a file instead of writing into it.
class FileWatcher {
public:
    FileWatcher(asio::io_context& io, std::vector<std::string> roots);

    // Watches these folders and what leads to the roots, also where a root does not exist yet. Call again when folders come and go.
    void watch(std::vector<std::string> const& folders);
    // Calls `on_change` for each burst of changes, for ever.
    Task<void> run(std::function<void()> on_change);

private:
    void watch_folder(std::string const& folder);
    bool concerns_us(std::string const& path) const;

    std::vector<std::string> roots_;
    asio::posix::basic_stream_descriptor<Executor> events_;
    std::map<int, std::string> folders_;
    bool warned_ = false;
};

}  // namespace mz::edge
