#include "versions.hpp"

#include <cstddef>
#include <utility>

namespace mz::inventory {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Takes the characters at the front for which `belongs` holds.
template <class Belongs>
std::string_view take(std::string_view& text, Belongs belongs)
{
    std::size_t length = 0;
    while (length < text.size() && belongs(text[length])) ++length;
    auto const taken = text.substr(0, length);
    text.remove_prefix(length);
    return taken;
}

// By value, however many digits there are.
std::strong_ordering compare_numbers(std::string_view a, std::string_view b)
{
    while (a.starts_with('0')) a.remove_prefix(1);
    while (b.starts_with('0')) b.remove_prefix(1);
    if (a.size() != b.size()) return a.size() <=> b.size();
    return a.compare(b) <=> 0;
}

// A tilde sorts before the end, letters before everything else.
int debian_weight(std::string_view text, std::size_t at)
{
    constexpr int after_letters = 256;
    if (at >= text.size() || is_digit(text[at])) return 0;
    if (text[at] == '~') return -1;
    auto const code = static_cast<int>(static_cast<unsigned char>(text[at]));
    return is_letter(text[at]) ? code : code + after_letters;
}

std::strong_ordering compare_debian_part(std::string_view a, std::string_view b)
{
    while (!a.empty() || !b.empty()) {
        auto const not_digit = [](char c) { return !is_digit(c); };
        auto const words_a = take(a, not_digit);
        auto const words_b = take(b, not_digit);
        for (std::size_t i = 0; i < words_a.size() || i < words_b.size(); ++i) {
            if (auto const order = debian_weight(words_a, i) <=> debian_weight(words_b, i); order != 0) return order;
        }
        auto const number_a = take(a, is_digit);
        auto const number_b = take(b, is_digit);
        if (auto const order = compare_numbers(number_a, number_b); order != 0) return order;
    }
    return std::strong_ordering::equal;
}

std::strong_ordering compare_rpm_part(std::string_view a, std::string_view b)
{
    auto const separates = [](char c) { return !is_digit(c) && !is_letter(c) && c != '~' && c != '^'; };
    while (true) {
        take(a, separates);
        take(b, separates);
        if (a.starts_with('~') || b.starts_with('~')) {
            if (!a.starts_with('~')) return std::strong_ordering::greater;
            if (!b.starts_with('~')) return std::strong_ordering::less;
        } else if (a.starts_with('^') || b.starts_with('^')) {
            // After the end, and before whatever else follows.
            if (!a.starts_with('^')) return a.empty() ? std::strong_ordering::less : std::strong_ordering::greater;
            if (!b.starts_with('^')) return b.empty() ? std::strong_ordering::greater : std::strong_ordering::less;
        } else {
            if (a.empty() || b.empty()) return a.size() <=> b.size();
            bool const numeric = is_digit(a.front());
            // A number is later than a word.
            if (numeric != is_digit(b.front())) return numeric ? std::strong_ordering::greater : std::strong_ordering::less;
            auto const part_a = numeric ? take(a, is_digit) : take(a, is_letter);
            auto const part_b = numeric ? take(b, is_digit) : take(b, is_letter);
            auto const order = numeric ? compare_numbers(part_a, part_b) : part_a.compare(part_b) <=> 0;
            if (order != 0) return order;
            continue;
        }
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
}

struct Parts {
    std::string_view epoch;
    std::string_view version;
    std::string_view revision;
};

// "1:2.3-4": an epoch, the makers' version and the packagers' revision.
Parts parts_of(std::string_view text)
{
    Parts out;
    if (auto const colon = text.find(':'); colon != text.npos) {
        out.epoch = text.substr(0, colon);
        text.remove_prefix(colon + 1);
    }
    auto const dash = text.rfind('-');
    out.version = text.substr(0, dash);
    if (dash != text.npos) out.revision = text.substr(dash + 1);
    return out;
}

}  // namespace

std::strong_ordering compare_versions(std::string_view manager, std::string_view a, std::string_view b)
{
    auto const left = parts_of(a);
    auto const right = parts_of(b);
    if (auto const order = compare_numbers(left.epoch, right.epoch); order != 0) return order;
    auto const compare = manager == "dpkg" ? compare_debian_part : compare_rpm_part;
    if (auto const order = compare(left.version, right.version); order != 0) return order;
    // Who asks rpm about a version without a revision means all of its revisions.
    if (manager != "dpkg" && (left.revision.empty() || right.revision.empty())) return std::strong_ordering::equal;
    return compare(left.revision, right.revision);
}

}  // namespace mz::inventory
