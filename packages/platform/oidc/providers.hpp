#pragma once
#include "core/clock.hpp"
#include "core/task.hpp"
#include "net/client.hpp"
#include "oidc/id_token.hpp"
#include "oidc/keys.hpp"
#include "oidc/metadata.hpp"
#include "oidc/settings.hpp"

#include <boost/asio/basic_waitable_timer.hpp>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace mz::oidc {

// Metadata and keys of the providers, remembered for as long as the settings say. Whoever asks for what is just being fetched waits for it.
// The owner keeps it alive while a task of its own runs.
class Providers {
public:
    Providers(asio::io_context& io, Settings const& settings, net::OutboundSettings const& outbound);

    Task<Metadata> metadata(std::string issuer);
    // The provider's keys, fetched again where none of them fits and the last fetch is long enough ago.
    Task<std::vector<Key>> keys(Metadata metadata, Signed by);
    // Metadata and keys from the provider, whatever is remembered.
    Task<Metadata> try_out(std::string issuer);
    // Within the settings' limits; no answer throws Problem(unavailable, "oidc-token-refused").
    Task<net::ClientResponse> send(net::ClientRequest request);
    void stop();

private:
    using Timer = asio::basic_waitable_timer<std::chrono::steady_clock, asio::wait_traits<std::chrono::steady_clock>, Executor>;
    struct Provider {
        std::optional<Metadata> metadata;
        Timestamp metadata_at;
        std::vector<Key> keys;
        std::optional<Timestamp> keys_at;
        Timestamp sought_at;              // when the keys were last asked for, with or without an answer
        std::shared_ptr<Timer> fetching;  // cancelled when the keys that somebody fetches are there, or will not be
        Timestamp used_at;
    };

    std::shared_ptr<Provider> find(std::string const& issuer);
    Task<void> fetch_metadata(std::shared_ptr<Provider> provider, std::string issuer);
    Task<void> fetch_keys(std::shared_ptr<Provider> provider, std::string jwks_uri);
    Task<std::string> fetch(std::string url, std::string what);

    asio::io_context& io_;
    Settings settings_;
    std::unique_ptr<net::Client> client_;
    std::unordered_map<std::string, std::shared_ptr<Provider>> providers_;
};

}  // namespace mz::oidc
