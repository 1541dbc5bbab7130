#pragma once
#include "sso/settings.hpp"
#include "web/cookie.hpp"
#include "web/throttle.hpp"

#include <string>

namespace mz::sso {

// What the routes of this module need besides the database and the relying party (oidc::RelyingParty, one a worker): one a process, in
// every worker's Services.
struct Sso {
    // `app_url`: where people use the console, to which providers send them back; `public_url`: where it reaches this service.
    Sso(Settings settings, std::string const& app_url, std::string const& public_url);

    bool offers_entra() const { return !settings.cloud_entra_client_id.empty(); }

    Settings settings;
    std::string redirect_uri;   // to be registered at every provider
    std::string log_out_uri;    // likewise, as where to come back to after logging out
    web::RefreshCookie cookie;  // which browser began a sign-in
    web::Throttle starts;
};

}  // namespace mz::sso
