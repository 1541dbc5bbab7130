#include "collectors/inventory/facts.hpp"

#include "core/text.hpp"
#include "spool/event.hpp"
#include "spool/file.hpp"

#include <algorithm>
#include <array>
#include <system_error>

namespace mz::edge::facts {
namespace {

constexpr std::size_t max_text_bytes = 512;
constexpr std::size_t max_file_bytes = 1024 * 1024;

// What stands in firmware where nobody wrote anything. Compared without case, and without the blanks around.
constexpr std::array placeholders{"to be filled by o.e.m.",
                                  "to be filled by oem",
                                  "default string",
                                  "default",
                                  "not specified",
                                  "not applicable",
                                  "not available",
                                  "not present",
                                  "n/a",
                                  "none",
                                  "unknown",
                                  "undefined",
                                  "empty",
                                  "invalid",
                                  "oem",
                                  "o.e.m.",
                                  "system manufacturer",
                                  "system product name",
                                  "system serial number",
                                  "system version",
                                  "serial number",
                                  "chassis serial number",
                                  "0123456789",
                                  "123456789",
                                  "1234567890",
                                  "03000200-0400-0500-0006-000700080009"};

bool is_placeholder(std::string_view text)
{
    // A serial number or UUID of nothing but noughts, Fs, Xs or dots is none.
    auto const same = [&](std::string_view allowed) { return text.find_first_not_of(allowed) == text.npos; };
    return std::ranges::find(placeholders, lower_ascii(text)) != placeholders.end() || same("0-. ") || same("fF-") || same("xX") ||
           same("*");
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks(" \t\r\n\0", 5);
    auto const first = text.find_first_not_of(blanks);
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

}  // namespace

Words said(std::string_view text)
{
    auto const plain = trimmed(text);
    if (plain.empty() || is_placeholder(plain)) return std::nullopt;
    return clean_text(plain, max_text_bytes);
}

std::string contents(std::filesystem::path const& path)
{
    try {
        return read_file(path, max_file_bytes).value_or("");
    } catch (std::system_error const&) {
        return {};
    }
}

Words first_line(std::filesystem::path const& path)
{
    auto const text = contents(path);
    return said(std::string_view(text).substr(0, text.find('\n')));
}

}  // namespace mz::edge::facts
