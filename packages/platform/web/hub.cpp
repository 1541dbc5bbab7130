#include "web/hub.hpp"

#include "core/log.hpp"
#include "core/problem.hpp"
#include "json/write.hpp"

#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>

#include <algorithm>
#include <array>
#include <atomic>
#include <mutex>
#include <unordered_map>

namespace mz::web {
namespace {

constexpr std::size_t max_workers = 256;
constexpr std::uint16_t close_restart = 1012;
constexpr std::uint16_t close_internal_error = 1011;
constexpr std::uint16_t close_signed_out = 4401;

using Timer = asio::basic_waitable_timer<std::chrono::steady_clock, asio::wait_traits<std::chrono::steady_clock>, Executor>;
using Sockets = std::vector<std::shared_ptr<net::WebSocket>>;

struct Shard {
    asio::io_context* io = nullptr;
    std::unordered_map<std::string, Sockets> listeners;  // by topic and tenant
};

std::string key_of(std::string_view topic, Uuid const& tenant) { return std::string(topic) + '/' + tenant.to_string(); }

// Shared by a connection and the coroutine that watches over it: each tells the other when it is done.
struct Watch {
    explicit Watch(Executor executor) : next(executor), ended(executor) {}
    Timer next;
    Timer ended;
    bool over = false;    // the connection is closed
    bool running = true;  // the coroutine has not ended
};

Task<void> watch_over(std::shared_ptr<net::WebSocket> socket, std::shared_ptr<Watch> watch, Hub::Guard guard)
{
    while (!watch->over) {
        auto const left = guard.expires_at - now();
        if (left.count() <= 0) {
            socket->close(close_signed_out, "the token has expired");
            break;
        }
        watch->next.expires_after(std::min<std::chrono::microseconds>(left, guard.check_every));
        boost::system::error_code ignored;
        co_await watch->next.async_wait(asio::redirect_error(use_task, ignored));
        if (watch->over || now() >= guard.expires_at) continue;
        bool const holds = co_await guard.holds();
        if (holds) continue;
        socket->close(close_signed_out, "the session is over");
        break;
    }
    watch->running = false;
    watch->ended.cancel();
}

// Until the watching coroutine has ended, which may have a question to the database under way.
Task<void> end(std::shared_ptr<Watch> watch)
{
    watch->over = true;
    watch->next.cancel();
    boost::system::error_code ignored;
    watch->ended.expires_at(Timer::time_point::max());
    if (watch->running) co_await watch->ended.async_wait(asio::redirect_error(use_task, ignored));
}

}  // namespace

struct Hub::Impl {
    mutable std::mutex attaching;
    std::array<std::shared_ptr<Shard>, max_workers> shards;
    std::atomic<std::size_t> open{0};

    template <class Action>
    void on_each(Action action)
    {
        std::scoped_lock const lock(attaching);
        for (auto const& shard : shards) {
            if (shard) asio::post(*shard->io, [shard, action] { action(*shard); });
        }
    }
};

Hub::Hub() : impl_(std::make_unique<Impl>()) {}
Hub::~Hub() = default;

void Hub::attach(net::Worker worker)
{
    std::scoped_lock const lock(impl_->attaching);
    auto shard = std::make_shared<Shard>();
    shard->io = &worker.io;
    impl_->shards.at(worker.index) = std::move(shard);
}

void Hub::detach(net::Worker worker)
{
    std::scoped_lock const lock(impl_->attaching);
    impl_->shards.at(worker.index).reset();
}

void Hub::publish(std::string topic, Uuid tenant, std::shared_ptr<std::string const> message)
{
    impl_->on_each([key = key_of(topic, tenant), message = std::move(message)](Shard& shard) {
        auto const found = shard.listeners.find(key);
        if (found == shard.listeners.end()) return;
        for (auto const& socket : Sockets(found->second)) socket->send(message);
    });
}

void Hub::restart_all()
{
    impl_->on_each([](Shard& shard) {
        for (auto const& [key, sockets] : shard.listeners) {
            for (auto const& socket : Sockets(sockets)) socket->close(close_restart, "messages may have been missed");
        }
    });
}

Task<void> Hub::serve(std::size_t worker, std::string topic, Uuid tenant, Guard guard, std::shared_ptr<net::WebSocket> socket,
                      std::function<Task<std::vector<std::string>>()> replay)
{
    auto const shard = impl_->shards.at(worker);
    auto const key = key_of(topic, tenant);
    shard->listeners[key].push_back(socket);
    ++impl_->open;
    auto const watch = std::make_shared<Watch>(shard->io->get_executor());
    asio::co_spawn(shard->io->get_executor(), watch_over(socket, watch, std::move(guard)), asio::detached);
    try {
        auto const missed = co_await replay();
        for (auto const& text : missed) socket->send(std::make_shared<std::string const>(text));
        while (co_await socket->receive()) {
            // Clients have nothing to say here; reading keeps pings and the close handshake going.
        }
    } catch (Problem const& problem) {
        log::warn("websocket replay failed", {{"topic", topic}, {"detail", problem.detail}});
        socket->close(close_internal_error, "try again");
    }
    co_await end(watch);
    auto& sockets = shard->listeners[key];
    std::erase(sockets, socket);
    if (sockets.empty()) shard->listeners.erase(key);
    --impl_->open;
}

std::size_t Hub::connections() const { return impl_->open; }

std::string message(std::string_view type, Uuid const& id, Timestamp at, std::string_view data)
{
    std::string out = R"({"type":)";
    json::append_string(out, type);
    out += R"(,"id":")" + id.to_string() + R"(","at":")" + at.to_string() + R"(","data":)";
    out += data;
    out += '}';
    return out;
}

}  // namespace mz::web
