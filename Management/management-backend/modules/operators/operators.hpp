#pragma once
#include "operators/operator.hpp"
#include "web/app.hpp"
#include "web/cookie.hpp"
#include "web/password_workers.hpp"
#include "web/throttle.hpp"
#include "web/token.hpp"

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace mz::operators {

// Named settings, read from the environment in upper case.
struct Settings : web::PasswordSettings, web::ThrottleSettings {
    int access_token_seconds = 600;
    int session_idle_seconds = 12 * 3600;          // without a refresh, and the operator signs in again
    int session_absolute_seconds = 7 * 24 * 3600;  // however often it is refreshed
    int refresh_grace_seconds = 20;                // in which a refresh whose answer was lost may be asked for once more
    int session_check_seconds = 5;                 // how long a worker relies on what it read of a session
    std::size_t session_check_entries = 1000;      // sessions that one worker remembers
    bool second_factor_required = true;            // of every operator who signs in with a password; false is for demos and tests
    int operator_setup_seconds = 3 * 24 * 3600;    // how long a new operator's one-time link works
    std::string management_app_url = "http://127.0.0.1:5173";  // where this service's console is, for such links
};
BOOST_DESCRIBE_STRUCT(Settings, (web::PasswordSettings, web::ThrottleSettings),
                      (access_token_seconds, session_idle_seconds, session_absolute_seconds, refresh_grace_seconds, session_check_seconds,
                       session_check_entries, second_factor_required, operator_setup_seconds, management_app_url))

// What the routes of this module need besides the database: one a process, in every worker's Services.
struct SignIn {
    SignIn(Settings settings, std::string const& public_url, std::shared_ptr<web::TokenSigner> signer);

    Settings settings;
    web::RefreshCookie cookie;
    std::shared_ptr<web::TokenSigner> signer;
    web::PasswordWorkers passwords;
    web::Throttle throttle;
};

// Operators by their access tokens; Management knows no devices. One a worker.
class Authenticator : public web::Authenticator {
public:
    explicit Authenticator(std::shared_ptr<SignIn> sign_in) : sign_in_(std::move(sign_in)) {}

    Task<web::Caller> user(std::string token, web::Db& db) override;
    Task<web::Caller> device(std::string key, web::Db& db) override;

private:
    struct Seen {
        Timestamp until;
        Role role;
    };

    std::shared_ptr<SignIn> sign_in_;
    std::unordered_map<Uuid, Seen> sessions_;
};

std::vector<web::Route> routes();

}  // namespace mz::operators
