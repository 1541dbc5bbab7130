#pragma once
#include "core/clock.hpp"
#include "core/uuid.hpp"
#include "web/route.hpp"

#include <string>

namespace mz::operators {

// A log-in that can still be used.
struct OpenSession {
    Uuid id;
    std::string device;   // "Firefox, Windows"; empty where the client did not say
    std::string address;  // from where
    Timestamp created_at;
    Timestamp last_used_at;
    Timestamp idle_at;     // ends then, unless it is used before
    Timestamp expires_at;  // ends then, however much it is used
    bool current = false;  // the one that asks
};
BOOST_DESCRIBE_STRUCT(OpenSession, (), (id, device, address, created_at, last_used_at, idle_at, expires_at, current))

struct SessionPath {
    Uuid id;
};
BOOST_DESCRIBE_STRUCT(SessionPath, (), (id))

Task<web::Page<OpenSession>> sessions_of(web::Request& rq, Uuid operator_id);

// /me/sessions: one's own.
Task<web::Page<OpenSession>> session_list(web::Request& rq);
Task<void> session_end(web::Request& rq, web::Path<SessionPath> path, web::Tx& tx);
Task<void> sessions_end_others(web::Request& rq, web::Tx& tx);

}  // namespace mz::operators
