#include "batches.hpp"

#include "alerts/alerts.hpp"
#include "core/log.hpp"
#include "devices/devices.hpp"
#include "pg/transaction.hpp"
#include "reading.hpp"
#include "telemetry_sql.hpp"

#include <algorithm>
#include <utility>

namespace mz::telemetry {
namespace {

struct ClaimArgs {
    std::int32_t attempts_most = 0;
    std::vector<Uuid> resting;
};
BOOST_DESCRIBE_STRUCT(ClaimArgs, (), (attempts_most, resting))

struct ById {
    Uuid id;
};
BOOST_DESCRIBE_STRUCT(ById, (), (id))

struct ClaimedBatch {
    Uuid id;
    Uuid tenant_id;
    Uuid device_id;
    std::int32_t event_count = 0;
    Timestamp received_at;
};
BOOST_DESCRIBE_STRUCT(ClaimedBatch, (), (id, tenant_id, device_id, event_count, received_at))

constexpr int most_doublings = 8;

}  // namespace

Batches::Batches(pg::Pool& pool, TelemetrySettings settings, inventory::Settings discovery, Reached reached)
    : pool_(pool), settings_(settings), discovery_(discovery), reached_(std::move(reached))
{
}

Task<bool> Batches::take()
{
    std::optional<Uuid> claimed;
    std::optional<Problem> failure;
    try {
        co_return co_await turn_into_results(claimed);
    } catch (Problem const& problem) {
        failure = problem;
    } catch (std::exception const& error) {
        failure = Problem(Failure::internal, error.what());
    }
    if (!claimed) throw *failure;
    co_await note_failure(*claimed, std::move(*failure));
    co_return true;
}

Task<bool> Batches::turn_into_results(std::optional<Uuid>& claimed)
{
    pg::Transaction tx(co_await pool_.acquire(), pg::Entry{});
    ClaimArgs const wanted{settings_.ingest_attempts_most, resting()};
    auto const batch = co_await tx.maybe<ClaimedBatch>(sql::batch_claim{}, wanted);
    if (!batch) co_return false;
    claimed = batch->id;
    reached_(Step::claimed);

    tx.enter({batch->tenant_id, std::nullopt});
    auto events = co_await tx.all<Event>(sql::event_list{}, *batch);
    if (std::cmp_not_equal(events.size(), batch->event_count)) {
        throw Problem(Failure::internal,
                      "the batch has " + std::to_string(events.size()) + " events instead of " + std::to_string(batch->event_count));
    }
    auto reading = read(events, batch->device_id);
    reached_(Step::read);

    devices::Report report{batch->device_id, batch->received_at, std::move(reading.telemetry), std::move(reading.logs)};
    co_await devices::record(tx, std::move(report));
    reached_(Step::recorded);
    co_await alerts::raise(tx, std::move(reading.alerts));
    reached_(Step::raised);
    inventory::Taken taken;
    if (!reading.discovery.empty()) {
        auto const begun = std::chrono::steady_clock::now();
        taken = co_await inventory::take(tx, batch->tenant_id, batch->device_id, std::move(reading.discovery), discovery_);
        ++counts_.inventories;
        counts_.inventory_seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    }
    reached_(Step::discovered);
    ById const by_id{batch->id};
    co_await tx.run(sql::batch_delete{}, by_id);
    reached_(Step::deleted);
    co_await tx.commit();
    reached_(Step::committed);

    ++counts_.batches;
    counts_.events += batch->event_count;
    auto const unreadable = reading.unreadable + taken.unreadable;
    counts_.unreadable += unreadable;
    if (unreadable > 0) log::warn("events not understood", {{"batch", batch->id}, {"device", batch->device_id}, {"events", unreadable}});
    if (taken.asked > 0) log::info("an appliance is asked for its whole inventory", {{"device", batch->device_id}});
    co_return true;
}

// The count is in the database, so that processes share it. Where the batch's transaction was committed after all, there is nothing to
// count.
Task<void> Batches::note_failure(Uuid batch, Problem why)
{
    ++counts_.failures;
    ById const by_id{batch};
    auto const attempts = co_await pg::maybe<std::int32_t>(pool_, pg::Entry{}, sql::batch_fail{}, by_id);
    if (!attempts) co_return;
    if (*attempts >= settings_.ingest_attempts_most) {
        ++counts_.set_aside;
        log::error("batch set aside", {{"batch", batch}, {"attempts", *attempts}, {"why", why.detail}});
        co_return;
    }
    log::warn("batch failed", {{"batch", batch}, {"attempts", *attempts}, {"why", why.detail}});
    auto const pause = std::chrono::seconds(settings_.ingest_attempt_pause_seconds) * (1 << std::clamp(*attempts - 1, 0, most_doublings));
    resting_[batch] = std::chrono::steady_clock::now() + pause;
}

std::vector<Uuid> Batches::resting()
{
    auto const now = std::chrono::steady_clock::now();
    std::erase_if(resting_, [now](auto const& rest) { return rest.second <= now; });
    std::vector<Uuid> out;
    out.reserve(resting_.size());
    for (auto const& [batch, until] : resting_) out.push_back(batch);
    return out;
}

}  // namespace mz::telemetry
