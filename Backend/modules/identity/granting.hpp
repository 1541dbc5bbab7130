#pragma once
#include "core/uuid.hpp"
#include "identity/roles.hpp"
#include "web/caller.hpp"
#include "web/db.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mz::identity {

// Nobody gives rights that they lack, and nobody changes whoever has rights that they lack. An owner has one more right than the
// permissions say: that over owners.

// In the order of `wanted`.
std::vector<std::string> lacking(web::Caller const& actor, std::vector<std::string> const& wanted);

// Throws 403 `rights-lacking`, which names what is missing.
void require_may_give(web::Caller const& actor, std::vector<std::string> const& permissions);
// The same for a whole role, given to somebody or held by somebody who is to be changed; 403 `role-too-high` for an owner's.
void require_may_give(web::Caller const& actor, Granted const& role);

// What `wanted` is without repetitions, sorted: how permissions are stored and compared.
std::vector<std::string> normalized(std::vector<std::string> wanted);

// The role that a body names by `role` and `role_id`. 400 at /role_id where the two do not fit together or the tenant has no such role.
// The row is locked, so nobody changes the role between this check and the commit.
Task<Granted> granted_of(web::Tx& tx, Role role, std::optional<Uuid> role_id);

}  // namespace mz::identity
