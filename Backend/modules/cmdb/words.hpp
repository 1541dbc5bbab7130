#pragma once
#include <set>
#include <string>
#include <string_view>

namespace mz::cmdb {

// Lower-case Latin letters without diacritics, as far as Unicode has a rule for it: "Łódź" is "lodz", "Straße" is "strasse".
std::string folded(std::string_view text);

// The words by which a text is found: its runs of letters and digits, and what stands between two spaces as a whole, so that both "web" and
// "web-1.example.org" begin a word of "web-1.example.org". Folded, each at most 100 characters.
std::set<std::string> words_of(std::string_view text);

}  // namespace mz::cmdb
