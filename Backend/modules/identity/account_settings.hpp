#pragma once
#include "identity/breached.hpp"

#include <boost/describe.hpp>

#include <cstddef>

namespace mz::identity {

// Named settings, read from the environment in upper case.
struct AccountSettings : BreachSettings {
    int password_reset_seconds = 1800;  // that a link to choose a new password is valid
    int password_reset_letters = 3;     // an hour, to one account
    int password_reset_requests = 20;   // from one address in a row, then one every three minutes
    int password_reset_poll_milliseconds = 1000;
    int known_browser_days = 180;            // that a browser stays known after a log-in
    int login_address_failures = 50;         // in a row from one address, for whatever accounts
    int login_address_failure_seconds = 10;  // until one more attempt is allowed
    int login_account_failures = 50;         // in a row for one account, from addresses and browsers that it has not been used from
    int login_account_failure_seconds = 60;  // until one more attempt is allowed
    int seen_seconds = 60;                   // how exactly it is noted when somebody was last seen
};
BOOST_DESCRIBE_STRUCT(AccountSettings, (BreachSettings),
                      (password_reset_seconds, password_reset_letters, password_reset_requests, password_reset_poll_milliseconds,
                       known_browser_days, login_address_failures, login_address_failure_seconds, login_account_failures,
                       login_account_failure_seconds, seen_seconds))

}  // namespace mz::identity
