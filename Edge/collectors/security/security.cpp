#include "collectors/security/security.hpp"

#include "core/log.hpp"
#include "core/problem.hpp"
#include "json/read.hpp"
#include "json/write.hpp"
#include "spool/event.hpp"
#include "spool/file.hpp"

#include <algorithm>
#include <exception>
#include <optional>
#include <set>
#include <system_error>

namespace mz::edge {
namespace {

// What the Cloud takes for a title.
constexpr std::size_t max_title_bytes = 190;

// `sequence` is the last alert that the state knows of.
struct FilesOnDisk {
    std::int64_t sequence = 0;
    FileBaseline baseline;
};
BOOST_DESCRIBE_STRUCT(FilesOnDisk, (), (sequence, baseline))
struct PortsOnDisk {
    std::int64_t sequence = 0;
    std::vector<Listener> known;
};
BOOST_DESCRIBE_STRUCT(PortsOnDisk, (), (sequence, known))

// Travels with an alert in the spool.
struct AlertNote {
    std::optional<std::vector<Listener>> opened;
    std::optional<std::vector<FileChange>> files;
};
BOOST_DESCRIBE_STRUCT(AlertNote, (), (opened, files))

template <class State>
std::optional<State> load_state(std::filesystem::path const& path)
{
    try {
        if (auto const text = read_file(path)) return json::read_text<State>(*text);
    } catch (Problem const& problem) {
        log::error("cannot read what was known: everything is taken as it is now", {{"file", path.string()}, {"reason", problem.what()}});
    }
    return std::nullopt;
}

}  // namespace

SecurityCollector::SecurityCollector(asio::io_context& io, Spool& spool, std::filesystem::path state, WatchSettings watch,
                                     PortSettings ports)
    : io_(io),
      spool_(spool),
      state_(std::move(state)),
      watch_settings_(std::move(watch)),
      port_settings_(ports),
      files_changed_(io),
      watcher_(io, watch_settings_.edge_watch_paths)
{
    load();
}

void SecurityCollector::load()
{
    auto files = load_state<FilesOnDisk>(state_ / "files.json");
    auto ports = load_state<PortsOnDisk>(state_ / "ports.json");
    std::set<Listener> known;
    if (ports) known.insert(ports->known.begin(), ports->known.end());
    auto const apply = [&](Record const& record) {
        if (record.note.empty()) return;
        auto const note = json::read_text<AlertNote>(record.note);
        if (note.opened && ports && record.sequence > ports->sequence) known.insert(note.opened->begin(), note.opened->end());
        if (!note.files || !files || record.sequence <= files->sequence) return;
        for (auto const& change : *note.files) {
            if (change.state) files->baseline.files[change.path] = *change.state;
            else files->baseline.files.erase(change.path);
        }
    };
    spool_.lane(LaneName::alerts).replay(0, apply);
    files_.emplace(watch_settings_, files ? std::optional(std::move(files->baseline)) : std::nullopt);
    if (ports) ports_.emplace(port_settings_, std::vector(known.begin(), known.end()));
}

Task<void> SecurityCollector::run_files()
{
    while (true) {
        watcher_.watch(files_->folders());
        look_at_files();
        watcher_.watch(files_->folders());
        bool const announced = co_await files_changed_.wait_for(std::chrono::seconds(watch_settings_.edge_watch_rescan_seconds));
        if (!announced) continue;
        // A change is seldom alone: a new file is written beside the old one, renamed, and its mode set.
        co_await sleep_for(io_, std::chrono::milliseconds(watch_settings_.edge_watch_settle_milliseconds));
        files_changed_.clear();
    }
}

Task<void> SecurityCollector::run_watcher()
{
    co_await watcher_.run([this] { files_changed_.notify(); });
}

Task<void> SecurityCollector::run_ports()
{
    while (true) {
        look_at_ports();
        co_await sleep_for(io_, std::chrono::seconds(port_settings_.edge_port_scan_seconds));
    }
}

std::size_t SecurityCollector::look()
{
    auto const files = look_at_files();
    return files + look_at_ports();
}

std::size_t SecurityCollector::look_at_files()
{
    auto alerts = files_->scan();
    for (auto& found : alerts) raise(std::move(found.alert), json::write(AlertNote{{}, std::move(found.changes)}));
    if (!store_pending() || !files_->changed()) return alerts.size();
    write_atomically(state_ / "files.json", json::write(FilesOnDisk{spool_.lane(LaneName::alerts).last(), files_->baseline()}));
    return alerts.size();
}

std::size_t SecurityCollector::look_at_ports()
{
    auto const open = read_listeners();
    std::vector<PortAlert> alerts;
    bool const first_ever = !ports_;
    if (first_ever) {
        std::vector<Listener> known;
        for (auto const& [listener, inode] : open) known.push_back(listener);
        ports_.emplace(port_settings_, std::move(known));
        log::info("took note of the ports that are open", {{"ports", open.size()}});
    } else {
        auto const who = [](std::vector<std::uint64_t> const& inodes) { return find_processes(inodes); };
        alerts = ports_->update(open, PortMonitor::Clock::now(), who);
    }
    for (auto& found : alerts) raise(std::move(found.alert), json::write(AlertNote{std::move(found.opened), {}}));
    if (!store_pending() || (!first_ever && !ports_->changed())) return alerts.size();
    write_atomically(state_ / "ports.json", json::write(PortsOnDisk{spool_.lane(LaneName::alerts).last(), ports_->known()}));
    return alerts.size();
}

void SecurityCollector::raise(Alert alert, std::string note)
{
    alert.title = clean_text(alert.title, max_title_bytes);
    log::info("alert", {{"rule", alert.rule}, {"title", alert.title}});
    auto event = event_json(Kind::security_alert, now() + spool_.clock_correction, json::write(alert));
    // Better an alert that could come twice than one that does not fit.
    if (Segment::size_of(event, note) > Segment::max_body_bytes) note.clear();
    pending_.emplace_back(std::move(event), std::move(note));
}

bool SecurityCollector::store_pending()
{
    try {
        while (!pending_.empty()) {
            spool_.append(LaneName::alerts, pending_.front().first, pending_.front().second);
            pending_.pop_front();
        }
        return true;
    } catch (std::system_error const& error) {
        log::error("could not store an alert; it is tried again", {{"reason", error.what()}, {"waiting", pending_.size()}});
        return false;
    }
}

}  // namespace mz::edge
