#include "core/text.hpp"

#include <algorithm>
#include <cstdint>

namespace mz {
namespace {

// Length in bytes of the UTF-8 sequence at `at`, or 0 where it is malformed (overlong, surrogate, out of range).
std::size_t sequence_length(std::string_view text, std::size_t at)
{
    auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[at + i]); };
    auto const lead = byte(0);
    if (lead < 0x80) return 1;
    std::size_t const length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
    if (length == 0 || lead > 0xF4 || at + length > text.size()) return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(i) & 0xC0) != 0x80) return 0;
    if (lead == 0xE0 && byte(1) < 0xA0) return 0;
    if (lead == 0xED && byte(1) > 0x9F) return 0;
    if (lead == 0xF0 && byte(1) < 0x90) return 0;
    if (lead == 0xF4 && byte(1) > 0x8F) return 0;
    return length;
}

}  // namespace

std::size_t utf8_length(std::string_view text)
{
    std::size_t characters = 0;
    for (std::size_t at = 0; at < text.size(); ++characters) {
        auto const length = sequence_length(text, at);
        if (length == 0) return std::string_view::npos;
        at += length;
    }
    return characters;
}

bool has_control_characters(std::string_view text)
{
    return std::ranges::any_of(text, [](char c) {
        auto const byte = static_cast<std::uint8_t>(c);
        return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
    });
}

bool is_email(std::string_view text)
{
    auto const at = text.find('@');
    if (text.size() > Email::max_length || at == 0 || at == std::string_view::npos || at != text.rfind('@')) return false;
    auto const domain = text.substr(at + 1);
    if (domain.size() < 3 || domain.front() == '.' || domain.back() == '.' || domain.find('.') == std::string_view::npos) return false;
    return std::ranges::none_of(text, [](char c) {
        return static_cast<std::uint8_t>(c) <= 0x20 || c == 0x7F || std::string_view("()<>[]:;,\\\"").find(c) != std::string_view::npos;
    });
}

std::string lower_ascii(std::string_view text)
{
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

}  // namespace mz
