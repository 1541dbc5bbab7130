#pragma once
#include "core/secret.hpp"
#include "core/text.hpp"
#include "core/uuid.hpp"
#include "json/read.hpp"

#include <boost/describe.hpp>

#include <optional>
#include <string>

namespace mz::identity {

struct LogIn {
    Email email;
    Secret<std::string> password;
    std::optional<Uuid> tenant_id;  // for a person of several; by default the one used last
};
BOOST_DESCRIBE_STRUCT(LogIn, (), (email, password, tenant_id))

struct Switch {
    Uuid tenant_id;
};
BOOST_DESCRIBE_STRUCT(Switch, (), (tenant_id))

struct SetUp {
    Secret<std::string> token;
    Secret<std::string> password;
};
BOOST_DESCRIBE_STRUCT(SetUp, (), (token, password))

// The access token goes into memory; the refresh token travels in the cookie beside this.
struct Session {
    std::string access_token;
    std::string token_type = "Bearer";
    int expires_in = 0;  // seconds
    Uuid tenant_id;
};
BOOST_DESCRIBE_STRUCT(Session, (), (access_token, token_type, expires_in, tenant_id))

struct LoggedOut {
    std::optional<std::string> end_session_url;  // where the browser goes to log out at the organisation's sign-in service, too
};
BOOST_DESCRIBE_STRUCT(LoggedOut, (), (end_session_url))

}  // namespace mz::identity
