#pragma once
#include "core/problem.hpp"
#include "core/secret.hpp"
#include "core/task.hpp"
#include "net/outbound.hpp"
#include "oidc/identity.hpp"
#include "oidc/metadata.hpp"
#include "oidc/settings.hpp"

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mz::oidc {

// How we are known to one provider. Several clients of one issuer share what is remembered about it, and nothing else.
struct Client {
    std::string
        issuer;  // exactly as the provider writes it; for any organisation of Entra: https://login.microsoftonline.com/{tenantid}/v2.0
    std::string client_id;
    Secret<std::string> client_secret;
    std::vector<std::string> tenants{};  // the tids that may sign in; empty: all that the issuer lets through
};

// What the sign-in page of the provider is asked for.
struct Options {
    std::string login_hint{};
    std::string prompt{};  // login, select_account, none ..; empty leaves it to the provider
    std::optional<std::chrono::seconds> max_age{};
    std::string acr_values{};
    std::string domain_hint{};  // Entra's: skips the choice between kinds of account
    std::vector<std::string> scopes{"openid", "profile", "email"};
};

// A sign-in that has begun. The last three are kept sealed until the callback, bound to the browser, and used once.
struct Beginning {
    std::string url;  // where the browser goes
    std::string state;
    std::string nonce;
    Secret<std::string> verifier;  // PKCE's (RFC 7636)
};

// What else is known at the callback: the parameter `iss` of the address, and the max_age that was asked for.
struct Expected {
    std::optional<std::string> iss{};
    std::optional<std::chrono::seconds> max_age{};
};

struct LogOut {
    std::string post_logout_redirect_uri{};  // has to be registered at the provider
    std::string state{};
    std::string logout_hint{};
    Secret<std::string> id_token_hint{};
};

// OpenID Connect's authorization code flow with PKCE, as the relying party. Remembers metadata and keys of the providers for as long as
// the settings say. For one io_context's thread, like net::Client.
//
// Every member throws Problem with one of these types, a detail that says what is wrong and what to do about it, and a member `check`, the
// name of what failed (`issuer`, `jwks_uri`, `client_secret`, `nonce`, `signature` ..). Neither holds a token, a code or a secret.
//   oidc-discovery-failed   503 where the provider does not answer, 422 where its metadata or keys are not acceptable
//   oidc-token-refused      503 and 422 likewise: the provider does not give tokens for this code
//   oidc-id-token-invalid   422: what the provider says about the person cannot be believed
class RelyingParty {
public:
    // Administrators enter issuers, so every address of a provider is held against the rules of `outbound`.
    RelyingParty(asio::io_context& io, Settings const& settings, net::OutboundSettings const& outbound = {});
    ~RelyingParty();  // what is under way ends with Problem(unavailable)
    RelyingParty(RelyingParty const&) = delete;
    RelyingParty& operator=(RelyingParty const&) = delete;

    Task<Metadata> discover(std::string issuer);
    // Metadata and keys anew, whatever is remembered: the button "test this". Says nothing about client_id and client_secret, which only a
    // sign-in can prove.
    Task<Metadata> try_out(std::string issuer);

    Task<Beginning> begin(Client client, std::string redirect_uri, Options options);
    // After the callback, whose `state` the caller has found to be the one of this browser. All the checks of OpenID Connect Core 3.1.3.7.
    Task<Identity> finish(Client client, std::string redirect_uri, std::string code, std::string nonce, Secret<std::string> verifier,
                          Expected expected = {});

    // Where the browser ends the session at the provider too (RP-Initiated Logout 1.0); empty where the provider has no such page.
    Task<std::optional<std::string>> end_session_url(Client client, LogOut options);

private:
    struct Impl;
    std::shared_ptr<Impl> impl_;
};

// The callback may bring `error` and `error_description` in place of a code: that in our words, 422 oidc-sign-in-refused. The description
// is not repeated, because whoever makes the link writes it; of Entra's only the number (AADSTS50105) is.
Problem sign_in_refused(std::string_view error, std::string_view description);

}  // namespace mz::oidc
