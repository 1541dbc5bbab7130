#pragma once
#include "core/secret.hpp"
#include "core/text.hpp"
#include "mail/mail.hpp"
#include "web/route.hpp"

#include <boost/describe.hpp>

#include <optional>
#include <string>
#include <vector>

namespace mz::identity {

struct PasswordForgot {
    Email email;
    std::optional<mail::Language> language;  // of the letter, for a person who has not chosen one
};
BOOST_DESCRIBE_STRUCT(PasswordForgot, (), (email, language))

struct PasswordReset {
    Secret<std::string> token;
    Secret<std::string> password;
};
BOOST_DESCRIBE_STRUCT(PasswordReset, (), (token, password))

struct PasswordChange {
    Secret<std::string> current_password;
    Secret<std::string> new_password;
};
BOOST_DESCRIBE_STRUCT(PasswordChange, (), (current_password, new_password))

// Throws a 400 at `pointer` for a password that may not be chosen, with what to do instead. `names` are those that a guesser would try for
// this person: theirs, their address, their organizations'.
Task<void> require_good_password(web::Request& rq, Secret<std::string> password, std::vector<std::string> names, std::string pointer);

// POST /auth/password/forgot: says the same for every address, in the same time. The letter is written afterwards (reset_poster.hpp).
Task<web::Accepted> password_forgot(web::Request& rq, web::Body<PasswordForgot> body);
// POST /auth/password/reset: with the link's token. All sessions of the person end, in all their tenants.
Task<void> password_reset(web::Request& rq, web::Body<PasswordReset> body);
// POST /me/password: all sessions but this one end.
Task<void> password_change(web::Request& rq, web::Body<PasswordChange> body);

}  // namespace mz::identity
