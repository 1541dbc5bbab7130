#pragma once
#include "core/task.hpp"

#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/execution_context.hpp>

#include <chrono>
#include <cstddef>
#include <unordered_set>

namespace mz::net {

// What a worker's thread has under way beside its connections: work that goes on when its answer has gone. A server that drains lets it
// come to its end as it does with requests, within the same time, and tells whoever waits for a moment that it has come. One for each
// io_context, for its thread alone.
class Background : public asio::execution_context::service {
public:
    using key_type = Background;
    inline static asio::execution_context::id id;

    explicit Background(asio::execution_context& context);

    static Background& of(asio::io_context& io) { return asio::use_service<Background>(io); }

    // What the task throws is logged and forgotten.
    void spawn(Task<void> task);
    // Until then, or until the server drains.
    Task<void> wait_until(std::chrono::steady_clock::time_point then);

    bool idle() const { return under_way_ == 0; }
    // From now on nobody waits. The server's to call.
    void hurry();

private:
    using Timer = asio::basic_waitable_timer<std::chrono::steady_clock, asio::wait_traits<std::chrono::steady_clock>, Executor>;

    void shutdown() override {}

    asio::io_context& io_;
    std::size_t under_way_ = 0;
    bool hurried_ = false;
    std::unordered_set<Timer*> waiting_;
};

}  // namespace mz::net
