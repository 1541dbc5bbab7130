#pragma once
#include "identity/roles.hpp"
#include "identity/user.hpp"
#include "web/route.hpp"

#include <cstdint>
#include <optional>

namespace mz::identity {

// A user whose row is locked until the transaction ends, and how many active owners the tenant has, who are locked beside it.
struct LockedMember : Granted {
    PersonId id;
    std::optional<Uuid> role_id;
    bool active = true;
    Source source = Source::hand;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(LockedMember, (Granted), (id, role_id, active, source, version))

struct Locked {
    LockedMember user;
    std::int64_t owners = 0;
    std::optional<std::int64_t> places;  // known where the patch activates
};

// Locks in the one order that all keep: the licence's places where `patch` activates, then the people. 404 where there is no such user.
Task<Locked> lock_member(web::Tx& tx, PersonId id, UserPatch patch);

// Changes what is given, for everybody who may change a user, after asking whether they may. Whoever is deactivated is signed out here at
// once; whoever is activated takes a place of the licence (409). 409 `last-owner` where no active owner would be left.
Task<User> change_member(web::Request& rq, web::Tx& tx, Locked locked, UserPatch patch);

}  // namespace mz::identity
