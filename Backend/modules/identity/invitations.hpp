#pragma once
#include "identity/session.hpp"
#include "identity/user.hpp"
#include "mail/mail.hpp"
#include "web/route.hpp"

#include <optional>
#include <string>

namespace mz::identity {

// A membership begins as an invitation, which the invited person accepts with the link of its letter: by choosing their first password, or,
// where they have one, by showing it or by being signed in; with a second factor, only by being signed in. Whoever has the link alone
// cannot do it for them.

struct InvitationToken {
    Secret<std::string> token;
};
BOOST_DESCRIBE_STRUCT(InvitationToken, (), (token))

// What the link's page has to say before anything is decided.
struct InvitationSeen {
    Email email;
    std::string tenant_name;
    bool has_password = false;
};
BOOST_DESCRIBE_STRUCT(InvitationSeen, (), (email, tenant_name, has_password))

// The token is shown once and goes into the link <console>/setup#token=...; the letter has the same one.
struct InvitationLink {
    std::string setup_token;
    Timestamp setup_expires_at;
};
BOOST_DESCRIBE_STRUCT(InvitationLink, (), (setup_token, setup_expires_at))

struct Invited {
    PersonId id;
    Email email;
    std::optional<mail::Language> language;
};

// Makes a new link, the only one that works from now on, and writes its letter. Runs in the inviter's tenant.
Task<InvitationLink> invite(web::Request& rq, web::Tx& tx, Invited invited);

// POST /auth/invitation: whose invitation the link is.
Task<InvitationSeen> invitation_get(web::Request& rq, web::Body<InvitationToken> body);
// POST /auth/setup: accepts with the first password, or with the one that the person has already.
Task<void> set_up(web::Request& rq, web::Body<SetUp> body);
// POST /me/invitations: accepts as the person who is signed in.
Task<void> invitation_accept(web::Request& rq, web::Body<InvitationToken> body);
// POST and DELETE /users/{id}/invitation: a new link instead of the old one, or none.
Task<InvitationLink> invitation_resend(web::Request& rq, web::Path<UserPath> path, web::Tx& tx);
Task<void> invitation_revoke(web::Request& rq, web::Path<UserPath> path, web::Tx& tx);

}  // namespace mz::identity
