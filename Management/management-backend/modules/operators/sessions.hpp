#pragma once
#include "operators/operators.hpp"
#include "web/route.hpp"

#include <optional>

namespace mz::operators {

// The role as the database has it; internal where it is none of ours.
Role stored_role(std::string const& text);

web::Caller caller_of(Uuid operator_id, Uuid session, Role role);

// An access token for the caller's session, as good as the caller's last proof.
Session access(web::Request& rq, Timestamp session_expires_at);
// The same with a refresh cookie.
Session answer(web::Request& rq, Timestamp session_expires_at, std::string const& refresh_token);

// Opens a session for somebody who has proved who they are just now; from here on the request is theirs.
Task<Session> open_session(web::Request& rq, Uuid operator_id, Role role);

// Ends the operator's sessions: one, or all of them where none is named, but never the one that is `kept`. In the request's transaction.
struct SessionsEnd {
    Uuid operator_id;
    std::string reason;
    Timestamp now;
    std::optional<Uuid> session_id{};
    std::optional<Uuid> kept{};
};
BOOST_DESCRIBE_STRUCT(SessionsEnd, (), (operator_id, reason, now, session_id, kept))
Task<std::size_t> end_sessions(web::Tx& tx, SessionsEnd ending);

Task<Session> log_in(web::Request& rq, web::Body<LogIn> body);
Task<Session> refresh(web::Request& rq);
Task<void> log_out(web::Request& rq);

}  // namespace mz::operators
