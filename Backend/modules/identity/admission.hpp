#pragma once
#include "identity/challenge.hpp"
#include "identity/sessions.hpp"

namespace mz::identity {

// Somebody who has proved who they are, so far by one factor or by two, and the tenant that they want to work in.
struct Admission {
    Uuid person;
    MembershipOfPerson membership;
    bool second_factor = false;
    Timestamp proved_at;
    std::optional<LeftSession> left{};
    std::optional<ProviderSession> provider{};  // where a tenant's own provider vouches for them
};

// The one way to a session. Every kind of sign-in ends here: a password, a passkey, another service's word, a change of tenant; nothing
// else opens one. Throws 403 `second-factor-required` (members challenge, methods, rp_id) where the person has a second factor and has
// not shown it, or `second-factor-enrolment-required` (member challenge) where the tenant demands one and there is none yet.
// Where the tenant takes only its provider's word, everybody else's is 403 `sso-required`; a provider's is asked for a second factor where
// the tenant demands one that the provider has not seen, and adds none to the person: 403 `provider-second-factor-required`.
Task<Session> admit(web::Request& rq, Admission admission);

// The person's active membership of a tenant whose licence is in force, for whoever comes back with a challenge; 403 where it has ended.
Task<MembershipOfPerson> membership_in(web::Request& rq, Uuid person, Uuid tenant);

// In the tenant as this person, whose request it turns out to be, before they have proved it: what they own is read, and nothing that is
// written counts as theirs in the audit log.
void enter_unproved(web::Request& rq, Uuid person, Uuid tenant);

}  // namespace mz::identity
