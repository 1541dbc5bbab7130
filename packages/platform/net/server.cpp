#include "net/server.hpp"

#include "core/log.hpp"
#include "net/background.hpp"
#include "net/session.hpp"

#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>

#include <sys/socket.h>

#include <csignal>
#include <future>
#include <system_error>
#include <thread>

namespace mz::net {
namespace {

using tcp = asio::ip::tcp;
using Acceptor = asio::basic_socket_acceptor<tcp, Executor>;
using Timer = asio::basic_waitable_timer<Clock, asio::wait_traits<Clock>, Executor>;
using ReusePort = asio::detail::socket_option::boolean<SOL_SOCKET, SO_REUSEPORT>;
using Code = boost::system::error_code;

constexpr auto sweep_interval = std::chrono::milliseconds(250);
constexpr auto drain_interval = std::chrono::milliseconds(10);
constexpr auto accept_retry = std::chrono::milliseconds(100);
constexpr auto abort_grace = std::chrono::seconds(3);

}  // namespace

// A worker's state, its listening socket and its thread.
class WorkerThread {
public:
    WorkerThread(ServerSettings const& settings, std::atomic<std::size_t>& open, std::size_t index)
        : state_(settings, open), index_(index), acceptor_(state_.io), timer_(state_.io)
    {
    }

    void bind(tcp::endpoint const& endpoint)
    {
        acceptor_.open(endpoint.protocol());
        acceptor_.set_option(tcp::acceptor::reuse_address(true));
        acceptor_.set_option(ReusePort(true));
        acceptor_.bind(endpoint);
    }
    tcp::endpoint endpoint() const { return acceptor_.local_endpoint(); }
    asio::io_context& io() { return state_.io; }

    // Throws what `make_handler` throws, when the future is read.
    std::future<void> start(Server::HandlerFactory const& make_handler)
    {
        std::promise<void> started;
        auto future = started.get_future();
        thread_ = std::thread([this, make_handler, started = std::move(started)]() mutable { run(make_handler, started); });
        return future;
    }

    void drain(std::function<void(Worker)> const& hook)
    {
        asio::post(state_.io, [this, hook] {
            state_.draining = true;
            Code code;
            acceptor_.close(code);
            give_up_at_ = Clock::now() + std::chrono::seconds(state_.settings.http_drain_seconds);
            for (auto at = state_.connections.begin(); at != state_.connections.end();) (at++)->drain();
            timer_.cancel();
            if (hook) hook(Worker{state_.io, index_});
            background_.hurry();
        });
    }

    // False where a handler did not end even after being cancelled. What it refers to must then never be destroyed.
    bool join()
    {
        if (thread_.joinable()) thread_.join();
        return !abandoned_;
    }

private:
    void run(Server::HandlerFactory const& make_handler, std::promise<void>& started)
    {
        try {
            state_.handler = make_handler(Worker{state_.io, index_});
            acceptor_.listen();
            asio::co_spawn(state_.io, accept(), asio::detached);
            asio::co_spawn(state_.io, watch(), asio::detached);
        } catch (...) {
            state_.handler = nullptr;
            started.set_exception(std::current_exception());
            return;
        }
        started.set_value();
        while (!state_.io.stopped()) {
            try {
                state_.io.run();
            } catch (std::exception const& failure) {
                log::error("uncaught in a worker", {{"reason", failure.what()}});
            }
        }
        if (!abandoned_) state_.handler = nullptr;
    }

    Task<void> accept()
    {
        while (!state_.draining) {
            Code code;
            auto socket = co_await acceptor_.async_accept(asio::redirect_error(use_task, code));
            if (!code) {
                admit(std::move(socket));
            } else if (!state_.draining) {
                log::warn("accept failed", {{"reason", code.message()}});
                Timer pause(state_.io, accept_retry);
                co_await pause.async_wait(asio::redirect_error(use_task, code));
            }
        }
    }

    void admit(Socket socket)
    {
        if (state_.open.fetch_add(1) < state_.settings.http_max_connections) {
            Session::start(state_, std::move(socket));
        } else {
            --state_.open;
            Session::turn_away(state_, std::move(socket));
        }
    }

