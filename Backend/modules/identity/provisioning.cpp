#include "identity/provisioning.hpp"

#include "identity/granting.hpp"
#include "identity/invitations.hpp"
#include "identity/members.hpp"
#include "identity/people.hpp"
#include "identity/places.hpp"
#include "identity_sql.hpp"
#include "pg/error.hpp"

namespace mz::identity {
namespace {

pg::ConstraintMessage const email_taken{"person_email_taken", Failure::conflict, "this address is another person's"};

struct ByEmail {
    Email email;
};
BOOST_DESCRIBE_STRUCT(ByEmail, (), (email))

struct Joining {
    Uuid new_id;
    Email email;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(Joining, (), (new_id, email, now))

struct Joined {
    PersonId id;
    bool pending = false;
};
BOOST_DESCRIBE_STRUCT(Joined, (), (id, pending))

struct NewMembership {
    Uuid person_id;
    Role role = Role::auditor;
    std::optional<Uuid> role_id;
    DisplayName display_name;
    Source source = Source::scim;
    Timestamp now;
    std::optional<Timestamp> accepted_at;
};
BOOST_DESCRIBE_STRUCT(NewMembership, (), (person_id, role, role_id, display_name, source, now, accepted_at))

struct Handing {
    PersonId id;
    Source source = Source::hand;
};
BOOST_DESCRIBE_STRUCT(Handing, (), (id, source))

struct Readdressing {
    Uuid person_id;
    Email email;
};
BOOST_DESCRIBE_STRUCT(Readdressing, (), (person_id, email))

Problem owner_refused()
{
    return Problem(Failure::conflict, "owner-not-provisioned", "This user is an owner; owners are looked after by hand.");
}

// Whether `by` may bring somebody back whom `member` says is here already.
bool may_take_over(Member const& member, Source by)
{
    return (member.source == by && !member.active) || (member.source == Source::sso && by == Source::scim);
}

Task<void> set_source(web::Tx& tx, PersonId person, Source source)
{
    Handing const handing{person, source};
    co_await tx.run(sql::member_hand_over{}, handing);
}

template <class T>
json::Patched<T> set(T value)
{
    return {true, std::move(value)};
}

Task<PersonId> bring_back(web::Request& rq, web::Tx& tx, Member member, Newcomer newcomer)
{
    if (!may_take_over(member, newcomer.source)) {
        throw Problem(Failure::conflict, "already-a-user", "There is a user with this e-mail address here already.");
    }
    UserPatch const patch{set(newcomer.display_name), set(newcomer.role), set(newcomer.role_id), set(true)};
    auto const locked = co_await lock_member(tx, member.id, patch);
    if (locked.user.role == Role::owner) throw owner_refused();
    co_await set_source(tx, member.id, newcomer.source);
    co_await change_member(rq, tx, locked, patch);
    co_return member.id;
}

}  // namespace

Task<std::optional<Member>> find_member(web::Request&, web::Tx& tx, Email email)
{
    ByEmail const by_email{std::move(email)};
    co_return co_await tx.maybe<Member>(sql::member_find{}, by_email);
}

Task<PersonId> provision(web::Request& rq, web::Tx& tx, Newcomer newcomer)
{
    if (newcomer.role == Role::owner) throw owner_refused();
    auto const member = co_await find_member(rq, tx, newcomer.email);
    if (member) co_return co_await bring_back(rq, tx, *member, std::move(newcomer));
    auto const places = co_await lock_places(tx);
    auto const time = now();
    Joining const joining{Uuid::v7(), newcomer.email, time};
    auto const person = co_await tx.one<Joined>(sql::member_join{}, joining);
    NewMembership const membership{person.id,
                                   newcomer.role,
                                   newcomer.role_id,
                                   newcomer.display_name,
                                   newcomer.source,
                                   time,
                                   person.pending ? std::optional(time) : std::nullopt};
    co_await tx.run(sql::member_create{}, membership);
    co_await require_place(tx, places);
    if (!person.pending && newcomer.source == Source::scim) {
        ByPerson const by_person{person.id};
        auto const account = co_await tx.one<Account>(sql::account_get{}, by_person);
        Invited const invited{person.id, newcomer.email, account.language};
        co_await invite(rq, tx, invited);
    }
    co_return person.id;
}

Task<User> change_provisioned(web::Request& rq, web::Tx& tx, PersonId person, Source source, UserPatch patch)
{
    auto const locked = co_await lock_member(tx, person, patch);
    if (locked.user.role == Role::owner || (patch.role.given && patch.role.value == Role::owner)) throw owner_refused();
    if (locked.user.source != source) {
        throw Problem(Failure::conflict, "managed-by-hand", "This user is looked after by hand here; an administrator can hand them over.");
    }
    co_return co_await change_member(rq, tx, locked, std::move(patch));
}

Task<void> deprovision(web::Request& rq, web::Tx& tx, PersonId person, Source source)
{
    UserPatch patch;
    patch.active = set(false);
    co_await change_provisioned(rq, tx, person, source, patch);
}

Task<void> hand_over(web::Request& rq, web::Tx& tx, PersonId person, Source to)
{
    auto const locked = co_await lock_member(tx, person, UserPatch());
    require_may_give(rq.caller, locked.user);
    if (to != Source::hand && locked.user.role == Role::owner) throw owner_refused();
    co_await set_source(tx, person, to);
}

Task<bool> readdress(web::Tx& tx, PersonId person, Email email)
{
    Readdressing const args{person, std::move(email)};
    auto const done = co_await tx.maybe<Uuid>(sql::person_readdress{}, args);
    co_return done.has_value();
}

}  // namespace mz::identity
