#include "agent/fake_cloud.hpp"
#include "agent/status.hpp"
#include "agent/test_agent_process.hpp"
#include "json/read.hpp"

#include <gtest/gtest.h>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <sys/stat.h>

#include <fstream>

namespace mz::edge {
namespace {

using namespace std::chrono_literals;
using testing::AgentProcess;
using testing::FakeCloud;
namespace fs = std::filesystem;

std::string const a_command = "01890a5d-ac96-774b-bcce-b302099a8001";

Status status_of(AgentProcess const& agent) { return json::read_text<Status>(*read_file(agent.folder / "state/status.json")); }

void make_snap(AgentProcess& agent, std::string const& script)
{
    std::ofstream(agent.folder / "snap") << "#!/bin/sh\n" << script << "\n";
    fs::permissions(agent.folder / "snap", fs::perms::owner_all);
    agent.environment["EDGE_COMMAND_SNAP"] = agent.folder / "snap";
}

TEST(agent, it_registers_once_keeps_its_key_to_itself_and_sends_telemetry)
{
    FakeCloud cloud;
    AgentProcess agent(cloud.url());
    for (int run = 0; run < 2; ++run) {
        auto const before = cloud.with_lock([&] { return cloud.count("telemetry"); });
        agent.start();
        ASSERT_TRUE(cloud.wait_until([&] { return cloud.count("telemetry") > before; }));
        EXPECT_EQ(agent.terminate(), 0);
    }
    EXPECT_EQ(cloud.registrations, 1);
    struct stat status{};
    ASSERT_EQ(::stat((agent.folder / "state/device.json").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600U);
    EXPECT_EQ(agent.log().find(FakeCloud::device_key), std::string::npos);
    EXPECT_EQ(agent.log().find(FakeCloud::provisioning_key), std::string::npos);
    EXPECT_EQ(read_file(agent.folder / "state/status.json")->find(FakeCloud::device_key), std::string::npos);
}

TEST(agent, a_refused_provisioning_key_says_what_to_do_and_is_tried_again)
{
    FakeCloud cloud;
    int tries = 0;
    cloud.registration_status = [&](std::string const&) { return ++tries <= 2 ? 403 : 201; };
    AgentProcess agent(cloud.url());
    agent.start();
    ASSERT_TRUE(cloud.wait_until([&] { return cloud.registrations == 1; }));
    EXPECT_NE(agent.log().find("create a new one in the Cloud under Devices"), std::string::npos);
    EXPECT_TRUE(cloud.wait_until([&] { return cloud.count("telemetry") > 0; })) << "collected before it was registered";
}

TEST(agent, without_a_network_it_stops_cleanly_and_nothing_is_forgotten)
{
    AgentProcess agent("http://127.0.0.1:9");
    agent.start();
    for (int i = 0; i < 100 && !fs::exists(agent.folder / "state/files.json"); ++i) std::this_thread::sleep_for(50ms);
    std::this_thread::sleep_for(2s);
    std::ofstream(agent.folder / "watched/new") << "x";
    std::this_thread::sleep_for(1s);
    EXPECT_EQ(agent.terminate(), 0);
    auto const status = status_of(agent);
    EXPECT_EQ(status.cloud, Contact::unreachable);
    EXPECT_GE(status.alerts_waiting, 1);
    EXPECT_GE(status.telemetry_waiting, 1);
    FakeCloud cloud;
    agent.environment["EDGE_CLOUD_URL"] = agent.environment["EDGE_INGEST_URL"] = cloud.url();
    agent.start();
    EXPECT_TRUE(cloud.wait_until([&] { return cloud.count("security_alert") >= 1; }));
}

TEST(agent, two_agents_share_a_machine_but_not_a_state_directory)
{
    FakeCloud cloud;
    AgentProcess one(cloud.url());
    AgentProcess two(cloud.url());
    one.start();
    two.start();
    ASSERT_TRUE(cloud.wait_until([&] { return cloud.registrations == 2; }));
    AgentProcess third(cloud.url());
    third.environment["EDGE_STATE_DIRECTORY"] = one.environment["EDGE_STATE_DIRECTORY"];
    third.start();
    EXPECT_EQ(third.wait(), 1);
    EXPECT_NE(third.log().find("another agent is at work"), std::string::npos);
}

TEST(agent, help_version_status_and_missing_settings_are_answered)
{
    AgentProcess agent("http://127.0.0.1:9");
    agent.start({"--help"});
    EXPECT_EQ(agent.wait(), 0);
    EXPECT_NE(agent.log().find("EDGE_SPOOL_MAX_BYTES=268435456"), std::string::npos);
    agent.start({"--version"});
    EXPECT_EQ(agent.wait(), 0);
    agent.start({"status"});
    EXPECT_EQ(agent.wait(), 3);
    agent.environment.erase("EDGE_CLOUD_URL");
    agent.start();
    EXPECT_EQ(agent.wait(), 1);
    EXPECT_NE(agent.log().find("EDGE_CLOUD_URL is not set"), std::string::npos);
}

TEST(agent, a_new_listening_port_becomes_an_alert_with_its_process)
{
    FakeCloud cloud;
    AgentProcess agent(cloud.url());
    agent.environment["EDGE_PORT_SCAN_SECONDS"] = "1";
    agent.start();
    ASSERT_TRUE(cloud.wait_until([&] { return cloud.registrations == 1 && fs::exists(agent.folder / "state/ports.json"); }));
    Fd const listener(::socket(AF_INET, SOCK_STREAM, 0));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    ASSERT_EQ(::bind(listener.get(), reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
    ASSERT_EQ(::listen(listener.get(), 1), 0);
    socklen_t size = sizeof address;
    ::getsockname(listener.get(), reinterpret_cast<sockaddr*>(&address), &size);
    auto const title = "edge_agent_test opened TCP port " + std::to_string(ntohs(address.sin_port)) + " on 0.0.0.0";
    EXPECT_TRUE(cloud.wait_until([&] {
        return std::ranges::any_of(cloud.stored, [&](auto const& event) {
            return event.at("kind").as_string() == "security_alert" && event.at("data").at("title").as_string() == title;
        });
    })) << title;
}

TEST(agent, collect_now_collects_sends_and_answers_and_a_command_runs_once_however_often_it_is_given_out)
{
    FakeCloud cloud;
    AgentProcess agent(cloud.url());
    agent.environment["EDGE_UPLOAD_SECONDS"] = "300";
    agent.environment["EDGE_TELEMETRY_SECONDS"] = "300";
    make_snap(agent, "echo run >> \"$(dirname $0)/runs\"; sleep 1; echo refreshed");
    agent.start();
    ASSERT_TRUE(cloud.wait_until([&] { return cloud.registrations == 1; }));
    cloud.queue_command(a_command, "collect_now");
    ASSERT_TRUE(cloud.wait_until([&] { return cloud.results.size() == 1; }));
    EXPECT_EQ(cloud.results[0].body.at("status").as_string(), "succeeded");
    EXPECT_GE(cloud.with_lock([&] { return cloud.count("telemetry"); }), 1U);
    auto const second = a_command.substr(0, 35) + "2";
    cloud.queue_command(second, "update_snap", {{"name", "core22"}});
    ASSERT_TRUE(cloud.wait_until([&] { return cloud.results.size() == 2; }));
    EXPECT_EQ(cloud.results[1].body.at("output").as_string(), "refreshed\n");
    EXPECT_EQ(*read_file(agent.folder / "runs"), "run\n");
}

TEST(agent, a_command_that_a_crash_interrupted_is_reported_as_failed_and_not_run_again)
{
    FakeCloud cloud;
    AgentProcess agent(cloud.url());
    make_snap(agent, "echo run >> \"$(dirname $0)/runs\"; sleep 60");
    agent.start();
    cloud.queue_command(a_command, "update_snap");
    ASSERT_TRUE(cloud.wait_until([&] { return fs::exists(agent.folder / "runs"); }));
    agent.kill();
    agent.start();
    ASSERT_TRUE(cloud.wait_until([&] { return !cloud.results.empty(); }));
    EXPECT_EQ(cloud.results[0].id, a_command);
    EXPECT_EQ(cloud.results[0].body.at("status").as_string(), "failed");
    EXPECT_TRUE(cloud.results[0].body.at("output").as_string().starts_with("interrupted"));
    std::this_thread::sleep_for(500ms);
    EXPECT_EQ(*read_file(agent.folder / "runs"), "run\n");
}

TEST(agent, restart_agent_answers_first_and_then_starts_anew_in_the_same_process)
{
    FakeCloud cloud;
    AgentProcess agent(cloud.url());
    agent.start();
    ASSERT_TRUE(cloud.wait_until([&] { return cloud.count("telemetry") > 0; }));
    cloud.queue_command(a_command, "restart_agent");
    ASSERT_TRUE(cloud.wait_until([&] { return cloud.results.size() == 1; }));
    EXPECT_EQ(cloud.results[0].body.at("status").as_string(), "succeeded");
    auto const starts = [&] {
        auto const text = agent.log();
        return text.find("\"event\":\"started\"") != text.rfind("\"event\":\"started\"");
    };
    ASSERT_TRUE(cloud.wait_until(starts));
    auto const telemetry = cloud.with_lock([&] { return cloud.count("telemetry"); });
    EXPECT_TRUE(cloud.wait_until([&] { return cloud.count("telemetry") > telemetry; }));
    EXPECT_EQ(cloud.results.size(), 1U) << "and does not restart for ever";
    EXPECT_EQ(agent.terminate(), 0);
}

}  // namespace
}  // namespace mz::edge
