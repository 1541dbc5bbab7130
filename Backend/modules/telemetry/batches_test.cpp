#include "batches.hpp"
#include "reading.hpp"
#include "telemetry.hpp"
#include "test_backend.hpp"
#include "testing/run_task.hpp"
#include "upkeep.hpp"

#include <set>

namespace mz::telemetry {
namespace {

using backend::test::Backend;

constexpr auto sample = R"({"cpu_percent":50,"memory":{"total_bytes":1000,"available_bytes":250},
                            "disks":[{"mount":"/","total_bytes":100,"used_bytes":90}]})";
constexpr auto alert = R"({"severity":"high","title":"A port was opened","rule":"new-listener","detail":{"port":4444}})";

class batches : public ::testing::Test {
protected:
    batches() : cloud({}, [](net::Worker, web::Services&) {})
    {
        tenant = cloud.make_tenant();
        device = cloud.make_device(tenant, "box");
        settings.ingest_attempts_most = 100;
        settings.ingest_attempt_pause_seconds = 0;
    }

    struct Sent {
        std::string kind;
        std::string data;
        Timestamp ts;
    };
    // As the Ingestor does: the events and the backlog's row in one transaction.
    Uuid store(std::vector<Sent> const& events, std::optional<Uuid> from = std::nullopt)
    {
        auto const id = Uuid::v7();
        auto const received = now().to_string();
        auto const who = from.value_or(device).to_string();
        cloud.superuser.begin();
        int seq = 0;
        for (auto const& event : events) {
            cloud.superuser.run(
                "insert into ingest.ingest_events (tenant_id, batch_id, seq, device_id, ts, received_at, kind, data) "
                "values ($1, $2, $3, $4, $5, $6, $7, $8)",
                {tenant.to_string(), id.to_string(), std::to_string(seq++), who, event.ts.to_string(), received, event.kind, event.data});
        }
        cloud.superuser.run(
            "insert into ingest.ingest_batches (id, tenant_id, device_id, event_count, received_at) values ($1, $2, $3, $4, $5)",
            {id.to_string(), tenant.to_string(), who, std::to_string(events.size()), received});
        cloud.superuser.commit();
        return id;
    }
    std::vector<Sent> mixed(int minute)
    {
        Timestamp const at{now().microseconds + minute * 60'000'000LL};
        return {{"telemetry", sample, at}, {"log", R"({"source":"journal","message":"hello"})", at}, {"security_alert", alert, at}};
    }

    // The machine has one package, and each time another one.
    Sent inventory(int minute)
    {
        constexpr int past = 1000;
        auto const n = std::to_string(minute);
        return {"discovery",
                R"({"type":"inventory","section":"software","digest":")" + n +
                    R"(","full":true,"items":[{"manager":"dpkg","name":"package)" + n + R"("}]})",
                now() - std::chrono::minutes(past - minute)};
    }

    long count(std::string const& table) { return std::stol(cloud.value("select count(*) from " + table)); }
    void expect_results(int of_batches)
    {
        EXPECT_EQ(count("ingest.ingest_batches"), 0);
        EXPECT_EQ(count("devices.telemetry"), of_batches);
        EXPECT_EQ(count("devices.logs"), of_batches);
        EXPECT_EQ(count("alerts.alerts"), of_batches);
    }

    // Takes until nothing is left. What the database's absence throws is tried again, as the job does.
    void drain(Batches::Reached reached = [](Step) {})
    {
        asio::io_context io;
        pg::Pool pool(io, cloud.database.url("monozu_jobs"), {});
        Batches taker(pool, settings, {}, std::move(reached));
        auto const until = std::chrono::steady_clock::now() + std::chrono::seconds(30);
        while (std::chrono::steady_clock::now() < until) {
            try {
                if (!testing::run_task(io, taker.take())) break;
            } catch (Problem const& problem) {
                ASSERT_EQ(problem.failure, Failure::unavailable) << problem.detail;
                io.restart();
                io.run_for(std::chrono::milliseconds(20));
            }
        }
        counts = taker.counts();
    }
    // As kill -9 would: every connection of the job ends at once, whatever it is doing.
    void cut_connections()
    {
        cloud.superuser.run(
            "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'monozu_jobs' and datname = current_database()");
    }

    Backend cloud;
    Uuid tenant;
    Uuid device;
    TelemetrySettings settings;
    BatchCounts counts;
};

TEST_F(batches, a_batch_becomes_telemetry_logs_alerts_and_the_devices_state)
{
    store(mixed(0));
    drain();
    expect_results(1);
    EXPECT_EQ(cloud.value(
                  "select latest_cpu_percent || ' ' || latest_memory_used_percent || ' ' || latest_disk_used_percent from devices.devices"),
              "50 75 90");
    EXPECT_EQ(cloud.value("select last_seen_at is not null from devices.devices"), "true");
    EXPECT_EQ(cloud.value("select device_id from alerts.alerts"), device.to_string());
    EXPECT_EQ(count("ingest.ingest_events"), 3) << "what was sent stays";
    EXPECT_EQ(counts.events, 3);
}

