#include "fixture.hpp"

#include "core/crypto.hpp"
#include "pg/decode.hpp"
#include "pg/listener.hpp"
#include "pipeline/batch.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <memory>
#include <thread>

namespace mz::ingest {
namespace {

using namespace std::chrono_literals;

// Nothing can be written to the backlog while it lives, as if the database were slow.
class SlowDatabase {
public:
    explicit SlowDatabase(Ingestor& ingestor) : holder_(ingestor.database().connect_superuser())
    {
        holder_.begin();
        holder_.script("lock table ingest.ingest_batches in access exclusive mode");
    }
    ~SlowDatabase() { holder_.rollback(); }

private:
    pg::Blocking holder_;
};

std::future<testing::Answer> post_aside(Ingestor& ingestor, Appliance const& from, std::string const& body, Headers const& headers = {})
{
    return std::async(std::launch::async, [&ingestor, from, body, headers] { return ingestor.post(from, body, headers); });
}

TEST(ingest_storage, while_the_database_is_away_the_answer_is_503_at_once)
{
    Ingestor ingestor([](Settings& settings) {
        settings.ingest_database_url.value =
            Secret<std::string>("postgresql://monozu_ingest@/nowhere?host=/tmp/there-is-no-such-directory");
    });
    auto const started = std::chrono::steady_clock::now();
    auto const answer = ingestor.post(batch(1), {{"X-Device-Key", "any"}});
    EXPECT_LT(std::chrono::steady_clock::now() - started, 1s);
    EXPECT_EQ(answer.status, 503);
    EXPECT_TRUE(answer.headers.contains("retry-after"));
    EXPECT_EQ(ingestor.get("/readyz").status, 503);
    EXPECT_EQ(ingestor.get("/healthz").status, 200);
}

TEST(ingest_storage, a_full_queue_answers_503_at_once_and_keeps_what_it_holds)
{
    Ingestor ingestor([](Settings& settings) {
        settings.ingest_writers = 1;
        settings.ingest_max_queued_batches = 3;
        settings.ingest_group_batches = 1;
    });
    auto const from = ingestor.register_appliance();
    EXPECT_EQ(ingestor.post(from, batch(1)).status, 204);
    std::vector<std::future<testing::Answer>> waiting;
    {
        SlowDatabase const slow(ingestor);
        for (std::size_t i = 0; i < 4; ++i) {
            waiting.push_back(post_aside(ingestor, from, batch(1)));
            // One is with the writer, the others in the queue.
            EXPECT_TRUE(eventually([&] { return ingestor.shared().writers.queued_batches() == i; }));
        }
        auto const started = std::chrono::steady_clock::now();
        auto const refused = ingestor.post(from, batch(1));
        EXPECT_EQ(refused.status, 503);
        EXPECT_TRUE(refused.headers.contains("retry-after"));
        EXPECT_LT(std::chrono::steady_clock::now() - started, 1s);
    }
    for (auto& answer : waiting) EXPECT_EQ(answer.get().status, 204);
    EXPECT_EQ(ingestor.batches(), 5);
    EXPECT_EQ(ingestor.shared().writers.queued_bytes(), 0u);
}

TEST(ingest_storage, the_queue_is_bounded_in_bytes_too)
{
    Ingestor ingestor([](Settings& settings) {
        settings.ingest_writers = 1;
        settings.ingest_max_queued_bytes = 20000;
        settings.ingest_group_batches = 1;
    });
    auto const from = ingestor.register_appliance();
    std::vector<std::future<testing::Answer>> waiting;
    {
        SlowDatabase const slow(ingestor);
        waiting.push_back(post_aside(ingestor, from, batch(1)));
        EXPECT_TRUE(eventually([&] { return ingestor.server().connections() == 1 && ingestor.shared().writers.queued_batches() == 0; }));
        std::this_thread::sleep_for(200ms);  // with the writer now
        waiting.push_back(post_aside(ingestor, from, batch(100)));
        EXPECT_TRUE(eventually([&] { return ingestor.shared().writers.queued_bytes() > 10000; }));
        EXPECT_EQ(ingestor.post(from, batch(100)).status, 503);
    }
    for (auto& answer : waiting) EXPECT_EQ(answer.get().status, 204);
}

TEST(ingest_storage, a_batch_that_was_answered_503_for_slowness_counts_once_when_it_comes_again)
{
    Ingestor ingestor([](Settings& settings) { settings.ingest_answer_milliseconds = 300; });
    auto const from = ingestor.register_appliance();
    auto const body = batch(5);
    Headers const key{{"Idempotency-Key", "k"}};
    {
        SlowDatabase const slow(ingestor);
        auto const answer = ingestor.post(from, body, key);
        EXPECT_EQ(answer.status, 503);
        EXPECT_TRUE(answer.headers.contains("retry-after"));
    }
    EXPECT_TRUE(eventually([&] { return ingestor.post(from, body, key).status == 204; }));
    EXPECT_EQ(ingestor.events(), 5);
    EXPECT_EQ(ingestor.batches(), 1);
}

TEST(ingest_storage, the_same_key_many_times_at_once_counts_once)
{
    Ingestor ingestor;
    auto const from = ingestor.register_appliance();
    auto const body = batch(2);
    std::vector<std::future<testing::Answer>> answers;
    {
        // All of them wait, so that several share one transaction and others meet in two.
        SlowDatabase const slow(ingestor);
        for (int i = 0; i < 24; ++i) answers.push_back(post_aside(ingestor, from, body, {{"Idempotency-Key", i % 2 == 0 ? "a" : "b"}}));
        EXPECT_TRUE(eventually([&] { return ingestor.shared().writers.queued_batches() >= 8; }));
    }
    for (auto& answer : answers) EXPECT_EQ(answer.get().status, 204);
    EXPECT_EQ(ingestor.batches(), 2);
    EXPECT_EQ(ingestor.events(), 4);
}

// A batch that the reader would never let through, for what only the database notices.
Batch made_up_batch(Appliance const& from, Kind kind, std::string const& data, Timestamp received_at = now())
{
    Batch out;
    out.device = {from.tenant_id, from.device_id};
    out.received_at = received_at;
    std::vector<Event> const events{{kind, now(), data}};
    encode_events(out, events);
    return out;
}

std::future<Outcome> submit(Ingestor& ingestor, Batch made)
{
    auto const promise = std::make_shared<std::promise<Outcome>>();
    auto outcome = promise->get_future();
    ingestor.shared().writers.submit(std::move(made), [promise](Outcome settled) { promise->set_value(std::move(settled)); });
    return outcome;
}

TEST(ingest_storage, a_batch_that_the_database_refuses_does_not_take_its_neighbours_along)
{
    Ingestor ingestor([](Settings& settings) { settings.ingest_writers = 1; });
    auto const from = ingestor.register_appliance();
    std::vector<std::future<Outcome>> outcomes;
    {
        SlowDatabase const slow(ingestor);
        for (std::size_t i = 0; i < 6; ++i) {
            auto made = made_up_batch(from, Kind::log, i == 3 ? "{not json" : "{}");
            if (i % 2 == 1) made.repeatable = Repeatable{"key " + std::to_string(i), sha256("body")};
            outcomes.push_back(submit(ingestor, std::move(made)));
        }
    }
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        auto const outcome = outcomes[i].get();
        ASSERT_EQ(outcome.problem.has_value(), i == 3) << i;
        if (i == 3) EXPECT_EQ(outcome.problem->failure, Failure::bad_request);
    }
    EXPECT_EQ(ingestor.batches(), 5);
    EXPECT_EQ(ingestor.events(), 5);
    EXPECT_EQ(ingestor.count("select count(*) from ingest.idempotency_keys"), 2);
}

TEST(ingest_storage, writers_come_back_after_their_connections_are_cut)
{
    Ingestor ingestor;
    auto const from = ingestor.register_appliance();
    EXPECT_EQ(ingestor.post(from, batch(1)).status, 204);
    ingestor.execute(
        "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'monozu_ingest' and datname = current_database()");
    Headers const key{{"Idempotency-Key", "again"}};
    auto const body = batch(1);
    EXPECT_TRUE(eventually([&] {
        auto const status = ingestor.post(from, body, key).status;
        EXPECT_TRUE(status == 204 || status == 503) << status;
        return status == 204;
    }));
    EXPECT_EQ(ingestor.events(), 2);
}

TEST(ingest_storage, stopping_answers_what_is_under_way)
{
    auto ingestor = std::make_unique<Ingestor>();
    auto const from = ingestor->register_appliance();
    std::vector<std::future<testing::Answer>> answers;
    std::thread stopper;
    {
        SlowDatabase const slow(*ingestor);
        for (int i = 0; i < 12; ++i) answers.push_back(post_aside(*ingestor, from, batch(1)));
        EXPECT_TRUE(eventually([&] { return ingestor->server().connections() == 12; }));
        std::this_thread::sleep_for(200ms);
        stopper = std::thread([&] { ingestor->server().stop(); });
        std::this_thread::sleep_for(200ms);
    }
    for (auto& answer : answers) EXPECT_EQ(answer.get().status, 204);
    stopper.join();
    EXPECT_EQ(ingestor->batches(), 12);
}

TEST(ingest_storage, a_stored_batch_wakes_whoever_listens)
{
    Ingestor ingestor;
    auto const from = ingestor.register_appliance();
    asio::io_context io;
    std::atomic<int> woken = 0;
    std::atomic<int> gaps = 0;
    pg::Listener const listener(
        io, ingestor.database().url("monozu_jobs"), {"ingest"}, [&](std::string_view, std::string_view) { ++woken; }, [&] { ++gaps; });
    io.run_for(500ms);
    auto answer = post_aside(ingestor, from, batch(1));
    EXPECT_TRUE(eventually([&] {
        io.restart();
        io.run_for(20ms);
        return woken > 0;
    }));
    EXPECT_EQ(answer.get().status, 204);
}

TEST(ingest_storage, a_role_that_may_do_more_than_insert_is_refused)
{
    Ingestor ingestor;
    for (auto const& url : {ingestor.database().superuser_url(), ingestor.database().url("monozu_owner")}) {
        EXPECT_THROW(open_connection(url, WriterSettings()), UnsafeRole);
    }
    EXPECT_NO_THROW(open_connection(ingestor.database().url("monozu_ingest"), WriterSettings()));
}

TEST(ingest_storage, a_tenant_reads_its_own_events_only)
{
    Ingestor ingestor;
    auto const ours = ingestor.register_appliance();
    auto const theirs = ingestor.register_appliance();
    EXPECT_EQ(ingestor.post(ours, batch(2)).status, 204);
    EXPECT_EQ(ingestor.post(theirs, batch(3), {{"Idempotency-Key", "k"}}).status, 204);
    for (auto const* role : {"monozu_app", "monozu_jobs"}) {
        auto connection = ingestor.database().connect(role);
        auto const visible = [&] {
            return pg::decode_all<long>(connection.run("select count(*) from ingest.ingest_events"), "visible").at(0);
        };
        EXPECT_EQ(visible(), 0);
        connection.begin();
        connection.run("select app.enter($1, null)", {ours.tenant_id.to_string()});
        EXPECT_EQ(visible(), 2);
        connection.rollback();
        EXPECT_THROW(connection.script("delete from ingest.ingest_events"), Problem);
        EXPECT_THROW(connection.script("select key from ingest.idempotency_keys"), Problem);
    }
    auto ingest = ingestor.database().connect("monozu_ingest");
    EXPECT_THROW(ingest.script("select data from ingest.ingest_events"), Problem);
    EXPECT_THROW(ingest.script("delete from ingest.ingest_batches"), Problem);
}

TEST(ingest_partitions, days_are_made_once_and_take_over_what_the_default_held)
{
    Ingestor ingestor;
    auto const from = ingestor.register_appliance();
    EXPECT_EQ(ingestor.post(from, batch(7)).status, 204);
    auto jobs = ingestor.database().connect("monozu_jobs");
    auto const ensure = [&] { return pg::decode_all<int>(jobs.run("select ingest.ensure_partitions(2)"), "ensure").at(0); };
    EXPECT_EQ(ensure(), 3 * 8);
    EXPECT_EQ(ensure(), 0);
    EXPECT_EQ(ingestor.events(), 7);
    EXPECT_EQ(ingestor.count("select count(*) from ingest.ingest_events where tableoid::regclass::text like '%default'"), 0);
    EXPECT_EQ(ingestor.post(from, batch(3)).status, 204);
    EXPECT_EQ(ingestor.events(), 10);
    EXPECT_EQ(ingestor.count("select count(*) from ingest.ingest_events where tableoid::regclass::text like '%default'"), 0);
}

TEST(ingest_partitions, old_days_go_but_never_one_that_still_waits)
{
    Ingestor ingestor;
    auto const from = ingestor.register_appliance();
    auto jobs = ingestor.database().connect("monozu_jobs");
    auto const drop = [&] { return pg::decode_all<int>(jobs.run("select ingest.drop_partitions(7)"), "drop").at(0); };
    for (auto const days : {20, 10}) {
        auto const old = made_up_batch(from, Kind::log, "{}", now() - 24h * days);
        EXPECT_FALSE(submit(ingestor, old).get().problem);
    }
    ingestor.execute(
        "create table ingest.ingest_events_p0_20200101 partition of ingest.ingest_events_p0 for values from ('2020-01-01 00:00Z') to "
        "('2020-01-02 00:00Z')");
    EXPECT_EQ(drop(), 1);  // the empty day of 2020
    EXPECT_EQ(ingestor.events(), 2);
    ingestor.execute("delete from ingest.ingest_batches where received_at < now() - interval '15 days'");
    drop();
    EXPECT_EQ(ingestor.events(), 1);
    ingestor.execute("delete from ingest.ingest_batches");
    drop();
    EXPECT_EQ(ingestor.events(), 0);
    EXPECT_THROW(ingestor.database().connect("monozu_app").script("select ingest.drop_partitions(0)"), Problem);
}

TEST(ingest_partitions, keys_are_forgotten_after_their_time)
{
    Ingestor ingestor;
    auto const from = ingestor.register_appliance();
    auto const body = batch(1);
    EXPECT_EQ(ingestor.post(from, body, {{"Idempotency-Key", "old"}}).status, 204);
    ingestor.execute("update ingest.idempotency_keys set received_at = now() - interval '40 days'");
    EXPECT_EQ(ingestor.post(from, body, {{"Idempotency-Key", "new"}}).status, 204);
    auto jobs = ingestor.database().connect("monozu_jobs");
    EXPECT_EQ(pg::decode_all<long>(jobs.run("select ingest.purge_idempotency_keys('30 days')"), "purge").at(0), 1);
    EXPECT_EQ(ingestor.count("select count(*) from ingest.idempotency_keys where key = 'new'"), 1);
}

}  // namespace
}  // namespace mz::ingest
