#include "identity/invitations.hpp"

#include "core/crypto.hpp"
#include "core/key_ring.hpp"
#include "core/log.hpp"
#include "identity/attempts.hpp"
#include "identity/managed.hpp"
#include "identity/passwords.hpp"
#include "identity/people.hpp"
#include "identity/proof.hpp"
#include "identity/sessions.hpp"
#include "identity/users.hpp"
#include "identity_sql.hpp"
#include "mail/mail.hpp"
#include "web/scoped_token.hpp"

namespace mz::identity {
namespace {

constexpr auto page = "/setup#token=";

struct Find {
    Bytes hash;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(Find, (), (hash, now))

struct Found {
    Uuid person_id;
    Email email;
    bool pending = false;
    std::string display_name;
    std::string tenant_name;
};
BOOST_DESCRIBE_STRUCT(Found, (), (person_id, email, pending, display_name, tenant_name))

struct SetupComplete {
    Bytes hash;
    std::string password_hash;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(SetupComplete, (), (hash, password_hash, now))

struct PersonAt {
    Uuid person_id;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(PersonAt, (), (person_id, now))

struct NewLink {
    Bytes hash;
    Uuid person_id;
    Timestamp now;
    Timestamp expires_at;
};
BOOST_DESCRIBE_STRUCT(NewLink, (), (hash, person_id, now, expires_at))

struct Deactivate : UserPatch {
    PersonId id;
};
BOOST_DESCRIBE_STRUCT(Deactivate, (UserPatch), (id))

Problem link_used()
{
    return Problem(Failure::unprocessable, "setup-token-invalid", "This link has been used or has expired; ask for a new one.");
}

// Enters the link's tenant. Throws for a link that is unknown, used or has run out, and for an invitation that was revoked.
Task<Found> find(web::Request& rq, Secret<std::string> token)
{
    auto const tenant = web::tenant_of_token(token.reveal());
    if (!tenant) throw link_used();
    rq.become(nobody_in(*tenant));
    Find const args{sha256(token.reveal()), now()};
    auto found = co_await rq.db.maybe<Found>(sql::invitation_find{}, args);
    if (!found) throw link_used();
    co_return std::move(*found);
}

// In the request's transaction, as the person.
Task<void> accept(web::Request& rq, Uuid person)
{
    PersonAt const args{person, now()};
    auto const accepted = co_await rq.db.transaction().maybe<Uuid>(sql::membership_accept{}, args);
    if (!accepted) throw link_used();
    co_await rq.db.transaction().run(sql::invitation_end{}, args);
}

Task<void> choose_first_password(web::Request& rq, Found found, SetUp set_up)
{
    Account const account{found.email, std::nullopt, found.display_name, found.tenant_name};
    co_await require_good_password(rq, set_up.password, names_of(account), "/password");
    auto const hash = co_await rq.services.get<SignIn>().passwords.hash(set_up.password);
    rq.become(person_in(*rq.caller.tenant, found.person_id));
    rq.audit_target(found.person_id);
    co_await rq.db.begin();
    SetupComplete const complete{sha256(set_up.token.reveal()), hash, now()};
    auto const completed = co_await rq.db.transaction().maybe<Uuid>(sql::setup_complete{}, complete);
    // The link was good a moment ago: what stands in its way is that another tenant relies on who this person is (0019_provisioning.sql).
    if (!completed) {
        throw Problem(
            Failure::unprocessable, "password-elsewhere",
            "You belong to another organization already. Choose a password with \"Forgot password\" first, then open this link again.");
    }
    co_await accept(rq, found.person_id);
}

Task<void> show_password(web::Request& rq, Found found, Secret<std::string> password)
{
    auto& sign_in = rq.services.get<SignIn>();
    LoginFind const by_email{found.email, rq.http.remote_address};
    auto const person = co_await rq.db.one<LoginPerson>(sql::login_person_find{}, by_email);
    Attempt const attempt{found.email, rq.http.remote_address, std::nullopt, person.known_address};
    sign_in.attempts.check(attempt);
    bool const good = co_await sign_in.passwords.verify(person.password_hash.value_or(""), std::move(password));
    if (!good) {
        sign_in.attempts.failed(attempt);
        throw Problem(Failure::forbidden, "wrong-password", "That is not the password of this account.");
    }
    sign_in.attempts.succeeded(attempt);
    rq.become(person_in(*rq.caller.tenant, found.person_id));
    // Whoever made the account in advance may have put a second factor of theirs on it, which outlives a new password. It must not open
    // this tenant as well, so it has to be its owner's: they show it by signing in.
    auto const standing = co_await factor_standing(rq);
    if (standing.has_factor()) {
        throw Problem(Failure::forbidden, "sign-in-to-accept", "You have a second factor. Sign in with it, then open this link again.");
    }
    rq.audit_target(found.person_id);
    co_await rq.db.begin();
    co_await accept(rq, found.person_id);
}

// The user, who must still be invited: neither a member nor deactivated.
Task<User> invited_user(web::Request& rq, UserPath path, web::Tx& tx)
{
    co_await require_may_change(rq, tx, path.id);
    auto user = co_await tx.one<User>(sql::user_get{}, path);
    if (!user.pending) throw Problem(Failure::conflict, "already-accepted", "This person has accepted the invitation already.");
    co_return user;
}

}  // namespace

Task<InvitationLink> invite(web::Request& rq, web::Tx& tx, Invited invited)
{
    auto const time = now();
    InvitationLink link{web::make_scoped_token(*rq.caller.tenant),
                        time + std::chrono::seconds(rq.services.get<SignIn>().settings.setup_token_seconds)};
    PersonAt const person{invited.id, time};
    co_await tx.run(sql::invitation_end{}, person);
    NewLink const args{sha256(link.setup_token), invited.id, time, link.setup_expires_at};
    co_await tx.run(sql::setup_token_create{}, args);

    ByPerson const inviter{*rq.caller.id};
    auto const by = co_await tx.maybe<Account>(sql::account_get{}, inviter);
    ByPerson const whom{invited.id};
    auto const account = co_await tx.one<Account>(sql::account_get{}, whom);
    mail::Letter letter{
        invited.email, invited.language.value_or(mail::Language::en),
        mail::Invitation{by ? by->display_name : account.tenant_name, account.tenant_name, page + link.setup_token, link.setup_expires_at}};
    co_await mail::send(tx, rq.services.get<KeyRing>(), std::move(letter));
    co_return link;
}

Task<InvitationSeen> invitation_get(web::Request& rq, web::Body<InvitationToken> body)
{
    auto const found = co_await find(rq, body->token);
    co_return InvitationSeen{found.email, found.tenant_name, !found.pending};
}

Task<void> set_up(web::Request& rq, web::Body<SetUp> body)
{
    auto const found = co_await find(rq, body->token);
    if (found.pending) co_await choose_first_password(rq, found, body.value);
    else co_await show_password(rq, found, body->password);
}

Task<void> invitation_accept(web::Request& rq, web::Body<InvitationToken> body)
{
    co_await require_own_account(rq);
    auto const person = *rq.caller.id;
    auto const found = co_await find(rq, body->token);
    if (found.person_id != person) {
        throw Problem(Failure::forbidden, "another-person", "This invitation is for somebody else; sign in as that person.");
    }
    rq.become(person_in(*rq.caller.tenant, person));
    rq.audit_target(person);
    co_await rq.db.begin();
    co_await accept(rq, person);
}

Task<InvitationLink> invitation_resend(web::Request& rq, web::Path<UserPath> path, web::Tx& tx)
{
    auto const user = co_await invited_user(rq, path.value, tx);
    if (!user.active) throw Problem(Failure::conflict, "user-inactive", "This user is deactivated; activate them first.");
    ByPerson const by_person{user.id};
    auto const account = co_await tx.one<Account>(sql::account_get{}, by_person);
    co_return co_await invite(rq, tx, {user.id, user.email, account.language});
}

Task<void> invitation_revoke(web::Request& rq, web::Path<UserPath> path, web::Tx& tx)
{
    auto const user = co_await invited_user(rq, path.value, tx);
    require_by_hand(user.source);
    PersonAt const person{user.id, now()};
    co_await tx.run(sql::invitation_end{}, person);
    Deactivate args;
    args.id = user.id;
    args.active.given = true;
    args.active.value = false;
    co_await tx.run(sql::user_update{}, args);
}

}  // namespace mz::identity
