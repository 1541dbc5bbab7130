#pragma once
#include "identity/session.hpp"
#include "web/route.hpp"

namespace mz::identity {

// One of these, as the person's factors allow: whoever has a second factor shows that, everybody else the password.
struct StepUp {
    std::optional<Secret<std::string>> password;
};
BOOST_DESCRIBE_STRUCT(StepUp, (), (password))

// POST /api/v1/auth/step-up: the person of this session proves again that it is them. The session stays, its proof is new.
Task<Session> step_up(web::Request& rq, web::Body<StepUp> body);

}  // namespace mz::identity
