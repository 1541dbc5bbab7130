#pragma once
#include "net/client.hpp"
#include "oidc/relying_party.hpp"

#include <string>

namespace mz::oidc {

// What is exchanged for tokens.
struct Exchange {
    std::string redirect_uri;
    Secret<std::string> code;
    Secret<std::string> verifier;
};

struct Tokens {
    Secret<std::string> id_token;
    Secret<std::string> access_token;
};

// RFC 6749, 4.1.3, with the client's secret in the way that the provider takes: in the header where it can be, else in the body.
net::ClientRequest token_request(Metadata const& metadata, Client const& client, Exchange const& exchange);

// Throws Problem(oidc-token-refused) for every answer without an id_token.
Tokens read_tokens(net::ClientResponse const& answer);

}  // namespace mz::oidc
