#pragma once
#include "net/networks.hpp"
#include "net/server.hpp"

#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/intrusive/list.hpp>

#include <atomic>
#include <chrono>
#include <cstddef>

namespace mz::net {

using Clock = std::chrono::steady_clock;
using Socket = asio::basic_stream_socket<asio::ip::tcp, Executor>;

// A connection as its worker sees it. Connections have no timers: a few times a second the worker looks at all of them.
class Connection : public boost::intrusive::list_base_hook<boost::intrusive::link_mode<boost::intrusive::auto_unlink>> {
public:
    Connection() = default;
    virtual ~Connection() = default;
    Connection(Connection const&) = delete;
    Connection& operator=(Connection const&) = delete;

    virtual void sweep(Clock::time_point now) = 0;  // ends what has taken too long
    virtual void drain() = 0;                       // the server is about to stop: closes what is idle
    virtual void abort() = 0;                       // ends at once, whatever is under way
};

using Connections = boost::intrusive::list<Connection, boost::intrusive::constant_time_size<false>>;

// What one thread owns. Everything in it but `open` is used on that thread only.
struct WorkerState {
    WorkerState(ServerSettings const& settings, std::atomic<std::size_t>& open)
        : settings(settings), open(open), proxies(settings.http_trusted_proxies, "HTTP_TRUSTED_PROXIES")
    {
    }

    ServerSettings const& settings;
    std::atomic<std::size_t>& open;  // connections of all workers
    Networks const proxies;
    std::size_t turned_away = 0;  // connections past the limit that are being told so
    bool draining = false;
    Clock::time_point now = Clock::now();  // as of the last sweep; exact enough for time limits in seconds
    Connections connections;
    asio::io_context io{1};
    Handler handler;
};

}  // namespace mz::net
