#include "oidc/providers.hpp"

#include "core/problem.hpp"
#include "oidc/problems.hpp"

#include <boost/asio/redirect_error.hpp>

#include <algorithm>

namespace mz::oidc {
namespace {

constexpr int ok = 200;
constexpr int first_redirection = 300;
constexpr int first_refusal = 400;
constexpr int too_many = 429;
constexpr int server_error = 500;

bool older(Timestamp at, long seconds) { return now() - at >= std::chrono::seconds(seconds); }

Problem unanswered(std::string const& what, std::string const& url, int status)
{
    auto const where = "The provider's " + what + " at " + harmless(url) + " ";
    if (status >= first_redirection && status < first_refusal)
        return discovery_failed(what, where + "lead to another address, which is not followed. Enter the issuer's final address.");
    auto const failure = status == too_many || status >= server_error ? Failure::unavailable : Failure::unprocessable;
    return discovery_failed(what, where + "cannot be read: status " + std::to_string(status) + ".", failure);
}

}  // namespace

Providers::Providers(asio::io_context& io, Settings const& settings, net::OutboundSettings const& outbound)
    : io_(io), settings_(settings), client_(std::make_unique<net::Client>(io, outbound))
{
}

void Providers::stop()
{
    client_.reset();
    for (auto const& [issuer, provider] : providers_) {
        if (provider->fetching) provider->fetching->cancel();
    }
}

std::shared_ptr<Providers::Provider> Providers::find(std::string const& issuer)
{
    auto found = providers_.find(issuer);
    if (found == providers_.end()) {
        if (providers_.size() >= static_cast<std::size_t>(std::max(1L, settings_.oidc_providers)))
            providers_.erase(std::ranges::min_element(providers_, {}, [](auto const& each) { return each.second->used_at; }));
        found = providers_.emplace(issuer, std::make_shared<Provider>()).first;
    }
    found->second->used_at = now();
    return found->second;
}

Task<Metadata> Providers::metadata(std::string issuer)
{
    auto const provider = find(issuer);
    if (!provider->metadata || older(provider->metadata_at, settings_.oidc_metadata_seconds)) co_await fetch_metadata(provider, issuer);
    co_return *provider->metadata;
}

Task<std::vector<Key>> Providers::keys(Metadata metadata, Signed by)
{
    auto const provider = find(metadata.issuer);
    bool const expired = !provider->keys_at || older(*provider->keys_at, settings_.oidc_keys_seconds);
    bool const missed = fitting(provider->keys, by.alg, by.kid).empty();
    bool const may_ask = older(provider->sought_at, settings_.oidc_keys_refetch_seconds);
    if (expired || (missed && (may_ask || provider->fetching))) co_await fetch_keys(provider, metadata.jwks_uri);
    co_return provider->keys;
}

Task<Metadata> Providers::try_out(std::string issuer)
{
    auto const provider = find(issuer);
    co_await fetch_metadata(provider, issuer);
    auto const metadata = *provider->metadata;
    co_await fetch_keys(provider, metadata.jwks_uri);
    co_return metadata;
}

Task<void> Providers::fetch_metadata(std::shared_ptr<Provider> provider, std::string issuer)
{
    auto const body = co_await fetch(metadata_address(issuer), "metadata");
    auto metadata = read_metadata(issuer, body);
    // Other keys may be meant.
    if (provider->metadata && provider->metadata->jwks_uri != metadata.jwks_uri) provider->keys_at.reset();
    provider->metadata = std::move(metadata);
    provider->metadata_at = now();
}

Task<void> Providers::fetch_keys(std::shared_ptr<Provider> provider, std::string jwks_uri)
{
    if (auto const fetching = provider->fetching) {
        boost::system::error_code cancelled;
        co_await fetching->async_wait(asio::redirect_error(use_task, cancelled));
        if (!provider->keys_at) throw discovery_failed("jwks_uri", "The provider's keys cannot be read.", Failure::unavailable);
        co_return;
    }
    struct Fetching {
        std::shared_ptr<Provider> provider;
        ~Fetching()
        {
            provider->fetching->cancel();
            provider->fetching.reset();
        }
    };
    provider->fetching = std::make_shared<Timer>(io_, std::chrono::steady_clock::time_point::max());
    Fetching const until_the_end{provider};
    provider->sought_at = now();
    auto const body = co_await fetch(jwks_uri, "jwks_uri");
    provider->keys = read_keys(body, settings_);
    provider->keys_at = now();
}

Task<std::string> Providers::fetch(std::string url, std::string what)
{
    net::ClientRequest request;
    request.url = url;
    request.headers.add("Accept", "application/json");
    std::optional<Problem> problem;
    try {
        auto answer = co_await send(std::move(request));
        if (answer.status == ok) co_return std::move(answer.body);
        problem = unanswered(what, url, answer.status);
    } catch (Problem const& thrown) {
        problem =
            discovery_failed(what, "The provider's " + what + " at " + harmless(url) + " cannot be read. " + thrown.detail, thrown.failure);
    }
    throw *problem;
}

Task<net::ClientResponse> Providers::send(net::ClientRequest request)
{
    if (!client_) throw token_refused("token_endpoint", "This side is stopping.", Failure::unavailable);
    request.timeout = std::chrono::milliseconds(settings_.oidc_timeout_milliseconds);
    request.max_response_bytes = static_cast<std::size_t>(std::max(0L, settings_.oidc_response_bytes));
    std::optional<Problem> problem;
    try {
        auto task = client_->send(std::move(request));
        co_return co_await std::move(task);
    } catch (Problem const& thrown) {
        problem = token_refused("token_endpoint", thrown.detail, thrown.failure);
    }
    throw *problem;
}

}  // namespace mz::oidc
