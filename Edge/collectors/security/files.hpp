#pragma once
#include "collectors/security/alert.hpp"

#include <boost/describe.hpp>

#include <sys/stat.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace mz::edge {

struct WatchSettings {
    // Files, and folders with all that is in them. What does not exist yet is waited for.
    std::vector<std::string> edge_watch_paths{
        "/etc/passwd",  "/etc/group",  "/etc/shadow", "/etc/gshadow",       "/etc/sudoers",        "/etc/sudoers.d", "/etc/ssh",
        "/etc/crontab", "/etc/cron.d", "/etc/pam.d",  "/etc/ld.so.preload", "/etc/systemd/system", "/root/.ssh"};
    // What editors and dpkg leave for a moment. None of these names is read by the programs whose files are watched.
    std::vector<std::string> edge_watch_ignore_suffixes{".swp", ".swx", "~", ".dpkg-new", ".dpkg-tmp"};
    std::int64_t edge_watch_max_files = 2000;
    std::int64_t edge_watch_max_file_bytes = 64 * 1024 * 1024;  // of a larger file only so much is hashed
    std::int64_t edge_watch_settle_milliseconds = 300;          // from the last change to the look
    std::int64_t edge_watch_rescan_seconds = 300;               // in case a change was not announced
    std::size_t edge_watch_max_alerts = 20;                     // more changes than this at once become one alert
};
BOOST_DESCRIBE_STRUCT(WatchSettings, (),
                      (edge_watch_paths, edge_watch_ignore_suffixes, edge_watch_max_files, edge_watch_max_file_bytes,
                       edge_watch_settle_milliseconds, edge_watch_rescan_seconds, edge_watch_max_alerts))

BOOST_DEFINE_ENUM_CLASS(FileType, file, folder, link, other)

// What is known of a file.
struct FileState {
    FileType type = FileType::file;
    std::string mode;  // octal, such as 0640
    std::int64_t uid = 0;
    std::int64_t gid = 0;
    std::int64_t size_bytes = 0;  // 0 for folders
    std::string sha256;           // of the contents or of a link's target; empty where it may not be read

    friend bool operator==(FileState const&, FileState const&) = default;
};
BOOST_DESCRIBE_STRUCT(FileState, (), (type, mode, uid, gid, size_bytes, sha256))

struct FileBaseline {
    std::vector<std::string> roots;  // what was watched when it was taken
    std::map<std::string, FileState> files;
};
BOOST_DESCRIBE_STRUCT(FileBaseline, (), (roots, files))

// An alert and what it makes of the baseline; no state for a file that is gone.
struct FileChange {
    std::string path;
    std::optional<FileState> state;
};
BOOST_DESCRIBE_STRUCT(FileChange, (), (path, state))
struct FileAlert {
    Alert alert;
    std::vector<FileChange> changes;
};

// Compares the watched files with what they were. Without a baseline, and for paths that are newly watched, the first scan only takes note.
class FileMonitor {
public:
    FileMonitor(WatchSettings settings, std::optional<FileBaseline> baseline);

    // Contents are read where size, time or inode changed since the last scan; always in the first one.
    std::vector<FileAlert> scan();
    FileBaseline const& baseline() const { return baseline_; }
    // Whether the baseline is another since the last call of this function.
    bool changed() { return std::exchange(changed_, false); }
    // Folders among the watched paths, for whoever waits for changes.
    std::vector<std::string> const& folders() const { return folders_; }

private:
    struct Seen {
        struct stat status{};
        FileState state;
    };
    using Files = std::map<std::string, Seen>;

    Files look();
    void look_at(std::string const& path, Files& out);
    bool ignored(std::string const& path) const;

    WatchSettings settings_;
    FileBaseline baseline_;
    Files seen_;
    std::vector<std::string> folders_;
    bool first_scan_ = true;
    bool changed_ = false;
};

// True for `path` itself and for what is in it.
bool is_within(std::string const& path, std::string const& root);

}  // namespace mz::edge
