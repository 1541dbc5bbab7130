#include "agent/agent.hpp"

#include "collectors/lines.hpp"
#include "core/log.hpp"
#include "json/write.hpp"
#include "spool/event.hpp"
#include "spool/file.hpp"

#include <fmt/format.h>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <exception>
#include <iterator>
#include <map>

namespace mz::edge {
namespace {

constexpr auto pause_after_failure = std::chrono::seconds(5);
constexpr auto first_sample_after = std::chrono::seconds(1);

std::string without_trailing_slash(std::string url)
{
    while (url.ends_with('/')) url.pop_back();
    return url;
}

Settings tidied(Settings settings)
{
    settings.edge_cloud_url.value = without_trailing_slash(*settings.edge_cloud_url);
    settings.edge_ingest_url.value = without_trailing_slash(*settings.edge_ingest_url);
    return settings;
}

Status first_status(Settings const& settings, std::filesystem::path const& state)
{
    Status out;
    out.pid = ::getpid();
    out.version = std::string(version);
    out.name = device_name(settings);
    out.machine_id = machine_id(settings, state);
    out.cloud_url = *settings.edge_cloud_url;
    out.ingest_url = *settings.edge_ingest_url;
    out.spool_max_bytes = settings.edge_spool_max_bytes;
    return out;
}

CommandResult collected(std::string what, bool arrived)
{
    if (arrived) return {ResultStatus::succeeded, 0, what + "; everything has arrived."};
    return {ResultStatus::failed, {}, what + "; it is kept on the appliance, because the ingestor does not accept it now."};
}

}  // namespace

Agent::Agent(Settings settings)
    : settings_(tidied(std::move(settings))),
      state_(settings_.edge_state_directory),
      status_(first_status(settings_, state_)),
      spool_(state_ / "spool", settings_),
      clock_(settings_, state_, spool_, status_),
      telemetry_(settings_),
      logs_(io_, spool_, state_ / "logs.json", settings_),
      security_(io_, spool_, state_, settings_, settings_),
      inventory_(io_, spool_, state_ / "inventory.json", settings_, settings_),
      discovery_(io_, spool_, settings_, settings_.edge_inventory_event_bytes),
      reported_dropped_(number<std::int64_t>(read_file(state_ / "dropped").value_or("")))
{
    for (auto const lane : all_lanes) {
        auto& uploader = uploaders_[static_cast<std::size_t>(lane)];
        uploader = std::make_unique<Uploader>(io_, client_, spool_, lane, settings_, *settings_.edge_ingest_url, status_, clock_);
    }
    spool_.on_append = [this](LaneName lane) { uploader(lane).on_append(); };
    Commander::Hooks hooks;
    hooks.collect_now = [this] { return collect_now(); };
    hooks.collect_inventory = [this] { return collect_inventory(); };
    hooks.discover_network = [this](std::string network, std::string method) {
        return discover_network(std::move(network), std::move(method));
    };
    hooks.restart = [this] {
        ending_ = Ending::restart;
        io_.stop();
    };
    commander_ = std::make_unique<Commander>(io_, client_, settings_, std::move(hooks), status_);
}

Ending Agent::run()
{
    signals_.add(SIGTERM);
    signals_.add(SIGINT);
    signals_.async_wait([this](boost::system::error_code error, int signal) {
        if (error) return;
        log::info("stopping", {{"signal", signal}});
        io_.stop();
    });
    log::info("started", {{"version", version}, {"name", status_.name}, {"machine_id", status_.machine_id}, {"state", state_.string()}});
    keep_running("telemetry", [this] { return collect_telemetry(); });
    keep_running("logs", [this] { return logs_.run(); });
    keep_running("files", [this] { return security_.run_files(); });
    keep_running("inotify", [this] { return security_.run_watcher(); });
    keep_running("ports", [this] { return security_.run_ports(); });
    keep_running("inventory", [this] { return inventory_.run(); });
    keep_running("housekeeping", [this] { return keep_house(); });
    if (auto device = load_device(state_)) start_talking(std::move(*device));
    else keep_running("registration", [this] { return be_registered(); });
    io_.run();
    spool_.sync();
    write_status();
    log::info("stopped",
              {{"waiting", status_.alerts_waiting + status_.logs_waiting + status_.telemetry_waiting + status_.inventory_waiting}});
    return ending_;
}

void Agent::keep_running(std::string part, std::function<Task<void>()> body)
{
    auto const supervised = [](asio::io_context& io, std::string name, std::function<Task<void>()> work) -> Task<void> {
        while (true) {
            try {
                co_await work();
                co_return;
            } catch (std::exception const& error) {
                log::error("a part of the agent failed; it is started again", {{"part", name}, {"reason", error.what()}});
            }
            co_await sleep_for(io, pause_after_failure);
        }
    };
    asio::co_spawn(io_, supervised(io_, std::move(part), std::move(body)), asio::detached);
}

Task<void> Agent::be_registered()
{
    auto device = co_await register_device(io_, client_, settings_, status_, clock_);
    start_talking(std::move(device));
}

void Agent::start_talking(Device device)
{
    status_.device_id = device.device_id;
    for (auto const lane : all_lanes) {
        keep_running(fmt::format("upload of {}", to_string(lane)), [this, lane, device] { return uploader(lane).run(device); });
    }
    keep_running("commands", [this, device] { return commander_->run_poll(device); });
    keep_running("command results", [this, device] { return commander_->run_reports(device); });
}

Task<void> Agent::collect_telemetry()
{
    // Rates need a little time to be rates of.
    co_await sleep_for(io_, first_sample_after);
    while (true) {
        sample();
        co_await sleep_for(io_, std::chrono::seconds(settings_.edge_telemetry_seconds));
    }
}

void Agent::sample() { spool_.append(LaneName::telemetry, event_json(Kind::telemetry, clock_.now(), json::write(telemetry_.sample()))); }

Task<void> Agent::keep_house()
{
    auto synced = std::chrono::steady_clock::now();
    while (true) {
        write_status();
        report_dropped();
        auto const at = std::chrono::steady_clock::now();
        if (at - synced >= std::chrono::seconds(settings_.edge_spool_sync_seconds)) {
            spool_.sync();
            synced = at;
        }
        co_await sleep_for(io_, std::chrono::seconds(std::min(settings_.edge_status_seconds, settings_.edge_spool_sync_seconds)));
    }
}

Task<CommandResult> Agent::collect_now()
{
    sample();
    auto const alerts = security_.look();
    std::vector<LaneName> const lanes(std::begin(all_lanes), std::end(all_lanes));
    bool const arrived = co_await deliver(lanes, std::chrono::seconds(settings_.edge_collect_now_seconds));
    co_return collected(fmt::format("Collected 1 telemetry sample and {} alerts", alerts), arrived);
}

Task<CommandResult> Agent::collect_inventory()
{
    auto const looked = co_await inventory_.look(true);
    std::vector<LaneName> const lanes{LaneName::inventory};
    bool const arrived = co_await deliver(lanes, std::chrono::seconds(settings_.edge_collect_inventory_seconds));
    co_return collected(fmt::format("Collected {} sections with {} items", looked.sections, looked.items), arrived);
}

Task<CommandResult> Agent::discover_network(std::string network, std::string method)
{
    auto const scanned = co_await discovery_.scan(network, method);
    auto const what = fmt::format("Found {} hosts in {} in {} s", scanned.hosts, network, scanned.took.count());
    std::vector<LaneName> const lanes{LaneName::inventory};
    bool const arrived = co_await deliver(lanes, std::chrono::seconds(settings_.edge_collect_inventory_seconds));
    if (scanned.problem.empty()) co_return collected(what, arrived);
    co_return CommandResult{ResultStatus::failed, {}, fmt::format("{}, which may not be all: {}", what, scanned.problem)};
}

Task<bool> Agent::deliver(std::vector<LaneName> lanes, std::chrono::seconds time)
{
    std::map<LaneName, std::int64_t> last;
    for (auto const lane : lanes) {
        last[lane] = spool_.lane(lane).last();
        uploader(lane).flush();
    }
    auto const arrived = [&] {
        return std::ranges::all_of(last, [&](auto const& each) { return spool_.lane(each.first).acknowledged() >= each.second; });
    };
    auto const deadline = std::chrono::steady_clock::now() + time;
    constexpr auto look_again = std::chrono::milliseconds(100);
    while (!arrived() && std::chrono::steady_clock::now() < deadline) co_await sleep_for(io_, look_again);
    co_return arrived();
}

void Agent::write_status()
{
    status_.alerts_waiting = spool_.lane(LaneName::alerts).waiting();
    status_.logs_waiting = spool_.lane(LaneName::logs).waiting();
    status_.telemetry_waiting = spool_.lane(LaneName::telemetry).waiting();
    status_.inventory_waiting = spool_.lane(LaneName::inventory).waiting();
    status_.dropped = spool_.dropped();
    status_.spool_bytes = static_cast<std::int64_t>(spool_.bytes());
    status_.log_source = logs_.source();
    status_.written_at = now();
    replace_file(state_ / "status.json", json::write(status_));
}

// The Cloud learns of a gap in its data once it can be told.
void Agent::report_dropped()
{
    auto const dropped = spool_.dropped();
    if (dropped == reported_dropped_ || status_.ingest != Contact::ok) return;
    LogLine line;
    line.at = now();
    line.message = fmt::format(
        "The appliance was without a connection for too long: {} telemetry samples and log lines were dropped since the "
        "last such message, {} in all",
        dropped - reported_dropped_, dropped);
    line.unit = "monozu-edge";
    constexpr int warning = 4;
    line.priority = warning;
    spool_.append(LaneName::logs, event_json(Kind::log, clock_.now(), log_data(LogSource::none, line)));
    log::warn("told the Cloud of dropped events", {{"dropped", dropped - reported_dropped_}});
    reported_dropped_ = dropped;
    write_atomically(state_ / "dropped", std::to_string(dropped));
}

}  // namespace mz::edge
