#pragma once
#include "identity/identity.hpp"
#include "sso/attempts.hpp"
#include "web/route.hpp"

#include <optional>
#include <vector>

namespace mz::sso {

// One of the two. Of the address nothing but its domain is used, besides that the provider may show it.
struct Start {
    std::optional<Email> email;
    std::optional<Uuid> connection_id;
};
BOOST_DESCRIBE_STRUCT(Start, (), (email, connection_id))

// Public. 404 `sso-unknown` where no organisation answers for the domain, 409 `sso-several` (member connections) where more than one does.
Task<Started> start(web::Request& rq, web::Body<Start> body);
// Public: the cookie of `start` says which browser this is. Ends in identity::admit.
Task<identity::Session> finish(web::Request& rq, web::Body<Callback> body);

// Proves once more who holds a session by single sign-on: the provider asks its person to sign in again.
Task<Started> step_up_start(web::Request& rq);
Task<identity::Session> step_up_finish(web::Request& rq, web::Body<Callback> body);

}  // namespace mz::sso
