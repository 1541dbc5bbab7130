#pragma once
#include "mail/mail.hpp"
#include "web/route.hpp"

#include <string>

namespace mz::identity {

// The address of the acting person.
Task<std::string> email_of(web::Request& rq);

// Tells the acting person by mail, in the request's transaction, that their second factors have changed: whoever did not do it should know.
Task<void> notify(web::Request& rq, mail::FactorChange change);
// The same to somebody else.
Task<void> notify(web::Request& rq, mail::FactorChange change, std::string email);

}  // namespace mz::identity
