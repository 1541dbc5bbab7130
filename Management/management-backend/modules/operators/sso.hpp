#pragma once
#include "core/config.hpp"
#include "core/secret.hpp"
#include "oidc/relying_party.hpp"
#include "operators/operators.hpp"
#include "web/cookie.hpp"
#include "web/route.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace mz::operators {

// Named settings, read from the environment in upper case. Without an issuer there is no identity provider.
struct SsoSettings {
    std::string management_oidc_issuer;  // for any organisation of Entra with {tenantid} in it, and then the organisations are named
    std::string management_oidc_client_id;
    Secret<std::string> management_oidc_client_secret;
    std::vector<std::string> management_oidc_tenants;   // Entra's tids whose people may sign in
    std::vector<std::string> management_oidc_role_map;  // "<app role>=<viewer, operator or owner>"; the highest of a person's counts
    std::vector<std::string> break_glass_operators;     // e-mail addresses; where there are any, nobody else may use a password
    int oidc_attempt_seconds = 600;                     // from the log-in page to the provider and back
};
BOOST_DESCRIBE_STRUCT(SsoSettings, (),
                      (management_oidc_issuer, management_oidc_client_id, management_oidc_client_secret, management_oidc_tenants,
                       management_oidc_role_map, break_glass_operators, oidc_attempt_seconds))

// The identity provider of the vendor's staff: one a worker, in its Services.
class Sso {
public:
    // Throws std::invalid_argument where the settings do not go together; the service does not start then.
    Sso(SsoSettings settings, oidc::Client client, std::string const& app_url, bool secure, std::shared_ptr<oidc::RelyingParty> party);

    // Of these settings; throws likewise.
    static oidc::Client client_of(SsoSettings const& settings);

    bool enabled() const { return !client.issuer.empty(); }
    // The highest role that the provider's words give; none where there is no match.
    std::optional<Role> role_of(std::vector<std::string> const& words) const;
    // Whether this local operator may sign in with a password.
    bool password_allowed(std::string const& email) const;

    SsoSettings settings;
    oidc::Client client;
    std::string redirect_uri;    // the console's page that the provider leads back to
    std::string after_log_out;   // and the one after the end of the session there
    web::RefreshCookie attempt;  // binds an attempt to the browser that began it
    std::shared_ptr<oidc::RelyingParty> party;

private:
    std::vector<std::pair<std::string, Role>> roles_;
};

struct SignInWays {
    bool provider = false;  // an identity provider is configured
    bool password = true;   // somebody besides the break-glass operators may use a password
};
BOOST_DESCRIBE_STRUCT(SignInWays, (), (provider, password))

struct ProviderPage {
    std::optional<std::string> url;  // where the browser goes; null where the provider has no such page
};
BOOST_DESCRIBE_STRUCT(ProviderPage, (), (url))

// What the provider's answer had in its address.
struct OidcFinish {
    std::string state;
    std::optional<Secret<std::string>> code;
    std::optional<std::string> iss;
    std::optional<std::string> error;
    std::optional<std::string> error_description;
};
BOOST_DESCRIBE_STRUCT(OidcFinish, (), (state, code, iss, error, error_description))

Task<SignInWays> sign_in_ways_get(web::Request& rq);
// Begins a sign-in at the provider: the attempt is sealed in a cookie of this browser and good for one answer.
Task<ProviderPage> oidc_start(web::Request& rq);
// The same for somebody who is signed in by the provider and proves it again; 409 `not-of-provider` for local operators.
Task<ProviderPage> oidc_step_up(web::Request& rq);
// The operator is made on their first sign-in, and has the role that the provider gives on each. Throws 403 `attempt-over` for an answer
// that this browser did not ask for, `no-role` where the provider gives none, `operator-not-active` where an owner shut them out.
Task<Session> oidc_finish(web::Request& rq, web::Body<OidcFinish> body);
// Where the session at the provider ends.
Task<ProviderPage> oidc_log_out_page(web::Request& rq);

}  // namespace mz::operators
