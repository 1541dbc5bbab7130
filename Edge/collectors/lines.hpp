#pragma once
#include <charconv>
#include <cstddef>
#include <string_view>
#include <vector>

namespace mz::edge {

// Calls `visit` with each line, without its end.
template <class Visit>
void for_each_line(std::string_view text, Visit visit)
{
    while (!text.empty()) {
        auto const end = text.find('\n');
        visit(text.substr(0, end));
        if (end == std::string_view::npos) return;
        text.remove_prefix(end + 1);
    }
}

// The parts between runs of blanks.
inline std::vector<std::string_view> words(std::string_view text)
{
    std::vector<std::string_view> out;
    constexpr std::string_view blanks = " \t";
    for (auto at = text.find_first_not_of(blanks); at != std::string_view::npos;) {
        auto const end = text.find_first_of(blanks, at);
        out.push_back(text.substr(at, end - at));
        at = text.find_first_not_of(blanks, end);
    }
    return out;
}

// The number that `text` starts with, or zero.
template <class T>
T number(std::string_view text, int base = 10)
{
    T out{};
    std::from_chars(text.data(), text.data() + text.size(), out, base);
    return out;
}

inline double real_number(std::string_view text)
{
    double out = 0;
    std::from_chars(text.data(), text.data() + text.size(), out);
    return out;
}

}  // namespace mz::edge
