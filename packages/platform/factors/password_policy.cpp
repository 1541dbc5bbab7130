#include "factors/password_policy.hpp"

#include "core/text.hpp"
#include "factors/common_passwords.hpp"

#include <algorithm>
#include <cctype>
#include <set>

namespace mz::factors {
namespace {

constexpr std::size_t shortest_word = 4;        // "Ola" in a password gives nothing away
constexpr std::size_t least_beside_a_word = 8;  // what a password must have besides a word that anybody would try
constexpr std::size_t least_distinct = 5;       // characters that differ from each other
constexpr std::size_t longest_repeated_unit = 8;

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0 || (static_cast<unsigned char>(c) & 0x80U) != 0; }

// "P@ssw0rd2026!" is guessed as "password": signs that stand for letters are read as these, what is around the word is dropped.
std::string core_of(std::string text)
{
    while (!text.empty() && !is_letter(text.back()) && text.back() != '@' && text.back() != '$') text.pop_back();
    auto const first = std::ranges::find_if(text, is_letter);
    text.erase(text.begin(), first);
    for (auto& c : text) {
        switch (c) {
            case '0': c = 'o'; break;
            case '1': c = 'i'; break;
            case '3': c = 'e'; break;
            case '4':
            case '@': c = 'a'; break;
            case '5':
            case '$': c = 's'; break;
            default: break;
        }
    }
    return text;
}

bool repeats_itself(std::string_view text)
{
    for (std::size_t unit = 1; unit <= longest_repeated_unit && unit * 2 <= text.size(); ++unit) {
        bool same = true;
        for (std::size_t i = unit; same && i < text.size(); ++i) same = text[i] == text[i - unit];
        if (same) return true;
    }
    return std::set<char>(text.begin(), text.end()).size() < least_distinct;
}

// abcdefghijkl, 987654321098: each character is the one before, one up or one down; digits go round.
bool is_a_row(std::string_view text)
{
    int direction = 0;
    for (std::size_t i = 1; i < text.size(); ++i) {
        int step = text[i] - text[i - 1];
        if (text[i - 1] == '9' && text[i] == '0') step = 1;
        if (text[i - 1] == '0' && text[i] == '9') step = -1;
        if (step != 1 && step != -1) return false;
        if (direction != 0 && step != direction) return false;
        direction = step;
    }
    return true;
}

}  // namespace

std::optional<Weakness> weakness_of(std::string_view password, std::vector<std::string> const& words)
{
    auto const length = utf8_length(password);
    if (length < min_password_length || length > max_password_length) {
        return Weakness{"password-length",
                        "must have " + std::to_string(min_password_length) + " to " + std::to_string(max_password_length) + " characters"};
    }
    auto const lower = lower_ascii(password);
    if (repeats_itself(lower) || is_a_row(lower)) {
        return Weakness{"password-repetitive",
                        "repeats itself or is a row of characters; a few words that do not belong together are better"};
    }
    if (is_common_password(lower) || is_common_password(core_of(lower))) {
        return Weakness{"password-common", "is one that many people choose; a few words that do not belong together are better"};
    }
    for (auto const& word : words) {
        auto const known = lower_ascii(word);
        if (utf8_length(known) < shortest_word || lower.find(known) == std::string::npos) continue;
        if (length - utf8_length(known) < least_beside_a_word) {
            return Weakness{"password-personal",
                            "is little more than a name that belongs to you, your organization or this product; add words that do not"};
        }
    }
    return std::nullopt;
}

}  // namespace mz::factors
