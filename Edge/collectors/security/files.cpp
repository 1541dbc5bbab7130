#include "collectors/security/files.hpp"

#include "core/crypto.hpp"
#include "core/log.hpp"
#include "json/write.hpp"
#include "spool/event.hpp"
#include "spool/file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sodium.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>

namespace mz::edge {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t max_path_bytes = 1024;
constexpr std::size_t max_listed_changes = 50;

struct ChangeDetail {
    std::string path;
    std::optional<FileState> before;
    std::optional<FileState> after;
    bool while_agent_was_stopped = false;
};
BOOST_DESCRIBE_STRUCT(ChangeDetail, (), (path, before, after, while_agent_was_stopped))

struct ManyChanges {
    std::vector<std::string> paths;  // the first of them
    bool while_agent_was_stopped = false;
};
BOOST_DESCRIBE_STRUCT(ManyChanges, (), (paths, while_agent_was_stopped))

FileType type_of(mode_t mode)
{
    if (S_ISREG(mode)) return FileType::file;
    if (S_ISDIR(mode)) return FileType::folder;
    return S_ISLNK(mode) ? FileType::link : FileType::other;
}

// Read piece by piece: a large file must not make the agent large.
std::string hash_of_file(std::string const& path, std::size_t max_bytes)
{
    // A pipe put in a file's place must not hold the agent up.
    Fd const file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    if (!file) return {};
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    std::array<char, 32 * 1024> part;
    for (std::size_t left = max_bytes; left > 0;) {
        auto const got = ::read(file.get(), part.data(), std::min(part.size(), left));
        if (got < 0) return {};
        if (got == 0) break;
        crypto_hash_sha256_update(&state, reinterpret_cast<unsigned char const*>(part.data()), static_cast<unsigned long long>(got));
        left -= static_cast<std::size_t>(got);
    }
    std::string digest(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256_final(&state, reinterpret_cast<unsigned char*>(digest.data()));
    return hex(digest);
}

bool same_file(struct stat const& a, struct stat const& b)
{
    auto const same_time = [](timespec const& x, timespec const& y) { return x.tv_sec == y.tv_sec && x.tv_nsec == y.tv_nsec; };
    return a.st_ino == b.st_ino && a.st_dev == b.st_dev && a.st_size == b.st_size && a.st_mode == b.st_mode &&
           same_time(a.st_mtim, b.st_mtim) && same_time(a.st_ctim, b.st_ctim);
}

bool everyone_writes(FileState const& state)
{
    return state.type != FileType::link && !state.mode.empty() && ((state.mode.back() - '0') & S_IWOTH) != 0;
}

// Files that decide who may log in and as whom.
bool decides_access(std::string const& path)
{
    constexpr std::string_view names[] = {"shadow", "sudoers", "sshd_config", "authorized_keys", "ld.so.preload", "pam.d"};
    return std::ranges::any_of(names, [&](auto name) { return path.find(name) != std::string::npos; });
}

Alert describe(std::string const& path, std::optional<FileState> before, std::optional<FileState> after, bool stopped)
{
    auto const shown = clean_text(path, max_path_bytes);
    auto severity = decides_access(path) ? Severity::high : Severity::medium;
    std::string rule = "watched-file-changed";
    std::string title;
    if (!before) {
        rule = "watched-file-created";
        title = shown + " was created";
    } else if (!after) {
        rule = "watched-file-removed";
        title = shown + " was removed";
    } else if (before->sha256 != after->sha256 || before->type != after->type || before->size_bytes != after->size_bytes) {
        title = shown + " was changed";
    } else {
        rule = "watched-file-permissions-changed";
        title = before->mode != after->mode ? fmt::format("The mode of {} was changed from {} to {}", shown, before->mode, after->mode)
                                            : fmt::format("The owner of {} was changed", shown);
    }
    if (after && everyone_writes(*after) && !(before && everyone_writes(*before))) severity = Severity::critical;
    return {severity, title, rule, {json::write(ChangeDetail{shown, std::move(before), std::move(after), stopped})}};
}

std::optional<FileState> find(std::map<std::string, FileState> const& files, std::string const& path)
{
    auto const found = files.find(path);
    return found == files.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

bool is_within(std::string const& path, std::string const& root)
{
    return path.starts_with(root) && (path.size() == root.size() || root.ends_with('/') || path[root.size()] == '/');
}

FileMonitor::FileMonitor(WatchSettings settings, std::optional<FileBaseline> baseline)
    : settings_(std::move(settings)), baseline_(std::move(baseline).value_or(FileBaseline{}))
{
    for (auto& root : settings_.edge_watch_paths) {
        while (root.size() > 1 && root.ends_with('/')) root.pop_back();
    }
}

std::vector<FileAlert> FileMonitor::scan()
{
    seen_ = look();
    auto const watched_before = [&](std::string const& path) {
        return std::ranges::any_of(baseline_.roots, [&](auto const& root) { return is_within(path, root); });
    };
    auto const watched_now = [&](std::string const& path) {
        return std::ranges::any_of(settings_.edge_watch_paths, [&](auto const& root) { return is_within(path, root); });
    };
    std::vector<FileChange> changes;
    for (auto const& [path, seen] : seen_) {
        if (find(baseline_.files, path) == seen.state) continue;
        if (watched_before(path)) changes.push_back({path, seen.state});
        else baseline_.files[path] = seen.state, changed_ = true;
    }
    for (auto const& [path, state] : baseline_.files) {
        if (!seen_.contains(path) && watched_now(path)) changes.push_back({path, std::nullopt});
    }
    changed_ |= std::erase_if(baseline_.files, [&](auto const& entry) { return !watched_now(entry.first); }) > 0;
    changed_ |= baseline_.roots != settings_.edge_watch_paths;
    baseline_.roots = settings_.edge_watch_paths;

    std::vector<FileAlert> out;
    ManyChanges many{{}, first_scan_};
    auto severity = Severity::medium;
    for (auto const& change : changes) {
        out.push_back({describe(change.path, find(baseline_.files, change.path), change.state, first_scan_), {change}});
        severity = std::max(severity, out.back().alert.severity);
        if (many.paths.size() < max_listed_changes) many.paths.push_back(clean_text(change.path, max_path_bytes));
    }
    for (auto const& change : changes) {
        changed_ = true;
        if (change.state) baseline_.files[change.path] = *change.state;
        else baseline_.files.erase(change.path);
    }
    first_scan_ = false;
    if (out.size() <= settings_.edge_watch_max_alerts) return out;
    auto const title = fmt::format("{} watched files were changed at once", out.size());
    return {{{severity, title, "watched-file-changed", {json::write(many)}}, std::move(changes)}};
}

FileMonitor::Files FileMonitor::look()
{
    Files out;
    folders_.clear();
    for (auto const& root : settings_.edge_watch_paths) {
        look_at(root, out);
        std::error_code error;
        if (!fs::is_directory(fs::symlink_status(root, error))) continue;
        fs::recursive_directory_iterator entry(root, fs::directory_options::skip_permission_denied, error);
        for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
            if (out.size() >= static_cast<std::size_t>(settings_.edge_watch_max_files)) {
                if (first_scan_) log::warn("too many watched files: the rest is not watched", {{"limit", settings_.edge_watch_max_files}});
                return out;
            }
            look_at(entry->path().string(), out);
        }
    }
    return out;
}

void FileMonitor::look_at(std::string const& path, Files& out)
{
    if (ignored(path)) return;
    Seen now;
    if (::lstat(path.c_str(), &now.status) != 0) return;
    now.state.type = type_of(now.status.st_mode);
    if (now.state.type == FileType::folder) folders_.push_back(path);
    auto const before = seen_.find(path);
    if (before != seen_.end() && same_file(before->second.status, now.status)) {
        out[path] = before->second;
        return;
    }
    now.state.mode = fmt::format("{:04o}", now.status.st_mode & 07777);
    now.state.uid = now.status.st_uid;
    now.state.gid = now.status.st_gid;
    if (now.state.type == FileType::file) {
        now.state.size_bytes = now.status.st_size;
        now.state.sha256 = hash_of_file(path, static_cast<std::size_t>(settings_.edge_watch_max_file_bytes));
    } else if (now.state.type == FileType::link) {
        std::error_code error;
        now.state.sha256 = hex(sha256(fs::read_symlink(path, error).string()));
    }
    out[path] = std::move(now);
}

bool FileMonitor::ignored(std::string const& path) const
{
    return std::ranges::any_of(settings_.edge_watch_ignore_suffixes, [&](auto const& suffix) { return path.ends_with(suffix); });
}

}  // namespace mz::edge
