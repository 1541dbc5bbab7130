#include "operators/staff.hpp"

#include "core/crypto.hpp"
#include "operators/sessions.hpp"
#include "operators_sql.hpp"
#include "pg/error.hpp"

#include <algorithm>

namespace mz::operators {
namespace {

pg::ConstraintMessage const email_taken{"operator_email_taken", Failure::conflict, "there is an operator with this e-mail address already"};

struct Invitation {
    Uuid id;
    Email email;
    DisplayName display_name;
    Role role = Role::viewer;
    Bytes hash;
    Timestamp expires_at;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(Invitation, (), (id, email, display_name, role, hash, expires_at, now))

struct NewLink {
    Uuid id;
    Bytes hash;
    Timestamp expires_at;
};
BOOST_DESCRIBE_STRUCT(NewLink, (), (id, hash, expires_at))

struct Locked {
    Uuid id;
    Role role = Role::viewer;
    bool active = false;
    bool can_sign_in = false;  // with a password
    bool provided = false;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Locked, (), (id, role, active, can_sign_in, provided, version))

struct Update : OperatorPatch {
    Uuid id;
};
BOOST_DESCRIBE_STRUCT(Update, (OperatorPatch), (id))

std::string setup_url(web::Request const& rq, std::string const& token)
{
    return rq.services.get<SignIn>().settings.management_app_url + "/setup#token=" + token;
}

Timestamp link_expires_at(web::Request const& rq)
{
    return now() + std::chrono::seconds(rq.services.get<SignIn>().settings.operator_setup_seconds);
}

void require_may_give(web::Caller const& actor, Role role)
{
    if (std::ranges::all_of(permissions_of(role), [&](auto permission) { return actor.may(permission); })) return;
    throw Problem(Failure::forbidden, "role-too-high", "You cannot give a role, or change somebody with one, that may do more than you.");
}

bool is_owner_who_can_sign_in(Locked const& one) { return one.role == Role::owner && one.active && one.can_sign_in; }

// The operator, among the locked rows. Throws not_found, and forbidden where they may do more than who asks.
Locked const& may_change(web::Request const& rq, std::vector<Locked> const& locked, Uuid id)
{
    auto const found = std::ranges::find(locked, id, &Locked::id);
    if (found == locked.end()) throw pg::no_such<sql::operator_get>();
    require_may_give(rq.caller, found->role);
    return *found;
}

}  // namespace

Task<web::Page<Operator>> operator_list(web::Request& rq, web::Query<OperatorFilter> filter)
{
    co_return co_await rq.db.page<Operator>(sql::operator_list{}, filter.value);
}

Task<Operator> operator_get(web::Request& rq, web::Path<OperatorPath> path)
{
    co_return co_await rq.db.one<Operator>(sql::operator_get{}, path.value);
}

Task<web::Created<OperatorCreated>> operator_create(web::Request& rq, web::Body<OperatorCreate> body, web::Tx& tx)
{
    require_may_give(rq.caller, body->role);
    auto const token = random_token();
    Invitation const invitation{Uuid::v7(), body->email, body->display_name, body->role, sha256(token), link_expires_at(rq), now()};
    co_await tx.run(sql::operator_invite{}, invitation);
    rq.audit_target(invitation.id);
    OperatorPath const path{invitation.id};
    OperatorCreated created;
    created.setup_url = setup_url(rq, token);
    created.setup_expires_at = invitation.expires_at;
    created.account = co_await tx.one<Operator>(sql::operator_get{}, path);
    co_return web::Created<OperatorCreated>{std::move(created)};
}

Task<Operator> operator_update(web::Request& rq, web::Path<OperatorPath> path, web::Body<OperatorPatch> body, web::Tx& tx)
{
    auto const locked = co_await tx.all<Locked>(sql::operator_lock{}, path.value);
    auto const& present = may_change(rq, locked, path->id);
    if (body->role.given) require_may_give(rq.caller, body->role.value);
    rq.check_version(present.version);
    auto after = present;
    body->role.apply_to(after.role);
    if (present.provided && (after.role != present.role || body->display_name.given)) {
        throw Problem(Failure::conflict, "managed-by-provider", "The identity provider gives this operator's name and role.");
    }
    body->active.apply_to(after.active);
    if (after.role != present.role || after.active != present.active) rq.require_step_up();
    if (is_owner_who_can_sign_in(present) && !is_owner_who_can_sign_in(after) &&
        std::ranges::count_if(locked, is_owner_who_can_sign_in) == 1) {
        throw Problem(Failure::conflict, "last-owner", "This is the last owner who could sign in; make somebody else an owner first.");
    }
    auto const before = co_await tx.one<Operator>(sql::operator_get{}, path.value);
    Update const update{body.value, path->id};
    co_await tx.run(sql::operator_update{}, update);
    if (present.active && !after.active) {
        SessionsEnd const ending{path->id, "deactivated", now()};
        co_await end_sessions(tx, ending);
    }
    auto const changed = co_await tx.one<Operator>(sql::operator_get{}, path.value);
    rq.audit_change(before, changed);
    co_return changed;
}

Task<OperatorLink> operator_link(web::Request& rq, web::Path<OperatorPath> path, web::Tx& tx)
{
    auto const locked = co_await tx.all<Locked>(sql::operator_lock{}, path.value);
    may_change(rq, locked, path->id);
    auto const token = random_token();
    NewLink const link{path->id, sha256(token), link_expires_at(rq)};
    auto const kept = co_await tx.maybe<Uuid>(sql::operator_link{}, link);
    if (!kept) throw Problem(Failure::conflict, "operator-not-active", "Only an active operator with a password of their own gets a link.");
    co_return OperatorLink{setup_url(rq, token), link.expires_at};
}

Task<void> operator_factors_reset(web::Request& rq, web::Path<OperatorPath> path, web::Tx& tx)
{
    auto const locked = co_await tx.all<Locked>(sql::operator_lock{}, path.value);
    may_change(rq, locked, path->id);
    co_await tx.maybe<Uuid>(sql::factors_reset{}, path.value);
    SessionsEnd const ending{path->id, "ended_by_owner", now(), std::nullopt, rq.caller.session};
    co_await end_sessions(tx, ending);
}

Task<web::Page<OpenSession>> operator_session_list(web::Request& rq, web::Path<OperatorPath> path)
{
    co_await rq.db.one<Operator>(sql::operator_get{}, path.value);
    co_return co_await sessions_of(rq, path->id);
}

Task<void> operator_sessions_end(web::Request& rq, web::Path<OperatorPath> path, web::Body<OperatorSessionsEnd> body, web::Tx& tx)
{
    auto const locked = co_await tx.all<Locked>(sql::operator_lock{}, path.value);
    may_change(rq, locked, path->id);
    SessionsEnd const ending{path->id, "ended_by_owner", now(), body->session_id};
    co_await end_sessions(tx, ending);
}

}  // namespace mz::operators
