#pragma once
#include "pg/connection.hpp"
#include "pg/conninfo.hpp"

#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/posix/basic_stream_descriptor.hpp>

#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>

struct pg_conn;

namespace mz::pg {

using Timer = asio::basic_waitable_timer<std::chrono::steady_clock, asio::wait_traits<std::chrono::steady_clock>, Executor>;

// One non-blocking connection in libpq's pipeline mode, for one thread. Inside pg only; the rest of the program has Pool and Listener.
//
// Requests are written as they come, each with its own Sync, and answered in that order. When the connection breaks, everything that waits
// fails with database_away() and is_open() turns false for good.
//
// Who waits is resumed exactly once: the waiting coroutine is owned by the completion handler that is kept here, so it cannot be destroyed
// while it is waited for, and it is destroyed with the io_context if that ends first.
class Pipeline : public std::enable_shared_from_this<Pipeline> {
    struct Private {};

public:
    enum class Use {
        shared,    // nobody may leave a transaction open behind a Sync
        exclusive  // `begin` and `commit` are ordinary statements
    };
    using Done = std::move_only_function<void(std::exception_ptr error, std::vector<Result> results)>;
    using OnNotify = std::function<void(std::string_view channel, std::string_view payload)>;

    // Throws database_away() where no connection comes about in time; the reason is in `why` then.
    static Task<std::shared_ptr<Pipeline>> connect(asio::io_context& io, std::shared_ptr<Conninfo const> conninfo, PoolSettings settings,
                                                   Use use, std::shared_ptr<std::string> why);

    Pipeline(Private, asio::io_context& io, PoolSettings settings, Use use);
    ~Pipeline();
    Pipeline(Pipeline const&) = delete;
    Pipeline& operator=(Pipeline const&) = delete;

    // The statements and a Sync. `done` is never called before this returns.
    void submit(std::vector<Statement> statements, Done done);
    Task<std::vector<Result>> run(std::vector<Statement> statements);

    void on_notify(OnNotify handler) { on_notify_ = std::move(handler); }

    bool is_open() const { return open_; }
    bool is_idle() const;  // open, nothing in flight and outside a transaction
    std::size_t pending() const { return queue_.size(); }

    // Everything in flight fails. What already reached the server may still be done there.
    void close();
    Task<void> closed();  // returns when the connection is

private:
    struct Prepared {
        std::string name;
        std::string text;
        enum { absent, sent, ready } state = absent;
    };
    struct Request {
        std::vector<Prepared*> steps;  // what each awaited result answers: a prepare, or (null) a statement
        std::size_t next_step = 0;
        std::vector<Result> results;
        std::exception_ptr error;
        Done done;
    };

    Task<bool> poll_until_connected(Timer::time_point deadline);
    void started();

    bool send(Statement const& statement, Request& request);
    Prepared& prepared(Statement const& statement);
    void flush();
    void wait_writable();
    void wait_readable();
    void receive();
    bool accept(Result result);  // true when it completes the request at the front
    bool is_transaction_open() const;
    void deliver_notifications();
    void watch();

    asio::io_context& io_;
    PoolSettings settings_;
    Use use_;
    std::unique_ptr<pg_conn, void (*)(pg_conn*)> connection_;
    // A duplicate of libpq's descriptor, because libpq closes its own whenever it likes.
    asio::posix::basic_stream_descriptor<Executor> socket_;
    Timer watch_timer_;
    Timer closed_timer_;
    std::unordered_map<std::string_view, std::unique_ptr<Prepared>> prepared_;
    std::deque<Request> queue_;
    std::chrono::steady_clock::time_point front_since_;
    OnNotify on_notify_;
    bool open_ = false;
    bool writing_ = false;
    bool began_transaction_ = false;
    bool stale_plan_ = false;
};

}  // namespace mz::pg
