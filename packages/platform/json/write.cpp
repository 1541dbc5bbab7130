#include "json/write.hpp"

namespace mz::json {
namespace {

bool needs_escape(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; }

// Where the next character to escape is, or the end. Whole blocks are looked at at once, which compilers turn into vector instructions.
std::size_t next_escape(std::string_view text, std::size_t at)
{
    constexpr std::size_t block = 16;
    for (; at + block <= text.size(); at += block) {
        unsigned found = 0;
        for (std::size_t i = 0; i < block; ++i) found |= needs_escape(text[at + i]);
        if (found != 0) break;
    }
    while (at < text.size() && !needs_escape(text[at])) ++at;
    return at;
}

}  // namespace

void append_string(std::string& out, std::string_view text)
{
    static constexpr char digits[] = "0123456789abcdef";
    out += '"';
    std::size_t plain = 0;
    for (auto at = next_escape(text, 0); at < text.size(); at = next_escape(text, at + 1)) {
        auto const byte = static_cast<unsigned char>(text[at]);
        out.append(text, plain, at - plain);
        plain = at + 1;
        switch (byte) {
            case '"': out += "\\\""; break;
            case '\\': out += "\\\\"; break;
            case '\n': out += "\\n"; break;
            case '\t': out += "\\t"; break;
            case '\r': out += "\\r"; break;
            default:
                out += "\\u00";
                out += digits[byte >> 4];
                out += digits[byte & 15];
        }
    }
    out.append(text, plain, text.size() - plain);
    out += '"';
}

}  // namespace mz::json
