#pragma once
#include "core/task.hpp"
#include "identity/account_settings.hpp"
#include "identity/attempts.hpp"
#include "identity/key_check.hpp"
#include "identity/roles.hpp"
#include "web/caller.hpp"
#include "web/cookie.hpp"
#include "web/db.hpp"
#include "web/password_workers.hpp"
#include "web/throttle.hpp"
#include "web/token.hpp"

#include <memory>
#include <string>
#include <unordered_map>

namespace mz::identity {

// Named settings, read from the environment in upper case.
struct Settings : web::PasswordSettings, web::ThrottleSettings, AccountSettings {
    int access_token_seconds = 600;
    int session_idle_seconds = 3 * 24 * 3600;       // without a refresh, and the person signs in again
    int session_absolute_seconds = 30 * 24 * 3600;  // however often it is refreshed
    int refresh_grace_seconds = 20;                 // in which a refresh whose answer was lost may be asked for once more
    int session_check_seconds = 5;                  // how long a worker relies on what it read of a session
    std::size_t session_check_entries = 10000;      // sessions that one worker remembers
    int setup_token_seconds = 7 * 24 * 3600;
    int custom_roles_max = 100;           // that a tenant may make
    int service_accounts_max = 200;       // of a tenant
    int api_keys_max = 10;                // of one service account, good at the same time
    int api_key_max_days = 365;           // how far ahead a key may expire
    int api_key_overlap_max_hours = 168;  // how long a rotated key may stay good beside the new one
    int api_key_use_seconds = 60;         // how often at most the last use of a key is written down
};
BOOST_DESCRIBE_STRUCT(Settings, (web::PasswordSettings, web::ThrottleSettings, AccountSettings),
                      (access_token_seconds, session_idle_seconds, session_absolute_seconds, refresh_grace_seconds, session_check_seconds,
                       session_check_entries, setup_token_seconds, custom_roles_max, service_accounts_max, api_keys_max, api_key_max_days,
                       api_key_overlap_max_hours, api_key_use_seconds))

// What the routes of this module need besides the database: one a process, in every worker's Services.
struct SignIn {
    SignIn(Settings settings, std::string const& public_url, std::shared_ptr<web::TokenSigner> signer);

    Settings settings;
    web::RefreshCookie cookie;
    std::shared_ptr<web::TokenSigner> signer;
    web::PasswordWorkers passwords;
    web::Throttle throttle;
    Attempts attempts;
    web::Throttle reset_requests;
};

// Who is behind an access token or an API key. One a worker; the web layer's Authenticator asks it.
class UserAuthenticator {
public:
    explicit UserAuthenticator(std::shared_ptr<SignIn> sign_in) : sign_in_(std::move(sign_in)), keys_(sign_in_) {}

    // Throws Problem(unauthorized) for a token that is not good or whose session is over, and 403 `tenant-not-active` where the
    // tenant's licence is. Reads the session at most once in `session_check_seconds`; role and permissions come from there.
    Task<web::Caller> authenticate(std::string token, web::Db& db);

private:
    struct Seen {
        Timestamp until;
        web::Caller caller;
    };

    void remember(Uuid session, Seen seen);

    std::shared_ptr<SignIn> sign_in_;
    std::unordered_map<Uuid, Seen> sessions_;
    KeyAuthenticator keys_;
};

}  // namespace mz::identity
