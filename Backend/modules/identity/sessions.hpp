#pragma once
#include "identity/provider_session.hpp"
#include "identity/session.hpp"
#include "identity/sign_in.hpp"
#include "identity/user.hpp"
#include "licensing/entitlement.hpp"
#include "web/route.hpp"

#include <optional>
#include <string>

namespace mz::identity {

// What the licence says of a tenant, as the statements of this module select it.
struct Licensed {
    licensing::TenantStatus status = licensing::TenantStatus::pending;
    std::optional<Timestamp> valid_from;
    std::optional<Timestamp> valid_until;
};
BOOST_DESCRIBE_STRUCT(Licensed, (), (status, valid_from, valid_until))

// Throws 403 `tenant-not-active`, saying why, unless the licence is in force.
void require_active(Licensed const& licensed);

struct MembershipOfPerson : Licensed {
    Uuid tenant_id;
    std::string tenant_name;
    Role role = Role::auditor;
    std::optional<Timestamp> last_login_at;
};
BOOST_DESCRIBE_STRUCT(MembershipOfPerson, (Licensed), (tenant_id, tenant_name, role, last_login_at))

// The wanted one of a person's memberships, which come last used first; by default the first whose licence is in force. Throws 401 where
// there is none, and as `require_active` does.
MembershipOfPerson choose_membership(std::vector<MembershipOfPerson> const& memberships, std::optional<Uuid> wanted);

// One text for an unknown address, a wrong password and a person who is no member any more.
Problem wrong_credentials();

// Their permissions are those of `granted`; a role alone is a built-in one, or one whose permissions the next request looks up.
web::Caller caller_of(Uuid tenant, Uuid person, Uuid session, Granted const& granted);
web::Caller caller_of(Uuid tenant, Uuid person, Uuid session, Role role);

// What a session is worth: how its person proved who they are, and when.
struct Proof {
    Timestamp at;
    bool second_factor = false;
    std::optional<std::chrono::seconds> life;  // where the tenant wants it shorter than the platform does
    std::optional<ProviderSession> provider{};
};

// Makes a session of the caller's, who must have been established: writes it with its first refresh token, sets the cookie and signs an
// access token. Opens the request's transaction, because several rows belong together.
Task<Session> open_session(web::Request& rq, Proof proof);

// An access token of the caller's session, which expires (for good) at `session_expires_at`. The refresh token stays what it is.
Session access(web::Request& rq, Timestamp session_expires_at);

// The answer to whoever holds a session that expires (for good) at `session_expires_at`, with this refresh token.
Session answer(web::Request& rq, Timestamp session_expires_at, std::string const& refresh_token);

}  // namespace mz::identity