TEST_F(batches, each_batch_counts_once_wherever_the_connection_is_cut)
{
    constexpr int of_each = 2;
    std::multiset<Step> left;
    for (auto const step : {Step::claimed, Step::read, Step::recorded, Step::raised, Step::discovered, Step::deleted, Step::committed}) {
        for (int i = 0; i < of_each; ++i) left.insert(step);
    }
    auto const all = static_cast<int>(left.size());
    for (int i = 0; i < all; ++i) {
        auto events = mixed(i);
        events.push_back(inventory(i));
        store(events);
    }
    drain([&](Step step) {
        auto const found = left.find(step);
        if (found == left.end()) return;
        left.erase(found);
        cut_connections();
    });
    EXPECT_TRUE(left.empty());
    expect_results(all);
    EXPECT_EQ(cloud.value("select count(distinct at) from devices.telemetry"), std::to_string(all));
    EXPECT_EQ(count("cmdb.cis"), 1);
    EXPECT_EQ(
        cloud.value("select t.name from cmdb.installations i join cmdb.software_titles t on t.id = i.title_id where i.removed_at is null"),
        "package" + std::to_string(all - 1));
    EXPECT_EQ(cloud.value("select digest from cmdb.inventory_sections"), std::to_string(all - 1));
    EXPECT_EQ(count("commands.commands"), 0) << "nothing was missed";
}

TEST_F(batches, two_workers_share_a_backlog_without_doing_anything_twice)
{
    constexpr int many = 30;
    for (int i = 0; i < many; ++i) store(mixed(i));
    asio::io_context io;
    pg::Pool pool(io, cloud.database.url("monozu_jobs"), {});
    Batches taker(pool, settings);
    auto const work = [](Batches& with) -> Task<void> {
        while (co_await with.take()) {
        }
    };
    auto const both = [&work, &io](Batches& with) -> Task<void> {
        bool other_ended = false;
        asio::co_spawn(io, work(with), [&](std::exception_ptr) { other_ended = true; });
        co_await work(with);
        while (!other_ended) co_await asio::post(io, use_task);
    };
    testing::run_task(io, both(taker));
    expect_results(many);
    EXPECT_EQ(taker.counts().batches, many);
    EXPECT_EQ(taker.counts().failures, 0);
}

TEST_F(batches, a_poisoned_batch_is_set_aside_and_neither_lost_nor_in_the_way)
{
    settings.ingest_attempts_most = 3;
    auto const poisoned = store({{"security_alert", alert, now()}}, Uuid::v7());  // no such device: its alert cannot be stored
    store(mixed(0));
    drain();
    EXPECT_EQ(cloud.value("select count(*) from alerts.alerts"), "1");
    EXPECT_EQ(cloud.value("select id || ' ' || attempts from ingest.ingest_batches"), poisoned.to_string() + " 3");
    EXPECT_EQ(counts.failures, 3);
    EXPECT_EQ(counts.set_aside, 1);

    asio::io_context io;
    pg::Pool pool(io, cloud.database.url("monozu_jobs"), {});
    EXPECT_EQ(testing::run_task(io, backlog(pool, settings)).set_aside, 1);
    testing::run_task(io, upkeep(pool, settings));
    EXPECT_EQ(cloud.value("select attempts from ingest.ingest_batches"), "2") << "the upkeep gives it one more attempt";
}

TEST_F(batches, an_older_sample_does_not_replace_a_newer_state)
{
    auto const newer = now();
    store({{"telemetry", sample, newer}});
    store({{"telemetry", R"({"cpu_percent":1,"memory":{"total_bytes":1,"available_bytes":1}})", newer - std::chrono::minutes(5)}});
    drain();
    EXPECT_EQ(cloud.value("select latest_cpu_percent from devices.devices"), "50");
    EXPECT_EQ(count("devices.telemetry"), 2);
}

TEST_F(batches, a_sample_sent_twice_is_one_sample)
{
    auto const at = now();
    store({{"telemetry", sample, at}});
    store({{"telemetry", sample, at}});
    drain();
    EXPECT_EQ(count("devices.telemetry"), 1);
}

TEST_F(batches, the_jobs_hear_of_new_batches_and_stop_between_two)
{
    web::Metrics metrics;
    {
        settings.ingest_poll_milliseconds = 60'000;
        Jobs const jobs(cloud.database.url("monozu_jobs"), {}, settings, {}, metrics);
        backend::test::eventually(
            [&] { return cloud.value("select count(*) > 0 from pg_stat_activity where query ilike 'listen%'") == "true"; });
        for (int i = 0; i < 20; ++i) {
            store(mixed(i));
            cloud.superuser.run("select pg_notify('ingest', '')");
        }
        backend::test::eventually([&] { return count("ingest.ingest_batches") == 0; });
    }
    expect_results(20);
    EXPECT_NE(metrics.render().find("ingest_batches_total 20"), std::string::npos);
    // PostgreSQL notices a closed connection a moment later.
    backend::test::eventually([&] {
        return cloud.value("select count(*) from pg_stat_activity where usename = 'monozu_jobs' and datname = current_database()") == "0";
    });
}

}  // namespace
}  // namespace mz::telemetry
