#include "agent/fake_cloud.hpp"
#include "agent/status.hpp"
#include "agent/test_agent_process.hpp"
#include "json/read.hpp"
#include "spool/event.hpp"
#include "spool/spool.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace mz::edge {
namespace {

using namespace std::chrono_literals;
using testing::AgentProcess;
using testing::FakeCloud;
using testing::problem;
using Ingest = FakeCloud::Ingest;

constexpr auto two_days = std::chrono::seconds(48h);

Timestamp time_of(boost::json::value const& event)
{
    return Timestamp::parse(std::string(event.at("ts").as_string())).value_or(Timestamp{});
}

bool close(Timestamp a, Timestamp b) { return std::chrono::abs(a - b) < 1min; }

// Takes what happened within an hour by its own clock, as the ingestor does.
auto within_an_hour(FakeCloud& cloud)
{
    return [&cloud](Ingest const& batch) -> std::optional<net::Response> {
        for (std::size_t i = 0; i < batch.events.size(); ++i) {
            if (std::chrono::abs(time_of(batch.events[i]) - (now() + cloud.clock_offset)) > 1h)
                return problem(400, "/" + std::to_string(i) + "/ts");
        }
        return std::nullopt;
    };
}

void spool_alert(AgentProcess const& agent, Timestamp at)
{
    Spool spool(agent.folder / "state/spool", {});
    spool.append(LaneName::alerts, event_json(Kind::security_alert, at, R"({"severity":"low","title":"from before"})"));
}

std::vector<Timestamp> alerts(FakeCloud& cloud)
{
    std::vector<Timestamp> out;
    for (auto const& event : cloud.stored) {
        if (event.at("kind").as_string() == "security_alert") out.push_back(time_of(event));
    }
    return out;
}

Status status_of(AgentProcess const& agent) { return json::read_text<Status>(*read_file(agent.folder / "state/status.json")); }

TEST(clock, that_is_wrong_is_noticed_and_new_events_get_the_right_time)
{
    FakeCloud cloud;
    cloud.clock_offset = two_days;
    cloud.ingest = within_an_hour(cloud);
    AgentProcess agent(cloud.url());
    agent.start();
    ASSERT_TRUE(cloud.wait_until([&] { return cloud.count("telemetry") > 0; }));
    std::ofstream(agent.folder / "watched/new") << "x";
    ASSERT_TRUE(cloud.wait_until([&] { return cloud.count("security_alert") > 0; }));
    cloud.with_lock([&] { EXPECT_TRUE(close(alerts(cloud).at(0), now() + two_days)) << alerts(cloud).at(0).to_string(); });
    ASSERT_TRUE(cloud.wait_until([&] { return status_of(agent).clock_behind_seconds != 0; }));
    EXPECT_NEAR(static_cast<double>(status_of(agent).clock_behind_seconds), static_cast<double>(two_days.count()), 2);
    EXPECT_NE(agent.log().find("clock is wrong"), std::string::npos);
}

TEST(clock, that_is_wrong_is_known_after_a_restart_before_anybody_answers)
{
    FakeCloud cloud;
    cloud.clock_offset = -two_days;
    AgentProcess agent(cloud.url());
    agent.start();
    ASSERT_TRUE(cloud.wait_until([&] { return read_file(agent.folder / "state/clock.json").has_value(); }));
    EXPECT_EQ(agent.terminate(), 0);
    cloud.with_lock([&] { cloud.stored.clear(); });
    agent.start();
    ASSERT_TRUE(cloud.wait_until([&] { return cloud.count("telemetry") > 0; }));
    cloud.with_lock([&] {
        for (auto const& event : cloud.stored) EXPECT_TRUE(close(time_of(event), now() - two_days)) << event;
    });
}

TEST(clock, that_is_right_changes_nothing)
{
    FakeCloud cloud;
    cloud.clock_offset = 20s;
    AgentProcess agent(cloud.url());
    agent.start();
    ASSERT_TRUE(cloud.wait_until([&] { return cloud.count("telemetry") > 0; }));
    cloud.with_lock([&] { EXPECT_LE(time_of(cloud.stored.back()), now()); });
    EXPECT_FALSE(read_file(agent.folder / "state/clock.json").has_value());
}

TEST(clock, an_alert_from_before_the_clock_was_known_arrives_once_with_the_time_now)
{
    FakeCloud cloud;
    cloud.clock_offset = two_days;
    cloud.ingest = within_an_hour(cloud);
    AgentProcess agent(cloud.url());
    spool_alert(agent, now());
    agent.environment["EDGE_UPLOAD_SECONDS"] = "1";
    agent.start();
    ASSERT_TRUE(cloud.wait_until([&] { return cloud.count("security_alert") > 0; }));
    cloud.with_lock([&] {
        ASSERT_EQ(alerts(cloud).size(), 1U);
        EXPECT_TRUE(close(alerts(cloud).at(0), now() + two_days));
    });
    EXPECT_FALSE(read_file(agent.folder / "state/spool/quarantine.ndjson").value_or("").contains("from before"));
}

TEST(clock, an_alert_whose_time_is_refused_for_no_good_reason_is_put_aside_in_the_end)
{
    FakeCloud cloud;
    cloud.ingest = [](Ingest const& batch) -> std::optional<net::Response> {
        if (batch.events[0].at("kind").as_string() == "security_alert") return problem(400, "/0/ts");
        return std::nullopt;
    };
    AgentProcess agent(cloud.url());
    spool_alert(agent, now() - two_days);
    agent.start();
    ASSERT_TRUE(cloud.wait_until([&] { return read_file(agent.folder / "state/spool/quarantine.ndjson").has_value(); }));
    auto const attempts = [&] {
        return std::ranges::count_if(cloud.requests, [](auto const& r) { return r.events[0].at("kind").as_string() == "security_alert"; });
    };
    cloud.with_lock([&] { EXPECT_EQ(attempts(), 2) << "as it was, and dated anew"; });
}

}  // namespace
}  // namespace mz::edge
