#pragma once
#include "net/http.hpp"

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

// libcurl's multi interface on one io_context. Connections are kept and reused; redirects are not followed; TLS is verified.
class Client {
public:
    explicit Client(asio::io_context& io);
    ~Client();  // what is under way ends with Problem(unavailable)
    Client(Client const&) = delete;
    Client& operator=(Client const&) = delete;

    // Any HTTP status is an answer. No answer (refused, timed out, too large, TLS) throws Problem(Failure::unavailable).
    Task<ClientResponse> send(ClientRequest request);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace mz::net
