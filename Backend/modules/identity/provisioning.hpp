#pragma once
#include "core/text.hpp"
#include "core/uuid.hpp"
#include "identity/user.hpp"
#include "web/route.hpp"

#include <optional>

namespace mz::identity {

// People whom another system of the tenant's brings: its directory (SCIM), or its sign-in service just in time (SSO). Whoever calls has
// asked already whether the role may be given (granting.hpp), when it was configured; owners are made by owners alone, never here.

struct Newcomer {
    Email email;
    DisplayName display_name;
    Role role = Role::auditor;
    std::optional<Uuid> role_id;
    Source source = Source::scim;
};

// Makes or finds the person with this address and makes them a user here, active at once; 409 `licence-limit-reached` where there is no
// place. Brings back whom the same system took away, and takes over from SSO for SCIM; any other user with this address is 409
// `already-a-user`.
//
// Whoever has no password yet belongs here at once, without a letter: they sign in by SSO, or choose a password by a letter that they ask
// for. Whoever has one may have it from another tenant's doing, so that it opens this one only after they have accepted an invitation
// from their own mailbox (`User::pending`). SCIM sends that letter; a session that the tenant's own SSO vouches for does not need it.
Task<PersonId> provision(web::Request& rq, web::Tx& tx, Newcomer newcomer);

// The user with this address here, active or not.
struct Member {
    PersonId id;
    Source source = Source::hand;
    bool active = true;
};
BOOST_DESCRIBE_STRUCT(Member, (), (id, source, active))
Task<std::optional<Member>> find_member(web::Request& rq, web::Tx& tx, Email email);

// Changes a user whom `source` has brought. 409 `managed-by-hand` for one whom it has not, and 409 `owner-not-provisioned` for an owner:
// neither is another system's to take away.
Task<User> change_provisioned(web::Request& rq, web::Tx& tx, PersonId person, Source source, UserPatch patch);

// Takes the membership away, never the person: it is inactive from now on, and its sessions end. Nothing where it is inactive already.
Task<void> deprovision(web::Request& rq, web::Tx& tx, PersonId person, Source source);

// From now on `to` looks after this user. 403 and 404 as for any change (users.hpp), 409 `owner-not-provisioned`.
Task<void> hand_over(web::Request& rq, web::Tx& tx, PersonId person, Source to);

// The address that the person signs in with. False, and nothing done, where other tenants know the person too; 409 where the address is
// somebody else's.
Task<bool> readdress(web::Tx& tx, PersonId person, Email email);

}  // namespace mz::identity
