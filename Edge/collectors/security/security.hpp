#pragma once
#include "agent/wakeup.hpp"
#include "collectors/security/file_watcher.hpp"
#include "collectors/security/files.hpp"
#include "collectors/security/ports.hpp"
#include "spool/spool.hpp"

#include <cstddef>
#include <deque>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>

namespace mz::edge {

// Watches files and ports and puts what is new into the spool as security_alert events. What is known is kept in `state`; an alert carries
// what it changes there, so a crash between the two neither loses nor repeats one.
class SecurityCollector {
public:
    SecurityCollector(asio::io_context& io, Spool& spool, std::filesystem::path state, WatchSettings watch, PortSettings ports);

    Task<void> run_files();
    Task<void> run_watcher();
    Task<void> run_ports();
    // Looks at everything now; the number of alerts that came of it.
    std::size_t look();

private:
    std::size_t look_at_files();
    std::size_t look_at_ports();
    void load();
    void raise(Alert alert, std::string note);
    bool store_pending();

    asio::io_context& io_;
    Spool& spool_;
    std::filesystem::path state_;
    WatchSettings watch_settings_;
    PortSettings port_settings_;
    Wakeup files_changed_;
    FileWatcher watcher_;
    std::optional<FileMonitor> files_;
    std::optional<PortMonitor> ports_;
    std::deque<std::pair<std::string, std::string>> pending_;  // alerts and notes that the disk refused so far
};

}  // namespace mz::edge
