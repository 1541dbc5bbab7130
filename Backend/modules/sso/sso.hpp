#pragma once
#include "sso/service.hpp"
#include "sso/settings.hpp"
#include "web/route.hpp"

#include <vector>

namespace mz::sso {

// Single sign-on: need the services Sso and oidc::RelyingParty, besides identity's.
std::vector<web::Route> routes();

}  // namespace mz::sso
