#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mz::oidc {

// What a provider says of itself (OpenID Connect Discovery 1.0; RFC 8414), as far as it is used here.
struct Metadata {
    std::string issuer;  // Entra's endpoints for many organisations have the literal {tenantid} in it
    std::string authorization_endpoint;
    std::string token_endpoint;
    std::string jwks_uri;
    std::optional<std::string> end_session_endpoint;
    std::vector<std::string> token_endpoint_auth_methods;         // never empty: client_secret_basic where it says nothing
    std::vector<std::string> id_token_algorithms;                 // those of them that are accepted here; never empty
    bool authorization_response_iss_parameter_supported = false;  // RFC 9207
};

// Where the metadata of an issuer is. Entra's literal {tenantid} stands for any organisation there. Throws Problem(unprocessable,
// "oidc-discovery-failed") for what cannot be an issuer: not http(s), or with a query, a fragment or a user.
std::string metadata_address(std::string_view issuer);

// Reads a provider's answer about `issuer`. Throws Problem(unprocessable, "oidc-discovery-failed") that says which member is missing or
// wrong; above all an issuer that is not, character for character, the one that was asked for.
Metadata read_metadata(std::string_view issuer, std::string_view body);

// Entra's shape `https://host/{tenant}/v2.0`: the tenant, which is a UUID or the literal `{tenantid}`. Empty for every other issuer.
std::string entra_tenant(std::string_view issuer);

// `issuer` with the literal {tenantid} replaced; as it is where there is none.
std::string with_tenant(std::string_view issuer, std::string_view tid);

}  // namespace mz::oidc
