#pragma once
#include "identity/user.hpp"
#include "web/route.hpp"

#include <optional>
#include <string>

namespace mz::identity {

// A log-in that can still be used.
struct OpenSession {
    Uuid id;
    std::string tenant_name;
    std::string device;   // "Firefox, Windows"; empty where the client did not say
    std::string address;  // from where
    Timestamp created_at;
    Timestamp last_used_at;
    Timestamp idle_at;     // ends then, unless it is used before
    Timestamp expires_at;  // ends then, however much it is used
    bool current = false;  // the one that asks
};
BOOST_DESCRIBE_STRUCT(OpenSession, (), (id, tenant_name, device, address, created_at, last_used_at, idle_at, expires_at, current))

struct SessionPath {
    Uuid id;
};
BOOST_DESCRIBE_STRUCT(SessionPath, (), (id))

struct UserSessionsEnd {
    std::optional<Uuid> session_id;  // all of them where none is named
};
BOOST_DESCRIBE_STRUCT(UserSessionsEnd, (), (session_id))

// /me/sessions: one's own, in all tenants.
Task<web::Page<OpenSession>> session_list(web::Request& rq);
Task<void> session_end(web::Request& rq, web::Path<SessionPath> path);
Task<void> sessions_end_others(web::Request& rq);

// /users/{id}/sessions: another person's, in this tenant.
Task<web::Page<OpenSession>> user_session_list(web::Request& rq, web::Path<UserPath> path);
Task<void> user_sessions_end(web::Request& rq, web::Path<UserPath> path, web::Body<UserSessionsEnd> body, web::Tx& tx);

}  // namespace mz::identity
