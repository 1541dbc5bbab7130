#pragma once
#include "identity/sessions.hpp"
#include "identity/user.hpp"
#include "web/route.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mz::identity {

// Where a tenant's own provider of identities (the module sso) says who its people are.

// The connection that vouches for this session; empty where the person proved themselves here.
Task<std::optional<Uuid>> provider_of_session(web::Request& rq);

// 403 `managed-by-organisation` in a session that a provider vouches for: password, second factors and whatever else belongs to the person
// in all their tenants is not for one tenant's provider to change.
Task<void> require_own_account(web::Request& rq);

// How the person whom the request's database has entered may sign in to the entered tenant.
enum class OwnSignIn { allowed, break_glass };
// 403 `sso-required` (member connection: id, name) where only the provider's word counts. `break_glass`: it does not for this owner.
Task<OwnSignIn> require_own_sign_in(web::Request& rq);
// Writes into the audit row that somebody got in without the provider, and tells every owner by mail. In the request's transaction.
Task<void> tell_of_break_glass(web::Request& rq);

// The membership of the entered tenant that its provider may open a session of: an active one, whether the person has accepted an
// invitation or not. 403 `sso-not-a-member` where there is none, and as `require_active` does.
Task<MembershipOfPerson> membership_by_provider(web::Request& rq, Uuid person);

struct Owner {
    PersonId id;
    Email email;
    DisplayName display_name;
    bool break_glass = false;  // may sign in without the provider although it is enforced
    bool has_password = false;
};
BOOST_DESCRIBE_STRUCT(Owner, (), (id, email, display_name, break_glass, has_password))
Task<std::vector<Owner>> owner_list(web::Request& rq);
// Those owners, and nobody else. 400 for whoever is not an active owner.
Task<void> put_break_glass(web::Request& rq, web::Tx& tx, std::vector<Uuid> people);
// 409 `break-glass-needed` where a provider is enforced and no active owner with a password could get in without it. To be asked at the end
// of whatever may have taken the last one away.
Task<void> require_break_glass(web::Tx& tx);

// A connection that no longer stands ends what it opened; one that is enforced ends what was opened without it.
Task<void> end_sessions_of_connection(web::Tx& tx, Uuid connection);
Task<void> end_sessions_of_passwords(web::Tx& tx);

// The invitation of whoever has no password is accepted by the first sign-in: nobody else can have it.
Task<void> accept_by_provider(web::Tx& tx, Uuid person);

}  // namespace mz::identity
