#pragma once
#include "identity/identity.hpp"
#include "web/route.hpp"

#include <optional>
#include <vector>

namespace mz::scim {

// A role with the custom role's id, and what it allows.
struct RoleHeld : identity::Granted {
    std::optional<Uuid> role_id;
};
BOOST_DESCRIBE_STRUCT(RoleHeld, (identity::Granted), (role_id))

// Of people who are in no mapped group.
Task<RoleHeld> default_role(web::Tx& tx);

// Gives these people the roles that their groups say: the mapped group that the administrator ranked highest decides, else the default.
Task<void> settle_roles(web::Request& rq, web::Tx& tx, std::vector<Uuid> persons);
// Everybody whom the directory has brought.
Task<void> settle_all_roles(web::Request& rq, web::Tx& tx);

}  // namespace mz::scim
