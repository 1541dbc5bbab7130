#include "fixture.hpp"

#include <gtest/gtest.h>
#include <zlib.h>
#include <zstd.h>

#include <thread>

namespace mz::ingest {
namespace {

using namespace std::chrono_literals;

std::string pointer_of(testing::Answer const& answer) { return std::string(answer.json().at("errors").at(0).at("pointer").as_string()); }

std::string gzip(std::string text)
{
    z_stream stream{};
    deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    std::string out(deflateBound(&stream, text.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(text.data());
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

std::string zstd(std::string const& text)
{
    std::string out(ZSTD_compressBound(text.size()), '\0');
    out.resize(ZSTD_compress(out.data(), out.size(), text.data(), text.size(), 3));
    return out;
}

TEST(ingest, a_batch_is_in_the_database_once_it_is_answered)
{
    Ingestor ingestor;
    auto const from = ingestor.register_appliance();
    auto const answer = ingestor.post(from, "[" + event("telemetry", R"({ "cpu_percent" : 12.50 })") + "," + event() + "]");
    EXPECT_EQ(answer.status, 204);
    EXPECT_EQ(answer.body, "");
    EXPECT_EQ(ingestor.events(), 2);
    EXPECT_EQ(ingestor.count("select count(*) from ingest.ingest_batches where event_count = 2 and attempts = 0"), 1);
    auto const whose = "where tenant_id = '" + from.tenant_id.to_string() + "' and device_id = '" + from.device_id.to_string() + "'";
    EXPECT_EQ(ingestor.count("select count(*) from ingest.ingest_batches " + whose), 1);
    EXPECT_EQ(ingestor.count("select count(*) from ingest.ingest_events e join ingest.ingest_batches b on b.id = e.batch_id and "
                             "b.received_at = e.received_at "
                             "and b.tenant_id = e.tenant_id and b.device_id = e.device_id"),
              2);
    EXPECT_EQ(ingestor.count("select count(*) from ingest.ingest_events where seq = 0 and kind = 'telemetry' "
                             "and data::text = '{ \"cpu_percent\" : 12.50 }' and abs(extract(epoch from received_at - ts)) < 60"),
              1);
}

TEST(ingest, lines_and_compressed_bodies_are_batches_too)
{
    Ingestor ingestor;
    auto const from = ingestor.register_appliance();
    EXPECT_EQ(ingestor.post(from, event() + "\n" + event() + "\n", {{"Content-Type", "application/x-ndjson"}}).status, 204);
    EXPECT_EQ(ingestor.post(from, gzip(batch(100)), {{"Content-Encoding", "gzip"}}).status, 204);
    EXPECT_EQ(ingestor.post(from, zstd(batch(100)), {{"Content-Encoding", "zstd"}}).status, 204);
    EXPECT_EQ(ingestor.post(from, batch(1), {{"Content-Type", "application/json; charset=utf-8"}}).status, 204);
    EXPECT_EQ(ingestor.events(), 203);
    EXPECT_EQ(ingestor.post(from, "[]").status, 204);
    EXPECT_EQ(ingestor.batches(), 4);
}

TEST(ingest, nothing_of_a_batch_with_one_bad_event_is_stored)
{
    Ingestor ingestor([](Settings& settings) {
        settings.ingest_max_event_bytes = 1000;
        settings.ingest_max_depth = 4;
        settings.ingest_max_events = 50;
    });
    auto const from = ingestor.register_appliance();
    std::map<std::string, std::string> const bad{
        {"[" + event() + "," + event("nonsense") + "]", "/1/kind"},
        {"[" + event() + R"(,{"kind":"log","ts":"soon","data":{}}])", "/1/ts"},
        {"[" + event() + R"(,{"kind":"log","ts":"2001-01-01T00:00:00Z","data":{}}])", "/1/ts"},
        {"[" + event() + R"(,{"kind":"log","data":{}}])", "/1/ts"},
        {"[" + event() + "," + event("security_alert", R"({"severity":"high"})") + "]", "/1/data/title"},
        {"[" + event() + "," + event("discovery", R"({"a":{"b":{"c":{"d":1}}}})") + "]", "/1/data"},
        {"[" + event() + "," + event("discovery", "{\"a\":\"" + std::string(2000, 'x') + "\"}") + "]", "/1/data"},
        {"[" + event() + "," + event("log", "{\"message\":\"\xff\"}") + "]", "/1"},
        {"[" + event() + "," + event() + "] garbage", "/1"},
        {batch(51), "/50"},
    };
    for (auto const& [body, pointer] : bad) {
        auto const answer = ingestor.post(from, body);
        EXPECT_EQ(answer.status, 400) << body;
        EXPECT_EQ(answer.headers.at("content-type"), "application/problem+json");
        EXPECT_EQ(pointer_of(answer), pointer) << body;
    }
    EXPECT_EQ(ingestor.post(from, event() + "\nnot json\n", {{"Content-Type", "application/x-ndjson"}}).status, 400);
    EXPECT_EQ(ingestor.post(from, "not gzip", {{"Content-Encoding", "gzip"}}).status, 400);
    EXPECT_EQ(ingestor.post(from, batch(1), {{"Content-Encoding", "br"}}).status, 415);
    EXPECT_EQ(ingestor.post(from, batch(1), {{"Content-Type", "text/plain"}}).status, 415);
    EXPECT_EQ(ingestor.post(from, batch(1), {{"Idempotency-Key", "\"unfinished"}}).status, 400);
    EXPECT_EQ(ingestor.events(), 0);
    EXPECT_EQ(ingestor.batches(), 0);
}

TEST(ingest, a_body_past_the_limits_is_too_large)
{
    Ingestor ingestor([](Settings& settings) {
        settings.http_max_body_bytes = 10000;
        settings.http_max_decoded_body_bytes = 20000;
    });
    auto const from = ingestor.register_appliance();
    EXPECT_EQ(ingestor.post(from, batch(200)).status, 413);
    EXPECT_EQ(ingestor.post(from, gzip(batch(1000)), {{"Content-Encoding", "gzip"}}).status, 413);
    EXPECT_EQ(ingestor.events(), 0);
}

TEST(ingest, a_key_that_is_absent_or_wrong_is_refused)
{
    Ingestor ingestor;
    for (auto const& headers : {Headers{}, Headers{{"X-Device-Key", "mzd_wrong"}}, Headers{{"X-Device-Key", std::string(5000, 'x')}}}) {
        auto const answer = ingestor.post(batch(1), headers);
        EXPECT_EQ(answer.status, 401);
        EXPECT_TRUE(answer.headers.contains("www-authenticate"));
    }
    // Before anything is said about the body.
    EXPECT_EQ(ingestor.post("nonsense", {}).status, 401);
    EXPECT_EQ(ingestor.events(), 0);
}

TEST(ingest, a_revoked_key_is_refused_within_five_seconds)
{
    Ingestor ingestor;
    auto const from = ingestor.register_appliance();
    EXPECT_EQ(ingestor.post(from, batch(1)).status, 204);
    ingestor.execute("update devices.device_keys set revoked_at = now()");
    std::this_thread::sleep_for(4s);
    // Every thread has a memory of its own.
    auto const stored = ingestor.events();
    for (int i = 0; i < 16; ++i) EXPECT_EQ(ingestor.post(from, batch(1)).status, 401);
    EXPECT_EQ(ingestor.events(), stored);
}

TEST(ingest, a_new_key_works_although_it_was_refused_before)
{
    Ingestor ingestor([](Settings& settings) { settings.ingest_key_cache_milliseconds = 300; });
    auto from = ingestor.register_appliance();
    auto const other = from.key + "x";
    EXPECT_EQ(ingestor.post(batch(1), {{"X-Device-Key", other}}).status, 401);
    ingestor.execute("update devices.device_keys set key_hash = sha256('" + other + "')");
    EXPECT_TRUE(eventually([&] { return ingestor.post(batch(1), {{"X-Device-Key", other}}).status == 204; }));
}

TEST(ingest, a_suspended_tenants_devices_are_not_allowed)
{
    Ingestor ingestor([](Settings& settings) { settings.ingest_key_cache_milliseconds = 100; });
    auto const from = ingestor.register_appliance();
    EXPECT_EQ(ingestor.post(from, batch(1)).status, 204);
    ingestor.execute("update licence.tenants set status = 'suspended'");
    EXPECT_TRUE(eventually([&] { return ingestor.post(from, batch(1)).status == 403; }));
    ingestor.execute("update licence.tenants set status = 'active'");
    EXPECT_TRUE(eventually([&] { return ingestor.post(from, batch(1)).status == 204; }));
}

TEST(ingest, a_device_of_an_expired_licence_is_not_allowed)
{
    Ingestor ingestor([](Settings& settings) { settings.ingest_key_cache_milliseconds = 100; });
    auto const from = ingestor.register_appliance();
    EXPECT_EQ(ingestor.post(from, batch(1)).status, 204);
    ingestor.execute("update licence.tenant_licenses set valid_until = now()");
    EXPECT_TRUE(eventually([&] { return ingestor.post(from, batch(1)).status == 403; }));
    ingestor.execute("update licence.tenant_licenses set valid_until = now() + interval '1 day'");
    EXPECT_TRUE(eventually([&] { return ingestor.post(from, batch(1)).status == 204; }));
}

TEST(ingest, a_repeated_batch_counts_once)
{
    Ingestor ingestor;
    auto const from = ingestor.register_appliance();
    auto const body = batch(3);
    EXPECT_EQ(ingestor.post(from, body, {{"Idempotency-Key", "\"one\""}}).status, 204);
    EXPECT_EQ(ingestor.post(from, body, {{"Idempotency-Key", "one"}}).status, 204);
    EXPECT_EQ(ingestor.post(from, gzip(body), {{"Idempotency-Key", "one"}, {"Content-Encoding", "gzip"}}).status, 204);
    EXPECT_EQ(ingestor.events(), 3);
    EXPECT_EQ(ingestor.batches(), 1);
    EXPECT_EQ(ingestor.post(from, body, {{"Idempotency-Key", "two"}}).status, 204);
    EXPECT_EQ(ingestor.post(from, body).status, 204);
    EXPECT_EQ(ingestor.batches(), 3);
}

TEST(ingest, an_idempotency_key_belongs_to_one_device_and_one_body)
{
    Ingestor ingestor;
    auto const from = ingestor.register_appliance();
    auto const neighbour = ingestor.register_appliance(from.tenant_id);
    auto const stranger = ingestor.register_appliance();
    Headers const key{{"Idempotency-Key", "\"same\""}};
    for (auto const& sender : {from, neighbour, stranger}) EXPECT_EQ(ingestor.post(sender, batch(1), key).status, 204);
    EXPECT_EQ(ingestor.events(), 3);
    auto const other = ingestor.post(from, batch(2), key);
    EXPECT_EQ(other.status, 422);
    EXPECT_EQ(other.json().at("type").as_string(), "urn:monozu:problem:idempotency-key-reused");
    EXPECT_EQ(ingestor.events(), 3);
}

TEST(ingest, a_sender_over_its_quota_is_told_when_to_come_back)
{
    Ingestor ingestor([](Settings& settings) {
        settings.ingest_max_events = 100;
        settings.ingest_device_events_per_second = 10;
        settings.ingest_device_burst_events = 100;
    });
    auto const from = ingestor.register_appliance();
    EXPECT_EQ(ingestor.post(from, batch(90)).status, 204);
    auto const answer = ingestor.post(from, batch(60));
    EXPECT_EQ(answer.status, 429);
    auto const wait = std::stoi(answer.headers.at("retry-after"));
    EXPECT_GE(wait, 3);
    EXPECT_LE(wait, 5);
    EXPECT_EQ(ingestor.events(), 90);
    EXPECT_EQ(ingestor.post(ingestor.register_appliance(from.tenant_id), batch(60)).status, 204);
}

TEST(ingest, says_whether_it_is_alive_ready_and_what_it_did)
{
    Ingestor ingestor;
    auto const from = ingestor.register_appliance();
    EXPECT_EQ(ingestor.get("/healthz").status, 200);
    EXPECT_EQ(ingestor.get("/readyz").status, 200);
    ingestor.post(from, "[" + event("telemetry", "{}") + "]");
    ingestor.post(from, "nonsense");
    auto const metrics = ingestor.get("/metrics").body;
    EXPECT_NE(metrics.find("ingest_events_total{kind=\"telemetry\"} 1"), std::string::npos) << metrics;
    EXPECT_NE(metrics.find("ingest_requests_total{status=\"400\"} 1"), std::string::npos) << metrics;
    EXPECT_NE(metrics.find("ingest_commit_seconds_count 1"), std::string::npos) << metrics;
    EXPECT_EQ(ingestor.get("/v1/ingest").status, 405);
    EXPECT_EQ(ingestor.get("/v1/ingest").headers.at("allow"), "POST");
    EXPECT_EQ(ingestor.get("/nowhere").status, 404);
}

TEST(ingest, settings_that_contradict_each_other_are_refused)
{
    Settings slow_to_forget;
    slow_to_forget.ingest_key_cache_milliseconds = 3001;
    EXPECT_THROW(check(slow_to_forget), config::Error);
    Settings never_passes;
    never_passes.ingest_device_burst_events = static_cast<int>(never_passes.ingest_max_events) - 1;
    EXPECT_THROW(check(never_passes), config::Error);
    EXPECT_NO_THROW(check(Settings()));
}

}  // namespace
}  // namespace mz::ingest
