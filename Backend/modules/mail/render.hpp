#pragma once
#include "mail/letter.hpp"

#include <string>

namespace mz::mail {

// A letter as people read it; both twins say the same and have the same links.
struct Rendered {
    std::string subject;
    std::string text;
    std::string html;
};

// `app` is the SPA's origin, without a slash at its end. Throws std::logic_error for a template that is malformed, which a test rules out.
Rendered render(Content const& content, Language language, std::string const& app);

// "22 November 2026, 14:05 UTC", in the letter's language.
std::string in_words(Timestamp at, Language language);

}  // namespace mz::mail