    // The one timer: enforces the time limits of all connections and, while draining, sees when the last one is gone and nothing else is
    // under way.
    Task<void> watch()
    {
        bool aborted = false;
        while (!state_.draining || !state_.connections.empty() || !background_.idle()) {
            Code code;
            timer_.expires_after(state_.draining ? drain_interval : sweep_interval);
            co_await timer_.async_wait(asio::redirect_error(use_task, code));
            state_.now = Clock::now();
            for (auto at = state_.connections.begin(); at != state_.connections.end();) (at++)->sweep(state_.now);
            if (!state_.draining || state_.now < give_up_at_) continue;
            if (state_.connections.empty()) {
                if (!background_.idle()) log::warn("work beside requests cut off");
                break;
            }
            if (aborted) {
                log::error("requests abandoned", {{"reason", "their handlers do not end"}});
                abandoned_ = true;
                break;
            }
            aborted = true;
            give_up_at_ = state_.now + abort_grace;
            log::warn("requests cut off", {{"connections", state_.connections.size()}});
            for (auto at = state_.connections.begin(); at != state_.connections.end();) (at++)->abort();
        }
        state_.io.stop();
    }

    WorkerState state_;
    Background& background_ = Background::of(state_.io);
    std::size_t index_;
    Acceptor acceptor_;
    Timer timer_;
    Clock::time_point give_up_at_;
    bool abandoned_ = false;
    std::thread thread_;
};

struct Server::Impl {
    ServerSettings settings;
    HandlerFactory make_handler;
    std::function<void(Worker)> drain_hook;
    std::atomic<std::size_t> open = 0;
    std::uint16_t port = 0;
    std::vector<std::unique_ptr<WorkerThread>> workers;
    bool running = false;
};

Server::Server(ServerSettings settings, HandlerFactory make_handler) : impl_(std::make_unique<Impl>())
{
    impl_->settings = std::move(settings);
    impl_->make_handler = std::move(make_handler);
}

Server::~Server() { stop(); }

void Server::on_drain(std::function<void(Worker worker)> hook) { impl_->drain_hook = std::move(hook); }

void Server::start()
{
    auto const& settings = impl_->settings;
    tcp::endpoint endpoint(asio::ip::make_address(settings.http_address), settings.http_port);
    if (settings.http_port != 0) {
        // SO_REUSEPORT would let a second instance share the port silently; a socket without it finds out.
        asio::io_context io;
        tcp::acceptor probe(io);
        probe.open(endpoint.protocol());
        probe.set_option(tcp::acceptor::reuse_address(true));
        probe.bind(endpoint);
    }
    auto const count = static_cast<std::size_t>(std::max(1, settings.http_threads));
    for (std::size_t i = 0; i < count; ++i) {
        auto& worker = *impl_->workers.emplace_back(std::make_unique<WorkerThread>(settings, impl_->open, i));
        worker.bind(endpoint);
        endpoint = worker.endpoint();
    }
    impl_->port = endpoint.port();
    impl_->running = true;

    std::vector<std::future<void>> started;
    for (auto& worker : impl_->workers) started.push_back(worker->start(impl_->make_handler));
    std::exception_ptr failure;
    for (auto& future : started) {
        try {
            future.get();
        } catch (...) {
            failure = std::current_exception();
        }
    }
    if (!failure) return;
    stop();
    std::rethrow_exception(failure);
}

std::uint16_t Server::port() const { return impl_->port; }

void Server::stop()
{
    if (!impl_->running) return;
    impl_->running = false;
    for (auto& worker : impl_->workers) worker->drain(impl_->drain_hook);
    bool all_ended = true;
    for (auto& worker : impl_->workers) all_ended = worker->join() && all_ended;
    if (all_ended) return;
    // Abandoned requests refer to everything in here. It is left behind, for the process is about to end anyway.
    static auto& left_behind = *new std::vector<std::unique_ptr<Impl>>;
    left_behind.push_back(std::exchange(impl_, std::make_unique<Impl>()));
}

std::size_t Server::workers() const { return impl_->workers.size(); }

asio::io_context& Server::io(std::size_t worker) { return impl_->workers.at(worker)->io(); }

std::size_t Server::connections() const { return impl_->open.load(); }

namespace {

sigset_t stop_signals()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    return set;
}

}  // namespace

void block_signals()
{
    auto const set = stop_signals();
    if (int const error = pthread_sigmask(SIG_BLOCK, &set, nullptr); error != 0)
        throw std::system_error(error, std::generic_category(), "pthread_sigmask");
    // Writing to a closed connection is an error code to us, not the end of the process.
    std::signal(SIGPIPE, SIG_IGN);
}

int wait_for_signal()
{
    auto const set = stop_signals();
    int number = 0;
    while (sigwait(&set, &number) != 0) {
    }
    return number;
}

}  // namespace mz::net
