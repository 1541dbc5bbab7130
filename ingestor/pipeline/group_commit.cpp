#include "group_commit.hpp"

#include "core/crypto.hpp"
#include "pg/decode.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

namespace mz::ingest {
namespace {

constexpr char const* copy_backlog =
    "copy ingest.ingest_batches (id, tenant_id, device_id, event_count, received_at) from stdin (format binary)";
constexpr char const* copy_events =
    "copy ingest.ingest_events (tenant_id, batch_id, seq, device_id, ts, received_at, kind, data) from stdin (format binary)";
constexpr char const* same_body =
    "select fingerprint = $4::bytea from ingest.idempotency_keys where tenant_id = $1 and device_id = $2 and key = $3";

std::string bytea(Bytes const& bytes) { return "\\x" + hex(bytes); }

// Inserts the keys that are new, and returns the batches that now own theirs. A key that another writer is claiming at this moment makes
// this wait for its commit; all writers claim in the same order, so none waits for another in a circle.
std::set<Uuid> claim(pg::BinaryCopy& connection, std::vector<Batch const*> keyed)
{
    std::ranges::sort(keyed, {}, [](Batch const* batch) {
        return std::tuple(batch->device.tenant_id, batch->device.device_id, std::string_view(batch->repeatable->key));
    });
    std::string statement = "insert into ingest.idempotency_keys (tenant_id, device_id, key, batch_id, fingerprint, received_at) values ";
    pg::Params params;
    for (auto const* batch : keyed) {
        auto const n = params.size();
        statement += fmt::format("{}(${}, ${}, ${}, ${}, ${}, ${})", n == 0 ? "" : ", ", n + 1, n + 2, n + 3, n + 4, n + 5, n + 6);
        params.insert(params.end(), {batch->device.tenant_id.to_string(), batch->device.device_id.to_string(), batch->repeatable->key,
                                     batch->id.to_string(), bytea(batch->repeatable->fingerprint), batch->received_at.to_string()});
    }
    statement += " on conflict do nothing returning batch_id";
    auto const owners = pg::decode_all<Uuid>(connection.run(statement, params), "claim");
    return {owners.begin(), owners.end()};
}

// The outcome of a batch whose key is taken.
Outcome repetition(pg::BinaryCopy& connection, Batch const& batch)
{
    pg::Params const params{batch.device.tenant_id.to_string(), batch.device.device_id.to_string(), batch.repeatable->key,
                            bytea(batch.repeatable->fingerprint)};
    auto const same = pg::decode_all<bool>(connection.run(same_body, params), "repetition");
    if (same.empty()) return {.problem = Problem::unavailable("The idempotency key is being forgotten.", std::chrono::seconds(1))};
    if (same[0]) return {.repeated = true};
    return {.problem = Problem(Failure::unprocessable, "idempotency-key-reused", "This Idempotency-Key came with another body before.")};
}

}  // namespace

std::vector<Outcome> commit_group(pg::BinaryCopy& connection, std::span<Batch const* const> batches)
{
    std::vector<Outcome> outcomes(batches.size());
    std::vector<Batch const*> keyed;
    std::ranges::copy_if(batches, std::back_inserter(keyed), [](Batch const* batch) { return batch->repeatable.has_value(); });

    connection.begin();
    std::set<Uuid> owners;
    if (!keyed.empty()) owners = claim(connection, keyed);

    pg::CopyRows backlog;
    std::vector<std::string_view> events;
    for (std::size_t i = 0; i < batches.size(); ++i) {
        auto const& batch = *batches[i];
        if (batch.repeatable && !owners.contains(batch.id)) {
            outcomes[i] = repetition(connection, batch);
            continue;
        }
        encode_backlog(backlog, batch);
        events.push_back(batch.rows.data());
    }
    if (!events.empty()) {
        std::array const rows{backlog.data()};
        connection.copy(copy_backlog, rows);
        connection.copy(copy_events, events);
        connection.script("select pg_notify('ingest', '')");
    }
    connection.commit();
    return outcomes;
}

}  // namespace mz::ingest
