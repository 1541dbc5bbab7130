#pragma once
#include "spool/segment.hpp"

#include <boost/describe.hpp>

#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mz::edge {

struct BatchLimits {
    std::size_t events;
    std::size_t bytes;
};

// Events that are sent together. The same two numbers always mean the same events.
struct Batch {
    std::int64_t first = 0;
    std::int64_t last = 0;
    std::vector<std::string> events;
    std::vector<std::int64_t> numbers;  // of the events, one each
};

// A queue on disk: events in order of arrival, numbered from 1, in a folder of segments.
// What append() returned for survives kill -9; what sync() returned for survives a power cut.
class Lane {
public:
    Lane(std::filesystem::path folder, std::size_t segment_bytes);

    // The event's number. Throws std::system_error where the disk refuses it; the lane is then as it was.
    std::int64_t append(std::string_view event, std::string_view note = {});
    void sync();

    // The oldest events that are not acknowledged, at most as many as the limits say but at least one. What a batch holds is fixed on disk
    // before this returns, and is asked for again until acknowledged, so a batch sent twice is the same batch under the same name.
    std::optional<Batch> take(BatchLimits limits);
    // The batch under way is to end at `last` instead. Only for one that the receiver refused as a whole.
    void narrow(std::int64_t last);
    // Everything up to `last` has arrived and is forgotten.
    void acknowledge(std::int64_t last);

    // Gives up the oldest segment. The number of events lost with it, or nothing where the lane holds only what is being sent.
    std::optional<std::int64_t> drop_oldest();
    // One more event that never found its place.
    void count_dropped(std::int64_t events);

    // Calls `visit` for every record still on disk whose number is above `after`, acknowledged or not.
    void replay(std::int64_t after, std::function<void(Record const&)> const& visit) const;

    std::int64_t last() const { return segments_.back().last(); }
    std::int64_t acknowledged() const { return position_.acknowledged; }
    std::int64_t waiting() const;
    std::int64_t dropped() const { return position_.dropped; }
    std::size_t bytes() const { return bytes_; }
    // Bytes that recovery found unreadable.
    std::size_t damaged_bytes() const { return damaged_bytes_; }

    struct Position {
        std::int64_t acknowledged = 0;
        std::int64_t batch_end = 0;  // above `acknowledged` while a batch is under way
        std::int64_t dropped = 0;
    };

private:
    void start_segment(std::int64_t first);
    void save() const;
    void remove_acknowledged();

    std::filesystem::path folder_;
    std::size_t segment_bytes_;
    Position position_;
    std::deque<Segment> segments_;  // never empty; the last one is appended to
    // Where the first event that is not acknowledged stands in its segment.
    std::size_t head_offset_ = 0;
    std::int64_t head_sequence_ = 0;
    std::size_t bytes_ = 0;
    std::size_t damaged_bytes_ = 0;
};
BOOST_DESCRIBE_STRUCT(Lane::Position, (), (acknowledged, batch_end, dropped))

}  // namespace mz::edge
