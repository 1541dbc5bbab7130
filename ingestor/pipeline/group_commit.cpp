#include "group_commit.hpp"

#include "core/crypto.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

namespace mz::ingest {
namespace {

using Deadline = DatabaseLink::Clock::time_point;

constexpr std::string_view copies_and_commit =
    "copy ingest.ingest_batches (id, tenant_id, device_id, event_count, received_at) from stdin (format binary); "
    "copy ingest.ingest_events (tenant_id, batch_id, seq, device_id, ts, received_at, kind, data) from stdin (format binary); "
    "select pg_notify('ingest', ''); "
    "commit";

std::string bytea(Bytes const& bytes) { return "\\x" + hex(bytes); }

Uuid uuid_of(std::string_view binary)
{
    Uuid out;
    std::ranges::copy_n(binary.begin(), static_cast<std::ptrdiff_t>(std::min(binary.size(), out.bytes.size())), out.bytes.begin());
    return out;
}

// Inserts the keys that are new, and returns the batches that now own theirs. A key that another writer is claiming at this moment makes
// this wait for its commit; all writers claim in the same order, so none waits for another in a circle.
std::set<Uuid> claim(DatabaseLink& link, std::vector<Batch const*> keyed, Deadline deadline)
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
    auto const owned = link.run(statement, params, deadline);
    std::set<Uuid> out;
    for (int row = 0; row < owned.rows(); ++row) out.insert(uuid_of(owned.value(row, 0)));
    return out;
}

// The outcome of a batch whose key is taken.
Outcome repetition(DatabaseLink& link, Batch const& batch, Deadline deadline)
{
    static std::string const statement =
        "select fingerprint = $4::bytea from ingest.idempotency_keys where tenant_id = $1 and device_id = $2 and key = $3";
    pg::Params const params{batch.device.tenant_id.to_string(), batch.device.device_id.to_string(), batch.repeatable->key,
                            bytea(batch.repeatable->fingerprint)};
    auto const same = link.run(statement, params, deadline);
    if (same.rows() == 0) return {.problem = Problem::unavailable("The idempotency key is being forgotten.", std::chrono::seconds(1))};
    if (same.value(0, 0) == std::string_view("\1")) return {.repeated = true};
    return {.problem = Problem(Failure::unprocessable, "idempotency-key-reused", "This Idempotency-Key came with another body before.")};
}

}  // namespace

std::vector<Outcome> commit_group(DatabaseLink& link, std::span<Batch const* const> batches, std::chrono::milliseconds limit)
{
    auto const deadline = DatabaseLink::Clock::now() + limit;
    std::vector<Outcome> outcomes(batches.size());
    std::vector<Batch const*> keyed;
    std::ranges::copy_if(batches, std::back_inserter(keyed), [](Batch const* batch) { return batch->repeatable.has_value(); });

    std::string script = "begin; ";
    std::set<Uuid> owned;
    if (!keyed.empty()) {
        link.run("begin", {}, deadline);
        script.clear();
        owned = claim(link, keyed, deadline);
    }

    std::string backlog;
    std::vector<DatabaseLink::Rows> copies(2);
    for (std::size_t i = 0; i < batches.size(); ++i) {
        auto const& batch = *batches[i];
        if (batch.repeatable && !owned.contains(batch.id)) {
            outcomes[i] = repetition(link, batch, deadline);
            continue;
        }
        backlog += encode_backlog_row(batch);
        copies[1].push_back(batch.rows);
    }
    if (backlog.empty()) {
        link.run("rollback", {}, deadline);
        return outcomes;
    }
    copies[0].push_back(backlog);
    link.script(script.append(copies_and_commit), copies, deadline);
    return outcomes;
}

}  // namespace mz::ingest
