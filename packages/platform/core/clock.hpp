#pragma once
#include <array>
#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mz {

// A point in time: microseconds since the Unix epoch, UTC. PostgreSQL's timestamptz has the same resolution.
struct Timestamp {
    std::int64_t microseconds = 0;

    // RFC 3339 with any offset and up to nine fractional digits (the last three are dropped). Nothing else is accepted.
    static std::optional<Timestamp> parse(std::string_view text);
    // RFC 3339 in UTC with six fractional digits: 2026-11-22T04:19:00.123456Z
    std::string to_string() const { return std::string(to_text()); }

    // The same without memory of its own, for what writes many of them.
    struct Text {
        std::array<char, 28> characters;
        operator std::string_view() const { return {characters.data(), characters.size() - 1}; }
    };
    Text to_text() const;

    friend auto operator<=>(Timestamp const&, Timestamp const&) = default;
    friend Timestamp operator+(Timestamp at, std::chrono::microseconds by) { return {at.microseconds + by.count()}; }
    friend Timestamp operator-(Timestamp at, std::chrono::microseconds by) { return {at.microseconds - by.count()}; }
    friend std::chrono::microseconds operator-(Timestamp a, Timestamp b)
    {
        return std::chrono::microseconds(a.microseconds - b.microseconds);
    }
};

// The time now. Tests replace the source with `set_clock`; everything that decides by time asks here.
Timestamp now();

// nullptr restores the system's clock. For tests only.
void set_clock(Timestamp (*source)());

}  // namespace mz
