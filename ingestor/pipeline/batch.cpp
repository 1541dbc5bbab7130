#include "batch.hpp"

namespace mz::ingest {
namespace {

// What a row has around its JSON: the lengths, the ids and times, the longest kind.
constexpr std::size_t row_overhead = 128;

}  // namespace

void encode_events(Batch& batch, std::span<Event const> events)
{
    std::size_t bytes = 0;
    for (auto const& event : events) bytes += event.data.size() + row_overhead;
    auto& rows = batch.rows;
    rows.reserve(bytes);
    std::int32_t seq = 0;
    for (auto const& event : events) {
        rows.row(8);
        rows.uuid(batch.device.tenant_id);
        rows.uuid(batch.id);
        rows.int32(seq++);
        rows.uuid(batch.device.device_id);
        rows.timestamp(event.ts);
        rows.timestamp(batch.received_at);
        rows.text(name_of(event.kind));
        rows.text(event.data);
    }
}

void encode_backlog(pg::CopyRows& rows, Batch const& batch)
{
    rows.row(5);
    rows.uuid(batch.id);
    rows.uuid(batch.device.tenant_id);
    rows.uuid(batch.device.device_id);
    rows.int32(static_cast<std::int32_t>(batch.rows.rows()));
    rows.timestamp(batch.received_at);
}

}  // namespace mz::ingest
