#pragma once
#include "spool/lane.hpp"

#include <boost/describe.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <iterator>
#include <string>
#include <string_view>

namespace mz::edge {

struct SpoolSettings {
    std::int64_t edge_spool_max_bytes = 256 * 1024 * 1024;  // of events on disk; see Spool for what goes first
    std::int64_t edge_spool_segment_bytes = 1024 * 1024;    // the unit in which disk is given back
    std::int64_t edge_spool_sync_seconds = 10;              // what a power cut may take of telemetry and logs
    std::int64_t edge_quarantine_max_bytes = 1024 * 1024;   // of events that the ingestor refused
};
BOOST_DESCRIBE_STRUCT(SpoolSettings, (),
                      (edge_spool_max_bytes, edge_spool_segment_bytes, edge_spool_sync_seconds, edge_quarantine_max_bytes))

// What must never be lost is kept apart from what may be, and never waits behind it.
BOOST_DEFINE_ENUM_CLASS(LaneName, alerts, logs, telemetry, inventory)
inline constexpr LaneName all_lanes[] = {LaneName::alerts, LaneName::logs, LaneName::telemetry, LaneName::inventory};
inline constexpr std::size_t lane_count = std::size(all_lanes);
std::string_view to_string(LaneName lane);

// The events that have not arrived yet, on disk. Where they would take more than edge_spool_max_bytes the oldest telemetry goes first, then
// the oldest of the inventory, which can be had again, then the oldest logs. Alerts are never dropped.
class Spool {
public:
    Spool(std::filesystem::path folder, SpoolSettings settings);

    // The event's number in its lane, 0 where it was dropped. An alert is safe from a power cut when this returns; where the disk refuses
    // even that, std::system_error.
    std::int64_t append(LaneName lane, std::string_view event, std::string_view note = {});
    void sync();

    // Puts an event that the ingestor refused aside, with the reason. Forgets the oldest ones past edge_quarantine_max_bytes.
    void quarantine(std::string_view event, std::string_view reason);

    Lane& lane(LaneName name) { return lanes_[static_cast<std::size_t>(name)]; }
    Lane const& lane(LaneName name) const { return lanes_[static_cast<std::size_t>(name)]; }
    std::size_t bytes() const;
    // Of what cannot be had again: an inventory that was dropped is sent once more.
    std::int64_t dropped() const { return lane(LaneName::telemetry).dropped() + lane(LaneName::logs).dropped(); }

    // The same for a batch however often it is sent, and for no other batch of any spool.
    std::string idempotency_key(LaneName lane, Batch const& batch) const;

    // Added to the time of each event by whoever makes it, because this machine's clock may be wrong (agent/cloud_clock.hpp).
    std::chrono::microseconds clock_correction{0};

    // Called after each event that is kept.
    std::function<void(LaneName)> on_append = [](LaneName) {};

private:
    bool drop_something();

    std::filesystem::path folder_;
    SpoolSettings settings_;
    std::string id_;
    Lane lanes_[lane_count];
};

}  // namespace mz::edge
