#pragma once
#include "core/secret.hpp"
#include "core/task.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mz::pg {

// One dedicated connection that LISTENs. Reconnects by itself; `on_gap` runs after each reconnect, because notifications
// sent meanwhile are gone: whoever relies on them catches up there.
class Listener {
public:
    using OnNotify = std::function<void(std::string_view channel, std::string_view payload)>;

    Listener(asio::io_context& io, Secret<std::string> url, std::vector<std::string> channels, OnNotify on_notify,
             std::function<void()> on_gap);
    ~Listener();
    Listener(Listener const&) = delete;
    Listener& operator=(Listener const&) = delete;

private:
    struct Impl;
    std::shared_ptr<Impl> impl_;
};

}  // namespace mz::pg
