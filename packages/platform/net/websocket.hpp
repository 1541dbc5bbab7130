#pragma once
#include "net/http.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace mz::net {

// A server-side WebSocket. All calls belong on its worker's thread, and so does releasing it, with the handler at the latest.
class WebSocket {
public:
    virtual ~WebSocket() = default;

    // Queues a text message; the same buffer may be queued to many. Further behind than websocket_max_queued_messages: closed with 1013.
    virtual void send(std::shared_ptr<std::string const> message) = 0;
    // The next text message, or nothing once the connection is closed by either side. Pings are answered and sent in here.
    virtual Task<std::optional<std::string>> receive() = 0;
    // Sends what is queued, then the close frame. Safe to call more than once.
    virtual void close(std::uint16_t code, std::string_view reason) = 0;
    virtual bool open() const = 0;
};

}  // namespace mz::net
