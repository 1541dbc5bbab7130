#pragma once
#include "agent/cloud_clock.hpp"
#include "agent/commander.hpp"
#include "agent/device.hpp"
#include "agent/settings.hpp"
#include "agent/status.hpp"
#include "agent/uploader.hpp"
#include "agent/wakeup.hpp"
#include "collectors/discovery/discovery.hpp"
#include "collectors/inventory/inventory.hpp"
#include "collectors/logs/logs.hpp"
#include "collectors/security/security.hpp"
#include "collectors/telemetry/telemetry.hpp"
#include "core/task.hpp"
#include "net/client.hpp"
#include "spool/spool.hpp"

#include <boost/asio/basic_signal_set.hpp>

#include <array>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace mz::edge {

BOOST_DEFINE_ENUM_CLASS(Ending, stopped, restart)

// The whole agent, on one thread: collectors fill the spool from the first moment on, registered or not; uploaders empty it.
class Agent {
public:
    explicit Agent(Settings settings);

    // Returns after SIGTERM, SIGINT or a restart_agent command, with everything that was collected on disk.
    Ending run();

private:
    // Runs a part of the agent for ever; one that fails is logged and begun again, and the others go on.
    void keep_running(std::string part, std::function<Task<void>()> body);
    void start_talking(Device device);
    Task<void> be_registered();
    Task<void> collect_telemetry();
    Task<void> keep_house();
    Task<CommandResult> collect_now();
    Task<CommandResult> collect_inventory();
    Task<CommandResult> discover_network(std::string network, std::string method);
    // Sends at once what these lanes hold; whether all of it arrived in time.
    Task<bool> deliver(std::vector<LaneName> lanes, std::chrono::seconds time);
    void sample();
    void write_status();
    void report_dropped();
    Uploader& uploader(LaneName lane) { return *uploaders_[static_cast<std::size_t>(lane)]; }

    Settings settings_;
    std::filesystem::path state_;
    asio::io_context io_{1};
    asio::basic_signal_set<Executor> signals_{io_};
    net::Client client_{io_, net::trusted_peers};
    Status status_;
    Spool spool_;
    CloudClock clock_;
    TelemetryCollector telemetry_;
    LogCollector logs_;
    SecurityCollector security_;
    InventoryCollector inventory_;
    NetworkDiscovery discovery_;
    std::array<std::unique_ptr<Uploader>, lane_count> uploaders_;
    std::unique_ptr<Commander> commander_;
    std::int64_t reported_dropped_;
    Ending ending_ = Ending::stopped;
};

}  // namespace mz::edge
