#include "batch.hpp"

#include <bit>

namespace mz::ingest {
namespace {

// PostgreSQL counts microseconds from 2000-01-01.
constexpr std::int64_t postgres_epoch = 946684800LL * 1000000;
// What a row has around its JSON: the lengths, the ids and times, the longest kind.
constexpr std::size_t row_overhead = 128;

template <class T>
void put(std::string& out, T number)
{
    if constexpr (std::endian::native == std::endian::little) number = std::byteswap(number);
    out.append(reinterpret_cast<char const*>(&number), sizeof number);
}

void begin_row(std::string& out, std::int16_t columns) { put(out, columns); }

void field(std::string& out, std::string_view bytes)
{
    put(out, static_cast<std::int32_t>(bytes.size()));
    out += bytes;
}

void field(std::string& out, Uuid const& uuid)
{
    field(out, std::string_view(reinterpret_cast<char const*>(uuid.bytes.data()), uuid.bytes.size()));
}

void field(std::string& out, std::int32_t number)
{
    put(out, std::int32_t{sizeof number});
    put(out, number);
}

void field(std::string& out, Timestamp at)
{
    put(out, std::int32_t{sizeof at.microseconds});
    put(out, at.microseconds - postgres_epoch);
}

}  // namespace

void encode_rows(Batch& batch, std::span<Event const> events)
{
    std::size_t bytes = 0;
    for (auto const& event : events) bytes += event.data.size() + row_overhead;
    batch.rows.reserve(bytes);
    batch.event_count = events.size();
    std::int32_t seq = 0;
    for (auto const& event : events) {
        begin_row(batch.rows, 8);
        field(batch.rows, batch.device.tenant_id);
        field(batch.rows, batch.id);
        field(batch.rows, seq++);
        field(batch.rows, batch.device.device_id);
        field(batch.rows, event.ts);
        field(batch.rows, batch.received_at);
        field(batch.rows, name_of(event.kind));
        field(batch.rows, event.data);
    }
}

std::string encode_backlog_row(Batch const& batch)
{
    std::string row;
    begin_row(row, 5);
    field(row, batch.id);
    field(row, batch.device.tenant_id);
    field(row, batch.device.device_id);
    field(row, static_cast<std::int32_t>(batch.event_count));
    field(row, batch.received_at);
    return row;
}

}  // namespace mz::ingest
