#include "agent/fake_cloud.hpp"
#include "agent/status.hpp"
#include "agent/test_agent_process.hpp"
#include "collectors/inventory/test_cloud.hpp"
#include "json/read.hpp"

#include <gtest/gtest.h>

#include <random>

namespace mz::edge {
namespace {

using namespace std::chrono_literals;
using testing::AgentProcess;
using testing::FakeCloud;
using testing::InventoryCloud;

// Looks at once and tells in small events.
void look_at_start(AgentProcess& agent)
{
    agent.environment["EDGE_INVENTORY_MINUTES"] = "60";
    agent.environment["EDGE_INVENTORY_FIRST_SECONDS"] = "0";
    agent.environment["EDGE_INVENTORY_EVENT_BYTES"] = "4096";
}

// What the Cloud makes of what arrived; fails where an event did not fit.
InventoryCloud arrived(FakeCloud& cloud)
{
    InventoryCloud out;
    for (auto const& event : cloud.stored) {
        if (event.at("kind").as_string() == "discovery") EXPECT_TRUE(out.take(event.at("data").as_object())) << event;
    }
    return out;
}

std::size_t packages(InventoryCloud const& cloud)
{
    auto const software = cloud.sections.find("software");
    return software == cloud.sections.end() ? 0 : software->second.items.size();
}

TEST(agent_inventory, killed_at_any_time_it_tells_everything_once)
{
    FakeCloud cloud;
    AgentProcess agent(cloud.url());
    look_at_start(agent);
    std::mt19937 random(7);
    for (int crash = 0; crash < 10; ++crash) {
        agent.start();
        std::this_thread::sleep_for(std::chrono::milliseconds(300 + random() % 1500));
        agent.kill();
    }
    agent.start();
    // The last section says that all the others were looked at.
    auto const confirmed = [&] {
        if (cloud.stored.empty()) return false;
        auto const last = std::ranges::find_if(cloud.stored.rbegin(), cloud.stored.rend(),
                                               [](auto const& e) { return e.at("kind").as_string() == "discovery"; });
        return last != cloud.stored.rend() && last->at("data").at("section").as_string() == "certificates" &&
               packages(arrived(cloud)) > 100;
    };
    ASSERT_TRUE(cloud.wait_until(confirmed, 60s));
    EXPECT_EQ(agent.terminate(), 0);
    auto const told = cloud.with_lock([&] { return arrived(cloud); });
    EXPECT_EQ(told.fulls, static_cast<int>(told.sections.size())) << "each section was told in full once";
    EXPECT_EQ(json::read_text<Status>(*read_file(agent.folder / "state/status.json")).inventory_waiting, 0);
}

TEST(agent_inventory, collect_inventory_tells_everything_now_and_says_how_much_that_was)
{
    FakeCloud cloud;
    AgentProcess agent(cloud.url());
    agent.environment["EDGE_UPLOAD_SECONDS"] = "300";
    agent.start();
    ASSERT_TRUE(cloud.wait_until([&] { return cloud.registrations == 1; }));
    for (int time = 1; time <= 2; ++time) {
        cloud.queue_command("01890a5d-ac96-774b-bcce-b302099a800" + std::to_string(time), "collect_inventory");
        ASSERT_TRUE(cloud.wait_until([&] { return cloud.results.size() == static_cast<std::size_t>(time); }, 60s));
        auto const& result = cloud.results.back().body;
        EXPECT_EQ(result.at("status").as_string(), "succeeded");
        EXPECT_TRUE(result.at("output").as_string().starts_with("Collected ")) << result;
        EXPECT_TRUE(result.at("output").as_string().ends_with("everything has arrived.")) << result;
    }
    auto const told = cloud.with_lock([&] { return arrived(cloud); });
    EXPECT_GE(told.sections.size(), 7U);
    EXPECT_EQ(told.fulls, 2 * static_cast<int>(told.sections.size()));
    EXPECT_GT(packages(told), 100U);
}

TEST(agent_inventory, discover_network_goes_by_the_appliances_own_settings_whoever_asks)
{
    FakeCloud cloud;
    AgentProcess agent(cloud.url());
    agent.environment["EDGE_DISCOVERY_NETWORKS"] = "127.0.0.0/8";
    agent.environment["EDGE_DISCOVERY_NMAP"] = "no-nmap-in-tests";
    agent.start();
    cloud.queue_command("01890a5d-ac96-774b-bcce-b302099a8001", "discover_network", {{"network", "10.0.0.0/24"}, {"method", "hosts"}});
    cloud.queue_command("01890a5d-ac96-774b-bcce-b302099a8002", "discover_network", {{"network", "127.0.0.0/24"}, {"method", "hosts"}});
    ASSERT_TRUE(cloud.wait_until([&] { return cloud.results.size() == 2; }, 60s));
    EXPECT_EQ(cloud.results[0].body.at("status").as_string(), "failed");
    EXPECT_EQ(cloud.results[0].body.at("output").as_string(),
              "this appliance may not look into 10.0.0.0/24: its EDGE_DISCOVERY_NETWORKS does not name it");
    EXPECT_EQ(cloud.results[1].body.at("output").as_string(),
              "Found 0 hosts in 127.0.0.0/24 in 0 s, which may not be all: nmap is not installed on this machine");
    EXPECT_EQ(cloud.with_lock([&] { return cloud.count("discovery"); }), 1U) << "what the kernel knows is told all the same";
}

}  // namespace
}  // namespace mz::edge
