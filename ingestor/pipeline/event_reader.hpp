#pragma once
#include "core/clock.hpp"

#include <boost/describe.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mz::ingest {

BOOST_DEFINE_ENUM_CLASS(Kind, telemetry, log, security_alert, discovery, backup_event)

std::string_view name_of(Kind kind);

// One accepted event. `data` is the JSON object as it was sent: checked to its last byte, and never copied.
struct Event {
    Kind kind;
    Timestamp ts;
    std::string_view data;
};

struct EventLimits {
    std::size_t max_events = 5000;              // of one batch
    std::size_t max_event_bytes = 64 * 1024;    // of one event's data
    std::size_t max_depth = 16;                 // of one event's data, the data object itself being the first level
    std::chrono::seconds max_future{3600};      // an appliance's clock may be ahead by this much
    std::chrono::seconds max_past{31 * 86400};  // an appliance may have been without a network for so long
};

enum class Format { array, lines };

// Reads batches. One a thread: it keeps the parser's buffers from one batch to the next.
class EventReader {
public:
    explicit EventReader(EventLimits limits);
    ~EventReader();
    EventReader(EventReader const&) = delete;
    EventReader& operator=(EventReader const&) = delete;

    // All events of a batch, or a Problem(bad_request) with a pointer that starts with the index of the first event that is not acceptable:
    // `/3/kind`. In NDJSON blank lines do not count. `body` may be moved to a larger buffer, because the parser reads a little past its
    // end; the events point into it.
    std::vector<Event> read(std::string& body, Format format, Timestamp received_at);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace mz::ingest
