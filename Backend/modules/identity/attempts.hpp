#pragma once
#include "core/uuid.hpp"
#include "identity/account_settings.hpp"
#include "web/throttle.hpp"

#include <optional>
#include <string>

namespace mz::identity {

// Who tries a password, as far as that is known before it is verified.
struct Attempt {
    std::string email;
    std::string address;
    std::optional<Uuid> browser;  // of one that has signed in to this account before
    bool known_address = false;   // this account has a session from there
};

// Slows down guessing in three ways at once, none of which locks anybody out for good:
// - one account from one address (`login_failures`), the ordinary case;
// - one address whatever the accounts (`login_address_failures`), against lists of stolen passwords;
// - one account whatever the addresses (`login_account_failures`), against many machines. This one alone an attacker could use to keep
//   the account's owner out, so it does not count for a browser or an address that has signed in to the account before; a known browser
//   has attempts of its own instead, because a stolen cookie must not be a way to guess without end.
// Accounts that do not exist are counted in the same way. Shared by all threads of a process.
class Attempts {
public:
    Attempts(web::ThrottleSettings pair, AccountSettings settings);

    // Throws Problem(too_many_requests) with Retry-After.
    void check(Attempt const& attempt);
    void failed(Attempt const& attempt);
    void succeeded(Attempt const& attempt);

private:
    web::Throttle pair_;
    web::Throttle address_;
    web::Throttle account_;
};

}  // namespace mz::identity
