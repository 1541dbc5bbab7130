#pragma once
#include "core/task.hpp"

#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/redirect_error.hpp>

#include <algorithm>
#include <chrono>
#include <utility>

namespace mz::edge {

// Of the clock that never jumps: what sleeps here is not upset by someone setting the time.
using Timer = asio::basic_waitable_timer<std::chrono::steady_clock, asio::wait_traits<std::chrono::steady_clock>, Executor>;

// No loop turns quicker than this, whatever its setting says.
inline constexpr auto shortest_pause = std::chrono::milliseconds(50);

inline Task<void> sleep_for(asio::io_context& io, std::chrono::nanoseconds time)
{
    Timer timer(io, std::max<std::chrono::nanoseconds>(time, shortest_pause));
    co_await timer.async_wait(use_task);
}

// Wakes one coroutine. A call that comes while nobody waits is kept for the next wait.
class Wakeup {
public:
    explicit Wakeup(asio::io_context& io) : timer_(io) {}

    void notify()
    {
        called_ = true;
        timer_.cancel();
    }
    void clear() { called_ = false; }

    // True when called, false when the time ran out first.
    Task<bool> wait_for(std::chrono::nanoseconds time)
    {
        if (!called_) {
            timer_.expires_after(std::max<std::chrono::nanoseconds>(time, shortest_pause));
            boost::system::error_code ignored;
            co_await timer_.async_wait(asio::redirect_error(use_task, ignored));
        }
        co_return std::exchange(called_, false);
    }

private:
    Timer timer_;
    bool called_ = false;
};

}  // namespace mz::edge
