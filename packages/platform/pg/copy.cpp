#include "pg/copy.hpp"

#include "pg/error.hpp"

#include <libpq-fe.h>

#include <algorithm>
#include <bit>

namespace mz::pg {
namespace {

constexpr std::int64_t epoch_2000_microseconds = 946'684'800'000'000;  // PostgreSQL counts from there
constexpr std::string_view header("PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0", 19);
constexpr std::string_view trailer("\377\377", 2);

}  // namespace

template <class T>
void CopyRows::append(T value)
{
    auto const swapped = std::byteswap(value);
    data_.append(reinterpret_cast<char const*>(&swapped), sizeof swapped);
}

void CopyRows::row(std::int16_t fields)
{
    append(fields);
    ++rows_;
}

void CopyRows::null() { length(-1); }

void CopyRows::boolean(bool value)
{
    length(1);
    data_ += value ? '\1' : '\0';
}

void CopyRows::int16(std::int16_t value)
{
    length(sizeof value);
    append(value);
}

void CopyRows::int32(std::int32_t value)
{
    length(sizeof value);
    append(value);
}

void CopyRows::int64(std::int64_t value)
{
    length(sizeof value);
    append(value);
}

void CopyRows::float64(double value) { int64(std::bit_cast<std::int64_t>(value)); }

void CopyRows::uuid(Uuid const& value)
{
    length(static_cast<std::int32_t>(value.bytes.size()));
    data_.append(reinterpret_cast<char const*>(value.bytes.data()), value.bytes.size());
}

void CopyRows::timestamp(Timestamp value) { int64(value.microseconds - epoch_2000_microseconds); }

void CopyRows::text(std::string_view value) { bytes(value); }

void CopyRows::bytes(std::string_view value)
{
    length(static_cast<std::int32_t>(value.size()));
    data_ += value;
}

void CopyRows::clear()
{
    data_.clear();
    rows_ = 0;
}

long BinaryCopy::copy(std::string const& statement, std::span<std::string_view const> pieces)
{
    Result const begun(PQexec(raw(), statement.c_str()));
    if (PQresultStatus(begun.raw()) != PGRES_COPY_IN) throw problem_of(begun.raw());
    auto const put = [this](std::string_view bytes) { return PQputCopyData(raw(), bytes.data(), static_cast<int>(bytes.size())) == 1; };
    bool const sent = put(header) && std::ranges::all_of(pieces, put) && put(trailer) && PQputCopyEnd(raw(), nullptr) == 1;
    // Also after a failure to send: the result says why.
    Result const ended(PQgetResult(raw()));
    while (auto* const more = PQgetResult(raw())) PQclear(more);
    if (!sent || PQresultStatus(ended.raw()) != PGRES_COMMAND_OK) throw problem_of(ended.raw());
    return ended.affected();
}

}  // namespace mz::pg
