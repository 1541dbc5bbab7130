#pragma once
#include "sso/connection.hpp"
#include "web/route.hpp"

#include <vector>

namespace mz::sso {

// The handlers of /api/v1/sso. Whoever says who vouches for people can become any of them, an owner too: so owners alone change it.
Task<SsoOverview> sso_get(web::Request& rq);
Task<Connection> connection_get(web::Request& rq, web::Path<ConnectionPath> path);
Task<web::Created<Connection>> connection_create(web::Request& rq, web::Body<ConnectionCreate> body, web::Tx& tx);
Task<Connection> connection_update(web::Request& rq, web::Path<ConnectionPath> path, web::Body<ConnectionPatch> body, web::Tx& tx);
Task<void> connection_delete(web::Request& rq, web::Path<ConnectionPath> path, web::Tx& tx);
Task<Owners> break_glass_put(web::Request& rq, web::Body<BreakGlass> body, web::Tx& tx);

}  // namespace mz::sso
