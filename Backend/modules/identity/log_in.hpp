#pragma once
#include "identity/session.hpp"
#include "web/route.hpp"

namespace mz::identity {

// The handlers of /api/v1/auth. All but `switch_tenant` are public and establish their caller themselves.
Task<Session> log_in(web::Request& rq, web::Body<LogIn> body);
Task<Session> refresh(web::Request& rq);
Task<LoggedOut> log_out(web::Request& rq);
Task<Session> switch_tenant(web::Request& rq, web::Body<Switch> body);

}  // namespace mz::identity
