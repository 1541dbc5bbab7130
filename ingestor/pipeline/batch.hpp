#pragma once
#include "core/clock.hpp"
#include "core/problem.hpp"
#include "core/text.hpp"
#include "core/uuid.hpp"
#include "event_reader.hpp"

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
    std::size_t event_count = 0;
    std::string rows;  // of ingest.ingest_events in COPY's binary format, without its header and trailer
    std::optional<Repeatable> repeatable;
};

// How a batch ended: in the database, now or earlier, or not at all.
struct Outcome {
    bool repeated = false;
    std::optional<Problem> problem = std::nullopt;
};

using Done = std::function<void(Outcome)>;

// Fills `batch.rows` and `batch.event_count`.
void encode_rows(Batch& batch, std::span<Event const> events);

// One row of ingest.ingest_batches.
std::string encode_backlog_row(Batch const& batch);

}  // namespace mz::ingest
