#pragma once
#include "core/secret.hpp"
#include "oidc/settings.hpp"

#include <boost/describe.hpp>

#include <string>

namespace mz::sso {

// Named settings, read from the environment in upper case.
struct Settings : oidc::Settings {
    std::string
        cloud_entra_client_id;  // the platform's own application at Microsoft Entra ID; empty: connections of that kind are not offered
    Secret<std::string> cloud_entra_client_secret;
    std::string cloud_entra_authority = "https://login.microsoftonline.com";
    int sso_attempt_seconds = 600;       // from the button to coming back from the provider
    int sso_connections_max = 5;         // of one tenant
    int sso_mappings_max = 100;          // of one connection
    int sso_domains_max = 50;            // of one connection
    int sso_starts = 30;                 // of sign-ins from one address in a row,
    int sso_start_seconds = 5;           // then one more after this time
    int sso_step_up_slack_seconds = 60;  // by how much the provider's clock may be behind when it says that somebody just signed in
};
BOOST_DESCRIBE_STRUCT(Settings, (oidc::Settings),
                      (cloud_entra_client_id, cloud_entra_client_secret, cloud_entra_authority, sso_attempt_seconds, sso_connections_max,
                       sso_mappings_max, sso_domains_max, sso_starts, sso_start_seconds, sso_step_up_slack_seconds))

}  // namespace mz::sso
