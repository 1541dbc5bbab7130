#include "pg/keeper.hpp"

#include "core/log.hpp"
#include "core/problem.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>

#include <algorithm>

namespace mz::pg {

using std::chrono::milliseconds;

Keeper::Keeper(asio::io_context& io, std::shared_ptr<Conninfo const> conninfo, PoolSettings settings, Pipeline::Use use)
    : io_(io), conninfo_(std::move(conninfo)), settings_(settings), use_(use), pause_(io.get_executor())
{
}

void Keeper::start(OnOpen on_open, std::function<void()> on_attempt)
{
    on_open_ = std::move(on_open);
    on_attempt_ = std::move(on_attempt);
    asio::co_spawn(io_, keep(shared_from_this()), asio::detached);
}

void Keeper::stop()
{
    stopped_ = true;
    pause_.cancel();
    if (connection_) connection_->close();
    connection_.reset();
    on_open_ = nullptr;
    on_attempt_ = nullptr;
}

Task<void> Keeper::keep(std::shared_ptr<Keeper> self)
{
    auto const shortest = milliseconds(self->settings_.database_reconnect_milliseconds);
    auto const longest = milliseconds(self->settings_.database_reconnect_max_milliseconds);
    auto pause = shortest;
    while (!self->stopped_) {
        bool const connected = co_await attempt(self);
        if (self->stopped_) break;
        if (connected) {
            auto const connection = self->connection_;
            co_await connection->closed();
            self->connection_.reset();
            pause = shortest;
        }
        if (self->stopped_) break;
        self->pause_.expires_after(pause);
        boost::system::error_code ignored;
        co_await self->pause_.async_wait(asio::redirect_error(use_task, ignored));
        if (!connected) pause = std::min(pause * 2, longest);
    }
}

Task<bool> Keeper::attempt(std::shared_ptr<Keeper> self)
{
    auto const why = std::make_shared<std::string>();
    std::shared_ptr<Pipeline> fresh;
    try {
        fresh = co_await Pipeline::connect(self->io_, self->conninfo_, self->settings_, self->use_, why);
        auto const on_open = self->on_open_;
        if (on_open) co_await on_open(fresh);
    } catch (Problem const& problem) {
        if (why->empty()) *why = problem.detail;
        if (fresh) fresh->close();
        fresh.reset();
    }
    if (self->stopped_) {
        if (fresh) fresh->close();
        co_return false;
    }
    // Once for each outage, not for each attempt.
    if (!fresh && !std::exchange(self->away_, true)) log::warn("the database cannot be reached", {{"why", *why}});
    if (fresh && std::exchange(self->away_, false)) log::info("the database is back");
    self->connection_ = std::move(fresh);
    self->attempted_ = true;
    auto const on_attempt = self->on_attempt_;
    if (on_attempt) on_attempt();
    co_return self->connection_ != nullptr;
}

}  // namespace mz::pg
