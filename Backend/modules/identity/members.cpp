#include "identity/members.hpp"

#include "identity/managed.hpp"
#include "identity/places.hpp"
#include "identity_sql.hpp"
#include "pg/query.hpp"

#include <algorithm>

namespace mz::identity {
namespace {

struct Update : UserPatch {
    PersonId id;
};
BOOST_DESCRIBE_STRUCT(Update, (UserPatch), (id))

struct EndingAll {
    Uuid person_id;
    std::string reason;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(EndingAll, (), (person_id, reason, now))

}  // namespace

Task<Locked> lock_member(web::Tx& tx, PersonId id, UserPatch patch)
{
    Locked out;
    if (patch.active.given && patch.active.value) out.places = co_await lock_places(tx);
    UserPath const path{id};
    auto const rows = co_await tx.all<LockedMember>(sql::user_lock{}, path);
    auto const user = std::ranges::find(rows, id, &LockedMember::id);
    if (user == rows.end()) throw pg::no_such<sql::user_get>();
    out.user = *user;
    out.owners = std::ranges::count_if(rows, [](auto const& row) { return row.role == Role::owner && row.active; });
    co_return out;
}

Task<User> change_member(web::Request& rq, web::Tx& tx, Locked locked, UserPatch patch)
{
    auto const& user = locked.user;
    auto const role = patch.role.given ? patch.role.value : user.role;
    bool const active = patch.active.given ? patch.active.value : user.active;
    bool const was_owner = user.role == Role::owner && user.active;
    bool const stays_owner = role == Role::owner && active;
    if (was_owner && !stays_owner && locked.owners == 1) {
        throw Problem(Failure::conflict, "last-owner", "This is the last active owner; make somebody else an owner first.");
    }
    UserPath const path{user.id};
    auto const before = co_await tx.one<User>(sql::user_get{}, path);
    Update update{std::move(patch), user.id};
    co_await tx.run(sql::user_update{}, update);
    if (active && !user.active) co_await require_place(tx, locked.places);
    if (was_owner && !stays_owner) co_await require_break_glass(tx);
    if (user.active && !active) {
        EndingAll const ending{user.id, "deactivated", now()};
        co_await tx.run(sql::session_end_all{}, ending);
    }
    auto after = co_await tx.one<User>(sql::user_get{}, path);
    rq.audit_change(before, after);
    co_return after;
}

}  // namespace mz::identity
