#pragma once
#include "core/text.hpp"
#include "web/route.hpp"

// What the modules build on that bring people here, or sign them in, by another system's word.
#include "identity/admission.hpp"
#include "identity/display_name.hpp"
#include "identity/granting.hpp"
#include "identity/managed.hpp"
#include "identity/people.hpp"
#include "identity/places.hpp"
#include "identity/provisioning.hpp"
#include "identity/step_up.hpp"
#include "identity/users.hpp"

#include <optional>
#include <vector>

namespace mz::identity {

std::vector<web::Route> routes();

// A tenant's first user, as Management names them.
struct OwnerGrant {
    Email email;
    std::optional<Bytes> setup_token_hash;  // SHA-256
    std::optional<Timestamp> setup_expires_at;
};

// For the licence module: makes the person and their membership as an owner where they are not there yet, and accepts the setup token's
// hash. Runs in the tenant that `tx` has entered, as often as one likes.
Task<void> ensure_owner(web::Tx& tx, OwnerGrant grant);

}  // namespace mz::identity
