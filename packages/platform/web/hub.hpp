#pragma once
#include "core/clock.hpp"
#include "core/uuid.hpp"
#include "net/server.hpp"
#include "net/websocket.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mz::web {

// Maps (topic, tenant) to the WebSockets that listen to it. Each worker has its own part, touched on its thread alone, so there is no lock.
class Hub {
public:
    Hub();
    ~Hub();
    Hub(Hub const&) = delete;
    Hub& operator=(Hub const&) = delete;

    // Each worker calls this once, on its thread, before it accepts.
    void attach(net::Worker worker);
    void detach(net::Worker worker);

    // From any thread: hands the message to every worker, which sends it to that tenant's connections.
    void publish(std::string topic, Uuid tenant, std::shared_ptr<std::string const> message);
    // From any thread: closes all with 1012, because messages may have been missed; clients come back and ask for what they lack.
    void restart_all();

    // What keeps a connection open. It is closed with 4401 when its credential expires, and when its caller, asked about every
    // `check_every`, may not listen any more.
    struct Guard {
        Timestamp expires_at;
        std::chrono::milliseconds check_every;
        std::function<Task<bool>()> holds;
    };

    // Serves one connection until it closes. It listens before `replay` runs, so nothing falls between; what arrives meanwhile may be sent
    // twice. Neither `replay` nor the guard is called after this has returned.
    Task<void> serve(std::size_t worker, std::string topic, Uuid tenant, Guard guard, std::shared_ptr<net::WebSocket> socket,
                     std::function<Task<std::vector<std::string>>()> replay);

    std::size_t connections() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

// {"type":..,"id":..,"at":..,"data":..}; `data` is JSON text.
std::string message(std::string_view type, Uuid const& id, Timestamp at, std::string_view data);

}  // namespace mz::web
