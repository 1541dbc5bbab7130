#pragma once
#include "oidc/identity.hpp"
#include "sso/store.hpp"
#include "web/route.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mz::sso {

// What the provider's word about somebody means here.
enum class Verdict {
    known,             // has signed in by this connection before
    member,            // is a user by their e-mail address, and known from now on
    joins,             // becomes a user
    not_a_member,      // is no user, and the connection makes nobody one
    deactivated,       // was one
    email_missing,     // the provider says no address
    email_unverified,  // it does not vouch for the address
    email_elsewhere,   // the address is not of the connection's domains
    taken,             // the user with this address signs in with another account at the provider
};
BOOST_DESCRIBE_ENUM(Verdict, known, member, joins, not_a_member, deactivated, email_missing, email_unverified, email_elsewhere, taken)

struct Judgement {
    Verdict verdict = Verdict::not_a_member;
    std::optional<Uuid> person;
    std::string subject;  // what they are known by
    Email email;
    Role role = Role::auditor;  // that they have or get
    std::optional<Uuid> role_id;
    std::optional<RoleMapping> mapping;  // that says so
    bool role_changes = false;
    bool accepts_invitation = false;
};

// The first of the mappings that fits.
std::optional<RoleMapping> mapping_for(std::vector<RoleMapping> const& mappings, oidc::Identity const& who);

// The provider's key for a person, which it never gives to somebody else.
std::string subject_of(oidc::Identity const& who);

// Reads, and changes nothing; in the entered tenant.
Task<Judgement> judge(web::Request& rq, ConnectionRow connection, oidc::Identity who);

// Carries it out: makes the user, the link, the role. Apart from the request's own transaction, so that it stands although a second factor
// is asked for next. Throws 403 `sso-refused` (member verdict) for whoever does not get in.
Task<Uuid> let_in(web::Request& rq, ConnectionRow connection, oidc::Identity who, Judgement judgement);

}  // namespace mz::sso
