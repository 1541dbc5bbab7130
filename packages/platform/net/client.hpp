#pragma once
#include "net/http.hpp"
#include "net/outbound.hpp"

#include <chrono>
#include <memory>
#include <string>

namespace mz::net {

struct ClientRequest {
    Method method = Method::get;
    std::string url;  // http or https
    Headers headers;
    std::string body;
    std::chrono::milliseconds timeout = std::chrono::seconds(10);  // for the whole exchange
    std::size_t max_response_bytes = 4 * 1024 * 1024;
};

struct ClientResponse {
    int status = 0;
    Headers headers;
    std::string body;
};

// Says that every URL a client is given comes from this program's own settings, and never from a user.
struct TrustedPeers {};
inline constexpr TrustedPeers trusted_peers;

// libcurl's multi interface on one io_context. Connections are kept and reused; redirects are not followed; TLS is verified.
class Client {
public:
    // For addresses that users enter: each connection is held against the rules when its socket would be opened, and goes through no proxy.
    explicit Client(asio::io_context& io, OutboundSettings const& settings = {});
    // For the peers that the operator has configured, wherever they are.
    Client(asio::io_context& io, TrustedPeers);
    ~Client();  // what is under way ends with Problem(unavailable)
    Client(Client const&) = delete;
    Client& operator=(Client const&) = delete;

    // Any HTTP status is an answer. No answer (refused, timed out, too large, TLS) throws Problem(Failure::unavailable), and an address
    // that the rules forbid Problem(Failure::unprocessable, `address-not-allowed`), which says which rule and which setting.
    Task<ClientResponse> send(ClientRequest request);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace mz::net
