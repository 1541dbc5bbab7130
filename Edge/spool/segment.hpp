#pragma once
#include "spool/file.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace mz::edge {

// One event on disk. `note` is the collector's own: what it must know after a crash to go on exactly where this event left off.
struct Record {
    std::int64_t sequence = 0;
    std::string note;
    std::string event;
};

// An append-only file of records, named after the sequence number of its first record.
// A record is: u32 length of the body, u32 CRC-32 of its sequence number and the body, then the body: u32 length of the note, note, event.
// All numbers are little-endian. A record that is cut short or does not match its CRC ends the segment.
class Segment {
public:
    // Finds out how much of an existing file is sound, or starts an empty one.
    Segment(std::filesystem::path const& folder, std::int64_t first);

    static std::string file_name(std::int64_t first);
    static constexpr std::size_t max_body_bytes = 1024 * 1024;
    static constexpr std::size_t header_bytes = 8;
    // What a record takes on disk.
    static std::size_t size_of(std::string_view event, std::string_view note);

    std::int64_t first() const { return first_; }
    std::int64_t last() const { return first_ + count_ - 1; }  // first() - 1 where it is empty
    std::int64_t count() const { return count_; }
    std::size_t bytes() const { return bytes_; }
    // Bytes past the last sound record, as a torn write leaves them.
    std::size_t damaged_bytes() const { return damaged_bytes_; }

    // Cuts off what is damaged and makes the file ready for append().
    void open_for_append();
    void close();
    // Either the whole record is in the file when this returns or it throws and the file is as it was.
    void append(std::string_view event, std::string_view note);
    void sync();
    void remove();

    // Reads records one after another from the one at `offset`, whose number is `sequence`.
    class Reader {
    public:
        Reader(Segment const& segment, std::size_t offset, std::int64_t sequence);
        std::optional<Record> next();  // nothing at the end
        std::size_t offset() const { return offset_; }
        std::int64_t sequence() const { return sequence_; }  // of the record that next() returns

    private:
        Fd file_;
        std::size_t end_;
        std::size_t offset_;
        std::int64_t sequence_;
    };

private:
    std::filesystem::path path_;
    std::int64_t first_;
    std::int64_t count_ = 0;
    std::size_t bytes_ = 0;
    std::size_t damaged_bytes_ = 0;
    bool unsynced_ = false;
    Fd writer_;
};

}  // namespace mz::edge
