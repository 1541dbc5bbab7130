#include "oidc/token_endpoint.hpp"

#include "core/crypto.hpp"
#include "core/text.hpp"
#include "oidc/address.hpp"
#include "oidc/claims.hpp"
#include "oidc/problems.hpp"

#include <algorithm>

namespace mz::oidc {
namespace {

constexpr int ok = 200;
constexpr int too_many = 429;
constexpr int server_error = 500;

bool takes(Metadata const& metadata, std::string_view method)
{
    return std::ranges::find(metadata.token_endpoint_auth_methods, method) != metadata.token_endpoint_auth_methods.end();
}

boost::json::object object_of(std::string const& body)
{
    try {
        auto value = json::parse(body);
        if (value.is_object()) return std::move(value.get_object());
    } catch (Problem const&) {
        // a page of a proxy in between, say
    }
    return {};
}

struct Advice {
    std::string_view error;  // RFC 6749, 5.2
    std::string_view check;
    std::string_view words;
};
constexpr std::array advice{
    Advice{"invalid_client", "client_secret",
           "It does not accept the client id with this secret. Is the secret its value, not its id, and has it expired?"},
    Advice{"unauthorized_client", "client_id", "The application is not allowed to sign people in. Look at its registration."},
    Advice{"invalid_grant", "code", "The code has been used or has expired, or was made for another redirect address. Begin again."},
    Advice{"invalid_scope", "scope", "It does not give openid, profile and email to this application."},
};

Problem refusal(net::ClientResponse const& answer)
{
    if (answer.status == too_many || answer.status >= server_error)
        return token_refused("token_endpoint",
                             "The provider cannot give tokens now (status " + std::to_string(answer.status) + "). Try again later.",
                             Failure::unavailable);
    auto const object = object_of(answer.body);
    auto const error = text_claim(object, "error");
    auto const number = entra_number(text_claim(object, "error_description"));
    for (auto const& [name, check, words] : advice) {
        if (error == name) return token_refused(check, "The provider refused the sign-in. " + std::string(words) + number);
    }
    auto const said = error.empty() ? "answers with status " + std::to_string(answer.status) : "says " + harmless(error);
    return token_refused("token_endpoint", "The provider refused the sign-in: it " + said + "." + number);
}

}  // namespace

net::ClientRequest token_request(Metadata const& metadata, Client const& client, Exchange const& exchange)
{
    if (exchange.code.reveal().empty()) throw token_refused("code", "The provider's answer has no code. Begin again.");
    net::ClientRequest request;
    request.method = net::Method::post;
    request.url = metadata.token_endpoint;
    request.headers.add("Accept", "application/json");
    request.headers.add("Content-Type", "application/x-www-form-urlencoded");
    Parameters parameters{{"grant_type", "authorization_code"},
                          {"code", exchange.code.reveal()},
                          {"redirect_uri", exchange.redirect_uri},
                          {"code_verifier", exchange.verifier.reveal()}};
    auto const& secret = client.client_secret.reveal();
    if (takes(metadata, "client_secret_basic")) {
        request.headers.add("Authorization", "Basic " + base64(escaped(client.client_id) + ':' + escaped(secret)));
    } else if (takes(metadata, "client_secret_post")) {
        parameters.emplace_back("client_id", client.client_id);
        parameters.emplace_back("client_secret", secret);
    } else {
        throw discovery_failed("token_endpoint_auth_methods_supported",
                               "The provider takes a client's secret in no way that is known here.");
    }
    request.body = form(parameters);
    return request;
}

Tokens read_tokens(net::ClientResponse const& answer)
{
    if (answer.status != ok) throw refusal(answer);
    auto const object = object_of(answer.body);
    if (lower_ascii(text_claim(object, "token_type")) != "bearer")
        throw token_refused("token_type", "The provider's answer has no tokens of the type Bearer. Is its token_endpoint the right one?");
    Tokens out{Secret<std::string>(text_claim(object, "id_token")), Secret<std::string>(text_claim(object, "access_token"))};
    if (out.id_token.reveal().empty())
        throw token_refused("id_token", "The provider gave no id_token. Is the scope openid allowed for the application?");
    return out;
}

}  // namespace mz::oidc
