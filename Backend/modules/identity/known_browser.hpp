#pragma once
#include "core/clock.hpp"
#include "core/uuid.hpp"
#include "web/route.hpp"

#include <optional>

namespace mz::identity {

// A browser that has signed in to an account keeps a sealed cookie that says so, for log-ins only. It opens nothing: it tells the owner's
// browser from a stranger's when passwords are guessed, and it is why a sign-in from a new browser is worth a letter. It is worth
// nothing for another person, after a change of the password, or when it has not been used for `known_browser_days`.

struct BrowserOf {
    Uuid person;
    std::optional<Timestamp> password_changed_at;
};

// The browser that the request comes from, where it is known to have signed in as this person.
std::optional<Uuid> known_browser(web::Request& rq, BrowserOf whom);
// Sets the cookie: of the browser known by then, or of a new one.
void remember_browser(web::Request& rq, BrowserOf whom);

}  // namespace mz::identity
