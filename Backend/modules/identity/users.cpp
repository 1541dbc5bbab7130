#include "identity/users.hpp"

#include "core/crypto.hpp"
#include "identity/display_name.hpp"
#include "identity/granting.hpp"
#include "identity/identity.hpp"
#include "identity/invitations.hpp"
#include "identity/members.hpp"
#include "identity/people.hpp"
#include "identity/places.hpp"
#include "identity/sessions.hpp"
#include "identity_sql.hpp"
#include "pg/error.hpp"

#include <algorithm>

namespace mz::identity {
namespace {

pg::ConstraintMessage const member_already{"membership_key", Failure::conflict, "this person is a user here already"};

struct MeRow : Granted {
    PersonId id;
    Email email;
    DisplayName display_name;
    std::optional<mail::Language> language;
    std::string tenant_name;
    std::optional<Uuid> connection_id;
    std::optional<std::string> connection_name;
};
BOOST_DESCRIBE_STRUCT(MeRow, (Granted), (id, email, display_name, language, tenant_name, connection_id, connection_name))

struct MeFind : ByPerson {
    Uuid session_id;
};
BOOST_DESCRIBE_STRUCT(MeFind, (ByPerson), (session_id))

struct Rename {
    Uuid person_id;
    DisplayName display_name;
};
BOOST_DESCRIBE_STRUCT(Rename, (), (person_id, display_name))

struct Choose {
    mail::Language language = mail::Language::en;
};
BOOST_DESCRIBE_STRUCT(Choose, (), (language))

struct Suggest {
    Uuid person_id;
    std::optional<mail::Language> language;
};
BOOST_DESCRIBE_STRUCT(Suggest, (), (person_id, language))

struct Joining {
    Uuid new_id;
    Email email;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(Joining, (), (new_id, email, now))

struct Joined {
    PersonId id;
};
BOOST_DESCRIBE_STRUCT(Joined, (), (id))

struct NewMembership {
    Uuid person_id;
    Role role = Role::auditor;
    std::optional<Uuid> role_id;
    DisplayName display_name;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(NewMembership, (), (person_id, role, role_id, display_name, now))

struct EnsuredMembership : NewMembership {
    std::optional<Timestamp> accepted_at;
};
BOOST_DESCRIBE_STRUCT(EnsuredMembership, (NewMembership), (accepted_at))

struct NewSetupToken {
    Bytes hash;
    Uuid person_id;
    Timestamp now;
    Timestamp expires_at;
};
BOOST_DESCRIBE_STRUCT(NewSetupToken, (), (hash, person_id, now, expires_at))

}  // namespace

void require_by_hand(Source source)
{
    if (source != Source::scim) return;
    throw Problem(Failure::conflict, "managed-by-scim", "Your directory looks after this user; change them there.");
}

Task<void> require_may_change(web::Request& rq, web::Tx& tx, PersonId id)
{
    auto const locked = co_await lock_member(tx, id, UserPatch());
    require_may_give(rq.caller, locked.user);
}

Task<Me> me_get(web::Request& rq)
{
    ByPerson const by_person{*rq.caller.id};
    MeFind find;
    find.person_id = *rq.caller.id;
    find.session_id = *rq.caller.session;
    auto const row = co_await rq.db.one<MeRow>(sql::me_get{}, find);
    auto const memberships = co_await rq.db.all<MembershipOfPerson>(sql::membership_list_of_person{}, by_person);
    Me me{row.id,          row.email,          row.display_name,  row.language, *rq.caller.tenant,
          row.tenant_name, {row.shown_name()}, row.permissions(), {},           {}};
    if (row.connection_id) {
        // Where else the person works is none of this organisation's business.
        me.managed_by = ManagedBy{*row.connection_id, row.connection_name.value_or("")};
        me.tenants.push_back({me.tenant_id, me.tenant_name});
        co_return me;
    }
    for (auto const& membership : memberships) me.tenants.push_back({membership.tenant_id, membership.tenant_name});
    std::ranges::sort(me.tenants, {}, &TenantChoice::name);
    co_return me;
}

Task<Me> me_update(web::Request& rq, web::Body<MePatch> body, web::Tx& tx)
{
    rq.audit_target(*rq.caller.id);
    if (body->display_name.given) {
        Rename const rename{*rq.caller.id, body->display_name.value};
        co_await tx.run(sql::me_rename{}, rename);
    }
    if (body->language.given) {
        Choose const choose{body->language.value};
        co_await tx.one<Uuid>(sql::language_choose{}, choose);
    }
    co_return co_await me_get(rq);
}

Task<Features> features_get(web::Request& rq)
{
    auto const licensed = co_await rq.db.all<licensing::Feature>(sql::feature_list{}, pg::NoArgs{});
    co_return Features{licensing::feature_map(licensed)};
}

Task<web::Page<User>> user_list(web::Request& rq, web::Query<UserFilter> filter)
{
    co_return co_await rq.db.page<User>(sql::user_list{}, filter.value);
}

Task<User> user_get(web::Request& rq, web::Path<UserPath> path) { co_return co_await rq.db.one<User>(sql::user_get{}, path.value); }

Task<web::Created<UserCreated>> user_create(web::Request& rq, web::Body<UserCreate> body, web::Tx& tx)
{
    auto const granted = co_await granted_of(tx, body->role, body->role_id);
    require_may_give(rq.caller, granted);
    auto const places = co_await lock_places(tx);
    auto const time = now();
    Joining const joining{Uuid::v7(), body->email, time};
    auto const person = co_await tx.one<Joined>(sql::person_join{}, joining);
    NewMembership const membership{person.id, body->role, body->role_id, body->display_name, time};
    co_await tx.run(sql::membership_create{}, membership);
    co_await require_place(tx, places);
    rq.audit_target(person.id);
    Suggest const suggest{person.id, body->language};
    auto const language = co_await tx.one<std::optional<mail::Language>>(sql::language_suggest{}, suggest);
    auto const link = co_await invite(rq, tx, {person.id, body->email, language});
    UserPath const path{person.id};
    auto const user = co_await tx.one<User>(sql::user_get{}, path);
    co_return web::Created<UserCreated>{{user, link.setup_token, link.setup_expires_at}};
}

Task<User> user_update(web::Request& rq, web::Path<UserPath> path, web::Body<UserPatch> body, web::Tx& tx)
{
    auto const locked = co_await lock_member(tx, path->id, body.value);
    auto const& user = locked.user;
    require_may_give(rq.caller, user);
    if (body->role_id.given && !body->role.given) throw Problem::invalid("/role_id", "goes with `role`");
    if (body->role.given) {
        auto const granted = co_await granted_of(tx, body->role.value, body->role_id.value);
        require_may_give(rq.caller, granted);
    }
    rq.check_version(user.version);
    require_by_hand(user.source);
    if (body->role.given && (body->role.value != user.role || body->role_id.given)) rq.require_step_up();
    co_return co_await change_member(rq, tx, locked, body.value);
}

Task<void> ensure_owner(web::Tx& tx, OwnerGrant grant)
{
    auto const time = now();
    Joining const joining{Uuid::v7(), grant.email, time};
    auto const person = co_await tx.one<Joined>(sql::person_join{}, joining);
    // With a link the owner accepts like everybody else; without one, Management's word is all there is.
    bool const has_link = grant.setup_token_hash && grant.setup_expires_at;
    EnsuredMembership membership;
    membership.person_id = person.id;
    membership.role = Role::owner;
    membership.display_name = display_name_of(grant.email);
    membership.now = time;
    if (!has_link) membership.accepted_at = time;
    co_await tx.run(sql::membership_ensure{}, membership);
    if (!has_link) co_return;
    NewSetupToken const token{*grant.setup_token_hash, person.id, time, *grant.setup_expires_at};
    co_await tx.run(sql::setup_token_create{}, token);
}

}  // namespace mz::identity
