#pragma once
#include "core/clock.hpp"
#include "core/problem.hpp"
#include "core/text.hpp"
#include "core/uuid.hpp"
#include "event_reader.hpp"
#include "pg/copy.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>

namespace mz::ingest {

// Who sends: an appliance and the tenant that it belongs to.
struct Device {
    Uuid tenant_id;
    Uuid device_id;
};

// A batch that a device may repeat without its being counted twice.
struct Repeatable {
    std::string key;
    Bytes fingerprint;  // SHA-256 of the body: the same key with another body is a mistake
};

// An accepted batch on its way to the database.
struct Batch {
    Uuid id = Uuid::v7();
    Device device;
    Timestamp received_at;
    pg::CopyRows rows;  // of ingest.ingest_events, one an event
    std::optional<Repeatable> repeatable;
};

// How a batch ended: in the database, now or earlier, or not at all.
struct Outcome {
    bool repeated = false;
    std::optional<Problem> problem = std::nullopt;
};

using Done = std::function<void(Outcome)>;

// Fills `batch.rows`.
void encode_events(Batch& batch, std::span<Event const> events);

// Appends the row of ingest.ingest_batches.
void encode_backlog(pg::CopyRows& rows, Batch const& batch);

}  // namespace mz::ingest
