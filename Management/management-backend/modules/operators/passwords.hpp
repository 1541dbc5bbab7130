#pragma once
#include "core/secret.hpp"
#include "web/route.hpp"

#include <string>
#include <vector>

namespace mz::operators {

struct AccountSetup {
    Secret<std::string> token;  // of the one-time link
    Secret<std::string> password;
};
BOOST_DESCRIBE_STRUCT(AccountSetup, (), (token, password))

struct PasswordChange {
    Secret<std::string> current_password;
    Secret<std::string> new_password;
};
BOOST_DESCRIBE_STRUCT(PasswordChange, (), (current_password, new_password))

// Throws 400 at `pointer`, with the platform's slug for why, where guessers would try it early. `names` belong to the operator.
void require_good_password(Secret<std::string> const& password, std::vector<std::string> names, std::string pointer);

// POST /api/v1/auth/setup: a password by the one-time link, which is used up; whoever was signed in before is not any more.
Task<void> set_up(web::Request& rq, web::Body<AccountSetup> body);
// One's own; all other sessions end.
Task<void> password_change(web::Request& rq, web::Body<PasswordChange> body);

}  // namespace mz::operators
