#include "spool/spool.hpp"

#include "core/clock.hpp"
#include "core/crypto.hpp"
#include "core/log.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace mz::edge {
namespace {

// A small bound still gets several segments, so that little is dropped at a time.
constexpr std::int64_t min_segments = 16;
constexpr std::int64_t min_segment_bytes = 4096;

std::size_t segment_bytes(SpoolSettings const& settings)
{
    auto const share = std::max(settings.edge_spool_max_bytes / min_segments, min_segment_bytes);
    return static_cast<std::size_t>(std::min(settings.edge_spool_segment_bytes, share));
}

std::string spool_id(std::filesystem::path const& folder)
{
    std::filesystem::create_directories(folder);
    if (auto const id = read_file(folder / "id")) return *id;
    auto const id = random_token(16);
    write_atomically(folder / "id", id);
    return id;
}

}  // namespace

std::string_view to_string(LaneName lane) { return boost::describe::enum_to_string(lane, ""); }

Spool::Spool(std::filesystem::path folder, SpoolSettings settings)
    : folder_(std::move(folder)),
      settings_(settings),
      id_(spool_id(folder_)),
      lanes_{Lane(folder_ / "alerts", segment_bytes(settings)), Lane(folder_ / "logs", segment_bytes(settings)),
             Lane(folder_ / "telemetry", segment_bytes(settings)), Lane(folder_ / "inventory", segment_bytes(settings))}
{
    for (auto const name : all_lanes) {
        if (auto const damaged = lane(name).damaged_bytes(); damaged > 0) {
            log::warn("cut off what was half written when the agent last stopped", {{"lane", to_string(name)}, {"bytes", damaged}});
        }
    }
}

std::int64_t Spool::append(LaneName name, std::string_view event, std::string_view note)
{
    auto const size = Segment::size_of(event, note);
    bool fits = true;
    while (bytes() + size > static_cast<std::size_t>(settings_.edge_spool_max_bytes) && fits) fits = drop_something();
    if (!fits && name != LaneName::alerts) return lane(name).count_dropped(1), 0;
    while (true) {
        try {
            auto const sequence = lane(name).append(event, note);
            if (name == LaneName::alerts) lane(name).sync();
            on_append(name);
            return sequence;
        } catch (std::system_error const& error) {
            if (name == LaneName::alerts) {
                // A full disk may still have room for an alert where telemetry was.
                if (error.code().value() != ENOSPC || !drop_something()) throw;
                continue;
            }
            log::warn("could not store an event", {{"lane", to_string(name)}, {"reason", error.what()}});
            return 0;
        }
    }
}

bool Spool::drop_something()
{
    for (auto const name : {LaneName::telemetry, LaneName::inventory, LaneName::logs}) {
        if (auto const lost = lane(name).drop_oldest()) {
            log::debug("the spool is full: dropped the oldest events", {{"lane", to_string(name)}, {"events", *lost}});
            return true;
        }
    }
    return false;
}

void Spool::sync()
{
    for (auto& each : lanes_) each.sync();
}

void Spool::quarantine(std::string_view event, std::string_view reason)
{
    auto const path = folder_ / "quarantine.ndjson";
    auto const line = fmt::format("{{\"at\":\"{}\",\"reason\":{},\"event\":{}}}\n", now().to_string(), log::quoted(reason), event);
    auto const old = read_file(path).value_or("");
    std::string_view keep = old;
    while (!keep.empty() && keep.size() + line.size() > static_cast<std::size_t>(settings_.edge_quarantine_max_bytes)) {
        keep.remove_prefix(std::min(keep.find('\n'), keep.size() - 1) + 1);
    }
    write_atomically(path, std::string(keep) + line);
}

std::size_t Spool::bytes() const
{
    std::size_t out = 0;
    for (auto const& each : lanes_) out += each.bytes();
    return out;
}

std::string Spool::idempotency_key(LaneName lane, Batch const& batch) const
{
    return hex(sha256(fmt::format("{}/{}/{}-{}", id_, to_string(lane), batch.first, batch.last))).substr(0, 32);
}

}  // namespace mz::edge
