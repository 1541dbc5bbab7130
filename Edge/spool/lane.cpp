#include "spool/lane.hpp"

#include "json/read.hpp"
#include "json/write.hpp"

#include <algorithm>
#include <charconv>
#include <ranges>
#include <system_error>

namespace mz::edge {
namespace {

std::vector<std::int64_t> segments_in(std::filesystem::path const& folder)
{
    std::vector<std::int64_t> out;
    for (auto const& entry : std::filesystem::directory_iterator(folder)) {
        auto const name = entry.path().filename().string();
        std::int64_t first = 0;
        std::from_chars(name.data(), name.data() + name.size(), first);
        if (first > 0 && name == Segment::file_name(first)) out.push_back(first);
    }
    std::ranges::sort(out);
    return out;
}

// A position that cannot be read means sending everything again: twice is better than never.
Lane::Position parse_position(std::string const& text)
{
    try {
        return json::read_text<Lane::Position>(text);
    } catch (Problem const&) {
        return {};
    }
}

}  // namespace

Lane::Lane(std::filesystem::path folder, std::size_t segment_bytes) : folder_(std::move(folder)), segment_bytes_(segment_bytes)
{
    std::filesystem::create_directories(folder_);
    if (auto const text = read_file(folder_ / "position")) position_ = parse_position(*text);
    for (auto const first : segments_in(folder_)) {
        auto const& segment = segments_.emplace_back(folder_, first);
        bytes_ += segment.bytes();
        damaged_bytes_ += segment.damaged_bytes();
    }
    // A number is never given twice, even where the end of the last segment was lost.
    auto const known = std::max(position_.acknowledged, position_.batch_end);
    if (segments_.empty() || segments_.back().last() < known) start_segment(known + 1);
    else segments_.back().open_for_append();
    remove_acknowledged();
}

std::int64_t Lane::append(std::string_view event, std::string_view note)
{
    auto const size = Segment::size_of(event, note);
    if (segments_.back().count() > 0 && segments_.back().bytes() + size > segment_bytes_) start_segment(last() + 1);
    segments_.back().append(event, note);
    bytes_ += size;
    return last();
}

void Lane::sync() { segments_.back().sync(); }

std::optional<Batch> Lane::take(BatchLimits limits)
{
    bool const again = position_.batch_end > position_.acknowledged;
    Batch batch;
    std::size_t bytes = 0;
    for (auto const& segment : segments_) {
        if (segment.last() <= position_.acknowledged) continue;
        bool const head = segment.first() <= head_sequence_ && head_sequence_ <= segment.last();
        Segment::Reader reader(segment, head ? head_offset_ : 0, head ? head_sequence_ : segment.first());
        while (auto record = reader.next()) {
            if (record->sequence <= position_.acknowledged) continue;
            if (again && record->sequence > position_.batch_end) break;
            bool const full = batch.events.size() >= limits.events || bytes + record->event.size() > limits.bytes;
            if (!again && full && !batch.events.empty()) break;
            bytes += record->event.size();
            if (batch.events.empty()) batch.first = record->sequence;
            batch.last = record->sequence;
            batch.numbers.push_back(record->sequence);
            batch.events.push_back(std::move(record->event));
        }
        if (batch.last < segment.last()) break;
    }
    if (batch.events.empty()) return std::nullopt;
    if (!again) {
        // What is sent must not be forgotten by a power cut, or its number would be given to another event.
        sync();
        position_.batch_end = batch.last;
        save();
    }
    return batch;
}

void Lane::narrow(std::int64_t last)
{
    position_.batch_end = last;
    save();
}

void Lane::acknowledge(std::int64_t last)
{
    for (auto const& segment : segments_) {
        if (segment.last() <= last || segment.first() > last) continue;
        bool const head = segment.first() <= head_sequence_ && head_sequence_ <= segment.last();
        Segment::Reader reader(segment, head ? head_offset_ : 0, head ? head_sequence_ : segment.first());
        while (reader.sequence() <= last && reader.next()) {
        }
        head_offset_ = reader.offset();
        head_sequence_ = reader.sequence();
    }
    position_.acknowledged = last;
    position_.batch_end = std::max(position_.batch_end, last);
    try {
        save();
        remove_acknowledged();
    } catch (std::system_error const&) {
        // On a full disk the room for the position is where the events were that it is about.
        remove_acknowledged();
        save();
    }
}

std::optional<std::int64_t> Lane::drop_oldest()
{
    auto const under_way = position_.batch_end > position_.acknowledged ? position_.batch_end : std::int64_t{0};
    // Of a batch under way nothing may go: the rest of it under another name could count twice.
    auto const droppable = [&](Segment const& segment) { return segment.first() > under_way && segment.count() > 0; };
    if (auto const found = std::ranges::find_if(segments_, droppable); found == segments_.end()) return std::nullopt;
    else if (std::next(found) == segments_.end()) start_segment(last() + 1);
    auto const oldest = std::ranges::find_if(segments_, droppable);
    auto const lost = oldest->last() - std::max(oldest->first() - 1, position_.acknowledged);
    count_dropped(lost);
    bytes_ -= oldest->bytes();
    oldest->remove();
    segments_.erase(oldest);
    return lost;
}

void Lane::count_dropped(std::int64_t events)
{
    position_.dropped += events;
    save();
}

void Lane::replay(std::int64_t after, std::function<void(Record const&)> const& visit) const
{
    for (auto const& segment : segments_) {
        if (segment.last() <= after) continue;
        Segment::Reader reader(segment, 0, segment.first());
        while (auto const record = reader.next()) {
            if (record->sequence > after) visit(*record);
        }
    }
}

std::int64_t Lane::waiting() const
{
    std::int64_t out = 0;
    for (auto const& segment : segments_) {
        out += std::max(std::int64_t{0}, segment.last() - std::max(segment.first() - 1, position_.acknowledged));
    }
    return out;
}

void Lane::start_segment(std::int64_t first)
{
    if (!segments_.empty()) segments_.back().close();
    Segment next(folder_, first);
    next.open_for_append();
    segments_.push_back(std::move(next));
}

void Lane::save() const { write_atomically(folder_ / "position", json::write(position_)); }

void Lane::remove_acknowledged()
{
    while (segments_.size() > 1 && segments_.front().last() <= position_.acknowledged) {
        bytes_ -= segments_.front().bytes();
        segments_.front().remove();
        segments_.pop_front();
    }
}

}  // namespace mz::edge
