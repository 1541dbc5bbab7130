#pragma once
#include "net/http.hpp"

#include <boost/describe.hpp>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace mz::net {

// Named settings, read from the environment in upper case (see core/config.hpp).
struct ServerSettings {
    std::string http_address = "127.0.0.1";
    std::uint16_t http_port = 0;                    // 0 lets the kernel choose
    std::vector<std::string> http_trusted_proxies;  // networks whose X-Forwarded-For is believed; elsewhere the field is nobody's word
    int http_threads = 2;
    std::size_t http_max_header_bytes = 16 * 1024;
    std::size_t http_max_header_fields = 100;
    std::size_t http_max_body_bytes = 1024 * 1024;              // as it arrives on the wire
    std::size_t http_max_decoded_body_bytes = 8 * 1024 * 1024;  // after gzip or zstd
    std::size_t http_max_connections = 10000;                   // in all threads together; more are answered 503 and closed
    int http_header_seconds = 10;                               // to receive a whole header
    int http_body_seconds = 60;                                 // to receive a whole body
    int http_write_seconds = 30;                                // for the client to take the next part of an answer
    int http_idle_seconds = 75;                                 // between two requests of a connection
    int http_drain_seconds = 20;                                // for requests in flight after SIGTERM
    int websocket_ping_seconds = 30;
    std::size_t websocket_max_message_bytes = 64 * 1024;
    std::size_t websocket_max_queued_messages = 256;  // a consumer further behind is closed with 1013
};
BOOST_DESCRIBE_STRUCT(ServerSettings, (),
                      (http_address, http_port, http_trusted_proxies, http_threads, http_max_header_bytes, http_max_header_fields,
                       http_max_body_bytes, http_max_decoded_body_bytes, http_max_connections, http_header_seconds, http_body_seconds,
                       http_write_seconds, http_idle_seconds, http_drain_seconds, websocket_ping_seconds, websocket_max_message_bytes,
                       websocket_max_queued_messages))

// One thread with its own io_context. Workers share nothing but what the application shares on purpose.
struct Worker {
    asio::io_context& io;
    std::size_t index;
};

// Listens with one socket a worker (SO_REUSEPORT). `make_handler` runs on each worker's thread before it accepts; what its handler owns
// is destroyed on that thread after the last request, while the io_context still exists.
class Server {
public:
    using HandlerFactory = std::function<Handler(Worker worker)>;

    Server(ServerSettings settings, HandlerFactory make_handler);
    ~Server();  // stops
    Server(Server const&) = delete;
    Server& operator=(Server const&) = delete;

    // Runs on each worker's thread when draining begins, for the application to end what would otherwise wait long (a long poll).
    // Call it before start.
    void on_drain(std::function<void(Worker worker)> hook);
    void start();                // returns when every worker accepts; throws where the port is taken
    std::uint16_t port() const;  // the real one
    // Drains: stops accepting, closes idle connections and WebSockets (1001), lets requests in flight finish within http_drain_seconds.
    void stop();

    std::size_t workers() const;
    asio::io_context& io(std::size_t worker);  // to post work to a worker's thread
    std::size_t connections() const;           // open now, for /metrics

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

// Blocks until SIGTERM or SIGINT and returns its number. Call `block_signals` first in main, before any thread starts.
void block_signals();  // and ignores SIGPIPE
int wait_for_signal();

}  // namespace mz::net
