#pragma once
#include "operators/operators.hpp"
#include "web/route.hpp"

namespace mz::operators {

// The role as the database has it; internal where it is none of ours.
Role stored_role(std::string const& text);

web::Caller caller_of(Uuid operator_id, Uuid session, Role role);

Task<Session> log_in(web::Request& rq, web::Body<LogIn> body);
Task<Session> refresh(web::Request& rq);
Task<void> log_out(web::Request& rq);

}  // namespace mz::operators
