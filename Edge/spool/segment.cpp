#include "spool/segment.hpp"

#include <boost/crc.hpp>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <bit>
#include <cerrno>
#include <cstring>
#include <stdexcept>

namespace mz::edge {
namespace {

static_assert(std::endian::native == std::endian::little, "records are written as they lie in memory");

template <class T>
void put(std::string& out, T number)
{
    out.append(reinterpret_cast<char const*>(&number), sizeof number);
}

template <class T>
T get(std::string_view bytes)
{
    T number{};
    std::memcpy(&number, bytes.data(), sizeof number);
    return number;
}

// The sequence number is part of the sum, so a record of another place or time never passes for this one.
std::uint32_t checksum(std::int64_t sequence, std::string_view body)
{
    boost::crc_32_type sum;
    sum.process_bytes(&sequence, sizeof sequence);
    sum.process_bytes(body.data(), body.size());
    return sum.checksum();
}

bool read_exactly(Fd const& file, char* out, std::size_t size, std::size_t offset)
{
    while (size > 0) {
        auto const got = ::pread(file.get(), out, size, static_cast<off_t>(offset));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return false;
        out += got;
        offset += static_cast<std::size_t>(got);
        size -= static_cast<std::size_t>(got);
    }
    return true;
}

// The body of the sound record that starts at `offset`; nothing where there is none below `limit`.
std::optional<std::string> body_at(Fd const& file, std::size_t offset, std::int64_t sequence, std::size_t limit)
{
    std::string header(Segment::header_bytes, '\0');
    if (offset + Segment::header_bytes > limit || !read_exactly(file, header.data(), Segment::header_bytes, offset)) return std::nullopt;
    auto const length = get<std::uint32_t>(header);
    auto const sum = get<std::uint32_t>(std::string_view(header).substr(sizeof length));
    if (length < sizeof(std::uint32_t) || length > Segment::max_body_bytes || offset + Segment::header_bytes + length > limit)
        return std::nullopt;
    std::string body(length, '\0');
    if (!read_exactly(file, body.data(), length, offset + Segment::header_bytes) || checksum(sequence, body) != sum) return std::nullopt;
    if (get<std::uint32_t>(body) + sizeof(std::uint32_t) > length) return std::nullopt;
    return body;
}

}  // namespace

std::string Segment::file_name(std::int64_t first) { return fmt::format("{:019}.segment", first); }

std::size_t Segment::size_of(std::string_view event, std::string_view note)
{
    return header_bytes + sizeof(std::uint32_t) + note.size() + event.size();
}

Segment::Segment(std::filesystem::path const& folder, std::int64_t first) : path_(folder / file_name(first)), first_(first)
{
    Fd const file(::open(path_.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file && errno == ENOENT) return;
    if (!file) throw_errno("cannot open", path_);
    struct stat status{};
    if (::fstat(file.get(), &status) != 0) throw_errno("cannot look at", path_);
    auto const size = static_cast<std::size_t>(status.st_size);
    while (auto const body = body_at(file, bytes_, first_ + count_, size)) {
        bytes_ += header_bytes + body->size();
        ++count_;
    }
    damaged_bytes_ = size - bytes_;
}

void Segment::open_for_append()
{
    writer_ = open_file(path_, O_WRONLY | O_CREAT | O_APPEND);
    if (::ftruncate(writer_.get(), static_cast<off_t>(bytes_)) != 0) throw_errno("cannot cut", path_);
    damaged_bytes_ = 0;
    unsynced_ = true;
    sync();
    sync_folder(path_.parent_path());
}

void Segment::close()
{
    if (writer_) sync();
    writer_.reset();
}

void Segment::append(std::string_view event, std::string_view note)
{
    if (size_of(event, note) > header_bytes + max_body_bytes) throw std::length_error("an event is too large for the spool");
    std::string body;
    put(body, static_cast<std::uint32_t>(note.size()));
    body += note;
    body += event;
    std::string record;
    record.reserve(header_bytes + body.size());
    put(record, static_cast<std::uint32_t>(body.size()));
    put(record, checksum(first_ + count_, body));
    record += body;
    try {
        write_all(writer_, record, path_);
    } catch (...) {
        // Half a record must not stand before the next one.
        if (::ftruncate(writer_.get(), static_cast<off_t>(bytes_)) != 0) throw_errno("cannot cut", path_);
        throw;
    }
    bytes_ += record.size();
    ++count_;
    unsynced_ = true;
}

void Segment::sync()
{
    if (!unsynced_ || !writer_) return;
    sync_file(writer_, path_);
    unsynced_ = false;
}

void Segment::remove()
{
    writer_.reset();
    if (::unlink(path_.c_str()) != 0 && errno != ENOENT) throw_errno("cannot remove", path_);
}

Segment::Reader::Reader(Segment const& segment, std::size_t offset, std::int64_t sequence)
    : file_(open_file(segment.path_, O_RDONLY)), end_(segment.bytes_), offset_(offset), sequence_(sequence)
{
}

std::optional<Record> Segment::Reader::next()
{
    auto const body = body_at(file_, offset_, sequence_, end_);
    if (!body) return std::nullopt;
    offset_ += header_bytes + body->size();
    auto const note_length = get<std::uint32_t>(*body);
    auto const rest = std::string_view(*body).substr(sizeof note_length);
    return Record{sequence_++, std::string(rest.substr(0, note_length)), std::string(rest.substr(note_length))};
}

}  // namespace mz::edge
