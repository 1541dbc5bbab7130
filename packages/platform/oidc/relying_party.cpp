#include "oidc/relying_party.hpp"

#include "core/crypto.hpp"
#include "oidc/address.hpp"
#include "oidc/id_token.hpp"
#include "oidc/problems.hpp"
#include "oidc/providers.hpp"
#include "oidc/token_endpoint.hpp"

#include <algorithm>

namespace mz::oidc {
namespace {

std::string joined(std::vector<std::string> const& words)
{
    std::string out;
    for (auto const& word : words) out += (out.empty() ? "" : " ") + word;
    return out;
}

// RFC 9207, against a code of one provider that is handed to another one's token endpoint. Entra's literal {tenantid} is filled with what
// the parameter itself says; whether that is the right one is checked when the id_token is there.
void check_response_issuer(Metadata const& metadata, std::optional<std::string> const& iss)
{
    if (!iss) {
        if (!metadata.authorization_response_iss_parameter_supported) return;
        throw sign_in_refused_for("iss", "The provider promises to say who it is (iss), and did not.");
    }
    if (*iss != with_tenant(metadata.issuer, entra_tenant(*iss)))
        throw sign_in_refused_for("iss", "The answer is another provider's: " + harmless(*iss) + ". Begin again.");
}

}  // namespace

struct RelyingParty::Impl {
    Impl(asio::io_context& io, Settings const& wanted, net::OutboundSettings const& outbound)
        : settings(wanted), providers(io, wanted, outbound)
    {
    }

    Settings settings;
    Providers providers;

    static Task<Beginning> begin(std::shared_ptr<Impl> self, Client client, std::string redirect_uri, Options options)
    {
        auto const metadata = co_await self->providers.metadata(client.issuer);
        Beginning out;
        out.state = random_token();
        out.nonce = random_token();
        auto verifier = random_token();
        auto const challenge = base64url(sha256(verifier));
        out.verifier = Secret<std::string>(std::move(verifier));
        auto const age = options.max_age ? std::to_string(options.max_age->count()) : "";
        Parameters const parameters{{"response_type", "code"},
                                    {"client_id", client.client_id},
                                    {"redirect_uri", redirect_uri},
                                    {"scope", joined(options.scopes)},
                                    {"state", out.state},
                                    {"nonce", out.nonce},
                                    {"code_challenge", challenge},
                                    {"code_challenge_method", "S256"},
                                    {"login_hint", options.login_hint},
                                    {"domain_hint", options.domain_hint},
                                    {"prompt", options.prompt},
                                    {"max_age", age},
                                    {"acr_values", options.acr_values}};
        out.url = with_query(metadata.authorization_endpoint, parameters);
        co_return out;
    }

    static Task<Identity> finish(std::shared_ptr<Impl> self, Client client, Exchange exchange, std::string nonce, Expected expected)
    {
        auto const metadata = co_await self->providers.metadata(client.issuer);
        check_response_issuer(metadata, expected.iss);
        auto request = token_request(metadata, client, exchange);
        auto const answer = co_await self->providers.send(std::move(request));
        auto const tokens = read_tokens(answer);
        auto const by = signed_by(tokens.id_token.reveal(), self->settings);
        auto const keys = co_await self->providers.keys(metadata, by);
        Expectation const expectation{metadata.issuer,  client.client_id, client.tenants,
                                      std::move(nonce), expected.max_age, tokens.access_token};
        auto identity = verify_id_token(tokens.id_token.reveal(), keys, expectation, self->settings);
        if (expected.iss && *expected.iss != identity.issuer)
            throw sign_in_refused_for("iss", "The answer and the id_token are of two providers. Begin again.");
        co_return identity;
    }

    static Task<std::optional<std::string>> end_session_url(std::shared_ptr<Impl> self, Client client, LogOut options)
    {
        auto const metadata = co_await self->providers.metadata(client.issuer);
        if (!metadata.end_session_endpoint) co_return std::nullopt;
        Parameters const parameters{{"client_id", client.client_id},
                                    {"post_logout_redirect_uri", options.post_logout_redirect_uri},
                                    {"state", options.state},
                                    {"logout_hint", options.logout_hint},
                                    {"id_token_hint", options.id_token_hint.reveal()}};
        co_return with_query(*metadata.end_session_endpoint, parameters);
    }

    static Task<Metadata> discover(std::shared_ptr<Impl> self, std::string issuer)
    {
        co_return co_await self->providers.metadata(std::move(issuer));
    }

    static Task<Metadata> try_out(std::shared_ptr<Impl> self, std::string issuer)
    {
        co_return co_await self->providers.try_out(std::move(issuer));
    }
};

RelyingParty::RelyingParty(asio::io_context& io, Settings const& settings, net::OutboundSettings const& outbound)
    : impl_(std::make_shared<Impl>(io, settings, outbound))
{
}

RelyingParty::~RelyingParty() { impl_->providers.stop(); }

Task<Metadata> RelyingParty::discover(std::string issuer) { return Impl::discover(impl_, std::move(issuer)); }

Task<Metadata> RelyingParty::try_out(std::string issuer) { return Impl::try_out(impl_, std::move(issuer)); }

Task<Beginning> RelyingParty::begin(Client client, std::string redirect_uri, Options options)
{
    return Impl::begin(impl_, std::move(client), std::move(redirect_uri), std::move(options));
}

Task<Identity> RelyingParty::finish(Client client, std::string redirect_uri, std::string code, std::string nonce,
                                    Secret<std::string> verifier, Expected expected)
{
    Exchange exchange{std::move(redirect_uri), Secret<std::string>(std::move(code)), std::move(verifier)};
    return Impl::finish(impl_, std::move(client), std::move(exchange), std::move(nonce), std::move(expected));
}

Task<std::optional<std::string>> RelyingParty::end_session_url(Client client, LogOut options)
{
    return Impl::end_session_url(impl_, std::move(client), std::move(options));
}

}  // namespace mz::oidc
