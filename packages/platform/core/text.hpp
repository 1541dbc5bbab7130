#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace mz {

// A string whose length, in Unicode characters, is part of its type, so JSON, OpenAPI and SQL agree on it.
// Control characters other than tab and line ends are refused where it is read.
template <std::size_t Min, std::size_t Max>
struct Text : std::string {
    using std::string::string;
    Text() = default;
    Text(std::string text) : std::string(std::move(text)) {}
    Text(std::string_view text) : std::string(text) {}
    static constexpr std::size_t min_length = Min;
    static constexpr std::size_t max_length = Max;
};

// An e-mail address, lower-cased where it is read, because people type it in many ways.
struct Email : std::string {
    using std::string::string;
    Email() = default;
    Email(std::string text) : std::string(std::move(text)) {}
    static constexpr std::size_t max_length = 254;
};

// Raw bytes; base64url in JSON, bytea in SQL.
struct Bytes : std::string {
    using std::string::string;
    Bytes() = default;
    Bytes(std::string bytes) : std::string(std::move(bytes)) {}
};

// An integer with inclusive bounds.
template <long long Min, long long Max>
struct Int {
    long long value = Min;
    constexpr Int() = default;
    constexpr Int(long long number) : value(number) {}
    constexpr operator long long() const { return value; }
    static constexpr long long min = Min;
    static constexpr long long max = Max;
};

// Number of Unicode characters, or `npos` where the bytes are not UTF-8.
std::size_t utf8_length(std::string_view text);

// True for a string with characters that no person types: C0 controls other than tab, LF and CR, and DEL.
bool has_control_characters(std::string_view text);

bool is_email(std::string_view text);
std::string lower_ascii(std::string_view text);

}  // namespace mz
