#pragma once
#include "identity/user.hpp"
#include "web/route.hpp"

namespace mz::identity {

Task<Me> me_get(web::Request& rq);
Task<Me> me_update(web::Request& rq, web::Body<MePatch> body, web::Tx& tx);
Task<Features> features_get(web::Request& rq);

Task<web::Page<User>> user_list(web::Request& rq, web::Query<UserFilter> filter);
Task<User> user_get(web::Request& rq, web::Path<UserPath> path);
Task<web::Created<UserCreated>> user_create(web::Request& rq, web::Body<UserCreate> body, web::Tx& tx);
Task<User> user_update(web::Request& rq, web::Path<UserPath> path, web::Body<UserPatch> body, web::Tx& tx);

// Throws 409 `managed-by-scim` for a user whom the tenant's directory looks after: what it says of them would be contradicted here.
void require_by_hand(Source source);

// Throws 404 where there is no such user, and 403 where they have rights that the caller lacks (granting.hpp).
Task<void> require_may_change(web::Request& rq, web::Tx& tx, PersonId id);

}  // namespace mz::identity
