#include "spool/event.hpp"

#include <cstdint>

namespace mz::edge {
namespace {

// The length of the UTF-8 sequence at the start of `text`, or 0 where there is none.
std::size_t sequence_length(std::string_view text)
{
    auto const byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    auto const continues = [&](std::size_t i) { return i < text.size() && (byte(i) & 0xC0) == 0x80; };
    auto const first = byte(0);
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF) return continues(1) ? 2 : 0;
    if ((first & 0xF0) == 0xE0) {
        if (!continues(1) || !continues(2)) return 0;
        bool const overlong = first == 0xE0 && byte(1) < 0xA0;
        bool const surrogate = first == 0xED && byte(1) > 0x9F;
        return overlong || surrogate ? 0 : 3;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        if (!continues(1) || !continues(2) || !continues(3)) return 0;
        bool const overlong = first == 0xF0 && byte(1) < 0x90;
        bool const too_high = first == 0xF4 && byte(1) > 0x8F;
        return overlong || too_high ? 0 : 4;
    }
    return 0;
}

}  // namespace

std::string event_json(Kind kind, Timestamp at, std::string_view data)
{
    std::string out = R"({"kind":")";
    out += boost::describe::enum_to_string(kind, "");
    out += R"(","ts":")";
    out += at.to_string();
    out += R"(","data":)";
    out += data;
    out += '}';
    return out;
}

std::string clean_text(std::string_view text, std::size_t max_bytes)
{
    constexpr std::string_view replacement = "\xEF\xBF\xBD";
    constexpr std::string_view ellipsis = "\xE2\x80\xA6";
    std::string out;
    while (!text.empty()) {
        auto const length = sequence_length(text);
        auto const next = length == 0 ? replacement : text.substr(0, length);
        if (out.size() + next.size() > max_bytes) return out += ellipsis;
        auto const byte = static_cast<std::uint8_t>(next[0]);
        bool const control = (byte < 0x20 && byte != '\t' && byte != '\n') || byte == 0x7F;
        out += control ? std::string_view(" ") : next;
        text.remove_prefix(length == 0 ? 1 : length);
    }
    return out;
}

}  // namespace mz::edge
