#pragma once
#include "sso/store.hpp"
#include "web/route.hpp"

#include <optional>
#include <string>

namespace mz::sso {

enum class Purpose { sign_in, test, step_up };
BOOST_DESCRIBE_ENUM(Purpose, sign_in, test, step_up)

// Where the browser goes to sign in at the provider.
struct Started {
    std::string url;
};
BOOST_DESCRIBE_STRUCT(Started, (), (url))

// What the provider's answer brought back to the console, from the address of the page.
struct Callback {
    Secret<std::string> code;
    Secret<std::string> state;
    std::optional<std::string> iss;
};
BOOST_DESCRIBE_STRUCT(Callback, (), (code, state, iss))

// A sign-in that came back to the browser that began it.
struct Attempt {
    Uuid connection_id;
    std::optional<Uuid> session_id;
    std::int64_t settings = 0;
    Bytes sealed;
    Timestamp created_at;
};
BOOST_DESCRIBE_STRUCT(Attempt, (), (connection_id, session_id, settings, sealed, created_at))

// Begins one of the entered tenant's, for this browser; it has `sso_attempt_seconds`, and takes the place of one that the browser had
// begun.
Task<Started> begin_attempt(web::Request& rq, ConnectionRow connection, Purpose purpose, oidc::Options options);

// Takes it, once and for all, whatever comes of it, and enters its tenant where nobody has signed in yet. Throws 422 `sso-other-browser`
// where this browser has begun none, and `sso-attempt-over` where it was used, took too long, or was begun for something else.
Task<Attempt> take_attempt(web::Request& rq, Callback callback, Purpose purpose);

// Asks the provider who came back. Throws as oidc::RelyingParty does, and 422 `sso-changed` where the connection is not what it was.
Task<oidc::Identity> ask_provider(web::Request& rq, ConnectionRow connection, Attempt attempt, Callback callback);

}  // namespace mz::sso
