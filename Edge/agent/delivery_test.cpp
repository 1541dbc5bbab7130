#include "agent/fake_cloud.hpp"
#include "agent/test_agent_process.hpp"
#include "agent/uploader.hpp"
#include "spool/event.hpp"
#include "spool/spool.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <random>

namespace mz::edge {
namespace {

using namespace std::chrono_literals;
using testing::AgentProcess;
using testing::FakeCloud;
using testing::problem;
using Ingest = FakeCloud::Ingest;

// Puts log events into an agent's spool before it starts.
void fill_spool(AgentProcess const& agent, int events, std::string const& prefix = "line ")
{
    Spool spool(agent.folder / "state/spool", {});
    for (int i = 0; i < events; ++i) {
        spool.append(LaneName::logs,
                     event_json(Kind::log, now(), R"({"source":"syslog","message":")" + prefix + std::to_string(i) + "\"}"));
    }
}

bool each_once(std::map<std::string, int> const& messages)
{
    return std::ranges::all_of(messages, [](auto const& entry) { return entry.second == 1; });
}

TEST(delivery, what_waited_on_disk_arrives_in_order_in_batches_of_the_set_size)
{
    FakeCloud cloud;
    AgentProcess agent(cloud.url());
    fill_spool(agent, 25);
    agent.environment["EDGE_BATCH_MAX_EVENTS"] = "10";
    agent.start();
    ASSERT_TRUE(cloud.wait_until([&] { return cloud.log_messages().size() >= 25; }));
    cloud.with_lock([&] {
        int expected = 0;
        for (auto const& event : cloud.stored) {
            if (event.at("kind").as_string() != "log" || expected == 25) continue;
            EXPECT_EQ(event.at("data").at("message").as_string(), "line " + std::to_string(expected++));
        }
        for (auto const& request : cloud.requests) EXPECT_LE(request.events.size(), 10U);
    });
}

TEST(delivery, a_batch_whose_answer_was_lost_is_sent_again_under_its_key_and_counts_once)
{
    FakeCloud cloud;
    int lost = 0;
    cloud.ingest = [&](Ingest const&) -> std::optional<net::Response> {
        net::Response never;
        never.status = 0;
        return ++lost <= 4 ? std::optional(never) : std::nullopt;
    };
    AgentProcess agent(cloud.url());
    fill_spool(agent, 30);
    agent.start();
    ASSERT_TRUE(cloud.wait_until([&] { return lost > 4 && cloud.log_messages().size() >= 30; }));
    EXPECT_TRUE(cloud.with_lock([&] { return each_once(cloud.log_messages()); }));
}

TEST(delivery, retry_after_is_honoured)
{
    FakeCloud cloud;
    cloud.ingest = [&](Ingest const& batch) -> std::optional<net::Response> {
        auto const tries = std::ranges::count(cloud.requests, batch.key, &Ingest::key);
        if (tries > 1) return std::nullopt;
        net::Response busy;
        busy.status = 503;
        busy.headers.add("Retry-After", "2");
        return busy;
    };
    AgentProcess agent(cloud.url());
    fill_spool(agent, 3);
    agent.start();
    ASSERT_TRUE(cloud.wait_until([&] { return cloud.log_messages().size() >= 3; }));
    cloud.with_lock([&] {
        for (auto const& request : cloud.requests) {
            for (auto const& other : cloud.requests) {
                if (&other > &request && other.key == request.key) EXPECT_GE(other.at - request.at, 1950ms);
            }
        }
    });
}

TEST(delivery, an_event_that_is_refused_is_put_aside_and_all_others_arrive)
{
    FakeCloud cloud;
    cloud.ingest = [&](Ingest const& batch) -> std::optional<net::Response> {
        for (std::size_t i = 0; i < batch.events.size(); ++i) {
            auto const& data = batch.events[i].at("data").as_object();
            if (data.contains("message") && data.at("message").as_string().ends_with("7"))
                return problem(400, "/" + std::to_string(i) + "/data");
        }
        return std::nullopt;
    };
    AgentProcess agent(cloud.url());
    fill_spool(agent, 30);
    agent.start();
    ASSERT_TRUE(cloud.wait_until([&] { return cloud.log_messages().size() >= 27; }));
    EXPECT_TRUE(cloud.with_lock([&] { return each_once(cloud.log_messages()) && !cloud.log_messages().contains("line 17"); }));
    auto const aside = *read_file(agent.folder / "state/spool/quarantine.ndjson");
    EXPECT_EQ(std::ranges::count(aside, '\n'), 3);
    EXPECT_NE(aside.find("line 17"), std::string::npos);
}

TEST(delivery, a_batch_refused_as_a_whole_is_halved_until_the_culprit_is_alone)
{
    FakeCloud cloud;
    cloud.ingest = [&](Ingest const& batch) -> std::optional<net::Response> {
        auto const text = boost::json::serialize(batch.events);
        return text.find("line 5\"") != std::string::npos ? std::optional(problem(413, "")) : std::nullopt;
    };
    AgentProcess agent(cloud.url());
    fill_spool(agent, 12);
    agent.start();
    ASSERT_TRUE(cloud.wait_until([&] { return cloud.log_messages().size() >= 11; }));
    EXPECT_TRUE(cloud.with_lock([&] { return each_once(cloud.log_messages()) && !cloud.log_messages().contains("line 5"); }));
}

TEST(delivery, a_refusal_that_names_no_event_costs_no_event)
{
    FakeCloud cloud;
    bool confused = true;
    cloud.ingest = [&](Ingest const&) -> std::optional<net::Response> {
        net::Response bare;
        bare.status = 400;
        return confused ? std::optional(bare) : std::nullopt;
    };
    AgentProcess agent(cloud.url());
    fill_spool(agent, 5);
    agent.start();
    ASSERT_TRUE(cloud.wait_until([&] { return cloud.requests.size() > 5; }));
    cloud.with_lock([&] { confused = false; });
    EXPECT_TRUE(cloud.wait_until([&] { return cloud.log_messages().size() >= 5; }));
}

TEST(delivery, a_revoked_key_is_reported_and_nothing_is_lost_meanwhile)
{
    FakeCloud cloud;
    bool revoked = true;
    cloud.ingest = [&](Ingest const&) -> std::optional<net::Response> {
        net::Response refusal;
        refusal.status = 401;
        return revoked ? std::optional(refusal) : std::nullopt;
    };
    AgentProcess agent(cloud.url());
    fill_spool(agent, 5);
    agent.start();
    ASSERT_TRUE(cloud.wait_until([&] { return agent.log().find("refuses this appliance's key") != std::string::npos; }));
    auto const tries = cloud.with_lock([&] { return cloud.requests.size(); });
    EXPECT_LE(tries, 12U) << "retried slowly";
    cloud.with_lock([&] { revoked = false; });
    EXPECT_TRUE(cloud.wait_until([&] { return cloud.log_messages().size() >= 5; }));
}

TEST(delivery, an_alert_arrives_within_a_second)
{
    FakeCloud cloud;
    AgentProcess agent(cloud.url());
    agent.environment["EDGE_UPLOAD_SECONDS"] = "30";
    agent.start();
    ASSERT_TRUE(cloud.wait_until([&] { return cloud.registrations == 1 && std::filesystem::exists(agent.folder / "state/files.json"); }));
    std::this_thread::sleep_for(500ms);
    auto const start = std::chrono::steady_clock::now();
    std::ofstream(agent.folder / "watched/new") << "x";
    ASSERT_TRUE(cloud.wait_until([&] { return cloud.count("security_alert") > 0; }));
    EXPECT_LT(std::chrono::steady_clock::now() - start, 1s);
}

// Lines are written to syslog all the while; the agent is killed at random moments and some answers are lost. In the end every line
// has counted exactly once.
TEST(delivery, kill_minus_nine_at_any_moment_loses_nothing_and_doubles_nothing)
{
    FakeCloud cloud;
    std::mt19937 random(11);
    cloud.ingest = [&](Ingest const&) -> std::optional<net::Response> {
        net::Response never;
        never.status = 0;
        return random() % 4 == 0 ? std::optional(never) : std::nullopt;
    };
    AgentProcess agent(cloud.url());
    std::ofstream(agent.folder / "syslog") << "";
    agent.start();
    ASSERT_TRUE(cloud.wait_until([&] { return std::filesystem::exists(agent.folder / "state/logs.json"); }));
    int written = 0;
    auto const write_lines = [&](int lines) {
        std::ofstream syslog(agent.folder / "syslog", std::ios::app);
        for (int i = 0; i < lines; ++i) syslog << "2026-11-22T04:00:00Z host test[1]: message " << ++written << "\n" << std::flush;
    };
    for (int round = 0; round < 12; ++round) {
        for (int i = 0; i < 10; ++i) {
            write_lines(5);
            std::this_thread::sleep_for(std::chrono::milliseconds(random() % 30));
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(random() % 300));
        agent.kill();
        write_lines(3);
        agent.start();
    }
    auto const all = static_cast<std::size_t>(written);
    EXPECT_TRUE(cloud.wait_until([&] { return cloud.log_messages().size() >= all; }, 40s));
    cloud.with_lock([&] {
        EXPECT_EQ(cloud.log_messages().size(), all);
        for (auto const& [message, times] : cloud.log_messages()) EXPECT_EQ(times, 1) << message;
    });
    EXPECT_EQ(cloud.registrations, 1);
}

TEST(delivery, the_pointer_of_a_refusal_tells_which_event_it_is_about)
{
    EXPECT_EQ(parse_refusal(problem(400, "/12/data/title").body).index, 12U);
    EXPECT_EQ(parse_refusal(problem(400, "/3").body).index, 3U);
    EXPECT_TRUE(parse_refusal(problem(400, "").body).about_events);
    EXPECT_FALSE(parse_refusal(problem(400, "/x").body).index);
    EXPECT_FALSE(parse_refusal("<html>").about_events);
    EXPECT_FALSE(parse_refusal("{}").about_events);
}

}  // namespace
}  // namespace mz::edge
