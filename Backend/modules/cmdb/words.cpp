#include "words.hpp"

#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <memory>
#include <stdexcept>

namespace mz::cmdb {
namespace {

constexpr int word_most = 100;

// One a thread: a transliterator keeps state while it works.
icu::Transliterator const& folding()
{
    thread_local std::unique_ptr<icu::Transliterator> const made = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Transliterator> out(
            icu::Transliterator::createInstance("NFD; [:Nonspacing Mark:] Remove; NFC; Latin-ASCII; Lower", UTRANS_FORWARD, status));
        if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU has no rules to fold text: ") + u_errorName(status));
        return out;
    }();
    return *made;
}

icu::UnicodeString fold(std::string_view text)
{
    auto out = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())));
    folding().transliterate(out);
    return out;
}

void add(std::set<std::string>& words, icu::UnicodeString const& text, int from, int to)
{
    if (from >= to) return;
    std::string word;
    text.tempSubStringBetween(from, std::min(to, from + word_most)).toUTF8String(word);
    words.insert(std::move(word));
}

}  // namespace

std::string folded(std::string_view text)
{
    std::string out;
    fold(text).toUTF8String(out);
    return out;
}

std::set<std::string> words_of(std::string_view text)
{
    std::set<std::string> words;
    auto const all = fold(text);
    int run = 0;        // where the run of letters and digits began
    int whole = -1;     // where, since the last space, the first one did
    int whole_end = 0;  // past the last letter or digit since
    for (int at = 0; at <= all.length();) {
        auto const c = at < all.length() ? all.char32At(at) : U' ';
        int const next = at + (at < all.length() ? U16_LENGTH(c) : 1);
        if (u_isalnum(c)) {
            if (whole < 0) whole = at;
            whole_end = next;
        } else {
            add(words, all, run, at);
            run = next;
            if (u_isUWhiteSpace(c)) {
                if (whole >= 0) add(words, all, whole, whole_end);
                whole = -1;
            }
        }
        at = next;
    }
    return words;
}

}  // namespace mz::cmdb
