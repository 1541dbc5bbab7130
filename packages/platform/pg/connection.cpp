#include "pg/connection.hpp"

#include "core/log.hpp"
#include "pg/error.hpp"
#include "pg/keeper.hpp"

#include <libpq-fe.h>
#include <boost/asio/redirect_error.hpp>

#include <algorithm>
#include <charconv>
#include <deque>
#include <unordered_set>

namespace mz::pg {

using std::chrono::milliseconds;

int Result::rows() const { return PQntuples(raw()); }
int Result::columns() const { return PQnfields(raw()); }
int Result::column(char const* name) const
{
    // Not PQfnumber: it folds case, and columns here are named exactly as the members.
    for (int i = 0; i < columns(); ++i) {
        if (column_name(i) == name) return i;
    }
    return -1;
}
std::string_view Result::column_name(int column) const { return PQfname(raw(), column); }
unsigned Result::type(int column) const { return PQftype(raw(), column); }
bool Result::is_null(int row, int column) const { return PQgetisnull(raw(), row, column) == 1; }
std::string_view Result::value(int row, int column) const
{
    return {PQgetvalue(raw(), row, column), static_cast<std::size_t>(PQgetlength(raw(), row, column))};
}
long Result::affected() const
{
    std::string_view const digits = PQcmdTuples(raw_.get());
    long count = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), count);
    return count;
}
std::string_view Result::command() const { return PQcmdStatus(raw_.get()); }
void Result::clear(pg_result* raw) { PQclear(raw); }

struct Pool::Impl : std::enable_shared_from_this<Pool::Impl> {
    // Someone who waits for an exclusive connection. Whoever gives one back grants it to the first of them.
    struct Waiter {
        Waiter(asio::io_context& io, milliseconds patience) : patience_ends(io.get_executor(), patience) {}
        Timer patience_ends;
        bool granted = false;
        std::shared_ptr<Pipeline> connection;  // null: open one
    };

    Impl(asio::io_context& context, Secret<std::string> const& url, PoolSettings const& chosen)
        : io(context), settings(chosen), started(context.get_executor(), Timer::time_point::max())
    {
        Conninfo parsed(url);
        parsed.add_session_settings(settings);
        conninfo = std::make_shared<Conninfo const>(std::move(parsed));
    }

    void start();
    void close();

    std::shared_ptr<Pipeline> least_busy() const;
    std::size_t queued() const;
    bool connected() const { return least_busy() != nullptr; }
    static Task<void> until_started(std::shared_ptr<Impl> self);

    static Task<std::shared_ptr<Pipeline>> take_turn(std::shared_ptr<Impl> self);
    static Task<std::shared_ptr<Pipeline>> open_exclusive(std::shared_ptr<Impl> self);
    std::shared_ptr<Pipeline> pop_idle();
    void give_back(std::shared_ptr<Pipeline> connection);
    void pass_turn(std::shared_ptr<Pipeline> connection);

    asio::io_context& io;
    PoolSettings settings;
    std::shared_ptr<Conninfo const> conninfo;
    bool closed = false;

    std::vector<std::shared_ptr<Keeper>> shared;
    Timer started;  // cancelled once the first attempts to connect are over
    bool is_started = false;

    int turns_taken = 0;
    std::unordered_set<std::shared_ptr<Pipeline>> exclusive;  // every open one, lent or idle
    std::vector<std::shared_ptr<Pipeline>> idle;
    std::deque<std::shared_ptr<Waiter>> waiters;
};

void Pool::Impl::start()
{
    for (int i = 0; i < std::max(settings.database_connections_per_thread, 1); ++i) {
        shared.push_back(std::make_shared<Keeper>(io, conninfo, settings, Pipeline::Use::shared));
    }
    auto const on_attempt = [weak = weak_from_this()] {
        auto const self = weak.lock();
        if (!self || self->is_started) return;
        self->is_started = self->connected() || std::ranges::all_of(self->shared, &Keeper::attempted);
        if (self->is_started) self->started.cancel();
    };
    for (auto const& keeper : shared) keeper->start({}, on_attempt);
}

void Pool::Impl::close()
{
    closed = true;
    is_started = true;
    started.cancel();
    for (auto const& keeper : shared) keeper->stop();
    for (auto const& waiter : waiters) waiter->patience_ends.cancel();
    idle.clear();
    for (auto const& connection : std::exchange(exclusive, {})) connection->close();
}

std::shared_ptr<Pipeline> Pool::Impl::least_busy() const
{
    std::shared_ptr<Pipeline> best;
    for (auto const& keeper : shared) {
        auto const& connection = keeper->connection();
        if (connection && connection->is_open() && (!best || connection->pending() < best->pending())) best = connection;
    }
    return best;
}

std::size_t Pool::Impl::queued() const
{
    std::size_t all = 0;
    for (auto const& keeper : shared) all += keeper->connection() ? keeper->connection()->pending() : 0;
    return all;
}

Task<void> Pool::Impl::until_started(std::shared_ptr<Impl> self)
{
    boost::system::error_code ignored;
    while (!self->is_started) co_await self->started.async_wait(asio::redirect_error(use_task, ignored));
}

// A turn is the right to one exclusive connection: an idle one, or (null) one to be opened.
Task<std::shared_ptr<Pipeline>> Pool::Impl::take_turn(std::shared_ptr<Impl> self)
{
    co_await until_started(self);
    if (self->closed || !self->connected()) throw database_away();
    if (self->turns_taken < self->settings.database_transactions_per_thread) {
        ++self->turns_taken;
        co_return self->pop_idle();
    }
    auto const waiter = std::make_shared<Waiter>(self->io, milliseconds(self->settings.database_acquire_milliseconds));
    self->waiters.push_back(waiter);
    boost::system::error_code ignored;
    co_await waiter->patience_ends.async_wait(asio::redirect_error(use_task, ignored));
    if (waiter->granted) co_return std::exchange(waiter->connection, {});
    std::erase(self->waiters, waiter);
    if (self->closed) throw database_away();
    throw Problem::unavailable("The database is busy; try again.", std::chrono::seconds(1));
}

Task<std::shared_ptr<Pipeline>> Pool::Impl::open_exclusive(std::shared_ptr<Impl> self)
{
    auto const why = std::make_shared<std::string>();
    try {
        auto connection = co_await Pipeline::connect(self->io, self->conninfo, self->settings, Pipeline::Use::exclusive, why);
        if (self->closed) throw database_away();
        self->exclusive.insert(connection);
        co_return connection;
    } catch (Problem const&) {
        if (!why->empty()) log::warn("no exclusive database connection", {{"why", *why}});
        self->pass_turn({});
        throw;
    }
}

std::shared_ptr<Pipeline> Pool::Impl::pop_idle()
{
    while (!idle.empty()) {
        auto connection = std::move(idle.back());
        idle.pop_back();
        if (connection->is_open()) return connection;
        exclusive.erase(connection);
    }
    return {};
}

void Pool::Impl::give_back(std::shared_ptr<Pipeline> connection)
{
    auto const settle = [self = shared_from_this()](std::shared_ptr<Pipeline> const& returned) {
        if (returned->is_idle() && !self->closed) return self->pass_turn(returned);
        self->exclusive.erase(returned);
        if (returned->is_open()) returned->close();
        self->pass_turn({});
    };
    if (closed || !connection->is_open() || connection->is_idle()) return settle(connection);
    // A transaction was abandoned half-way. A rollback costs a round trip, a new connection fifty times as much.
    std::vector<Statement> rollback{{"pg.rollback", "rollback", {}}};
    connection->submit(std::move(rollback),
                       [settle, weak = std::weak_ptr(connection)](std::exception_ptr const&, std::vector<Result> const&) {
                           if (auto const returned = weak.lock()) settle(returned);
                       });
}

void Pool::Impl::pass_turn(std::shared_ptr<Pipeline> connection)
{
    if (!waiters.empty()) {
        auto const next = std::move(waiters.front());
        waiters.pop_front();
        next->granted = true;
        next->connection = std::move(connection);
        next->patience_ends.cancel();
        return;
    }
    --turns_taken;
    if (connection) idle.push_back(std::move(connection));
}

Pool::Pool(asio::io_context& io, Secret<std::string> url, PoolSettings settings) : impl_(std::make_shared<Impl>(io, url, settings))
{
    impl_->start();
}

Pool::~Pool() { impl_->close(); }

bool Pool::connected() const { return impl_->connected(); }

Task<std::vector<Result>> Pool::run(std::vector<Statement> statements)
{
    auto const impl = impl_;  // the Pool may be gone when this goes on
    if (!impl->is_started) co_await Impl::until_started(impl);
    auto const connection = impl->least_busy();
    if (!connection) throw database_away();
    if (impl->queued() >= static_cast<std::size_t>(impl->settings.database_max_queued_requests)) {
        throw Problem::unavailable("The database is busy; try again.", std::chrono::seconds(1));
    }
    co_return co_await connection->run(std::move(statements));
}

struct Pool::Lease::Impl {
    std::shared_ptr<Pool::Impl> pool;
    std::shared_ptr<Pipeline> connection;

    Impl(std::shared_ptr<Pool::Impl> owner, std::shared_ptr<Pipeline> lent) : pool(std::move(owner)), connection(std::move(lent)) {}
    ~Impl() { pool->give_back(std::move(connection)); }
    Impl(Impl const&) = delete;
    Impl& operator=(Impl const&) = delete;
};

Task<Pool::Lease> Pool::acquire()
{
    auto const impl = impl_;
    auto connection = co_await Impl::take_turn(impl);
    if (connection && !connection->is_open()) {
        impl->exclusive.erase(connection);
        connection.reset();
    }
    if (!connection) connection = co_await Impl::open_exclusive(impl);
    co_return Lease(std::make_unique<Lease::Impl>(impl, std::move(connection)));
}

Pool::Lease::Lease(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Pool::Lease::Lease(Lease&&) noexcept = default;
Pool::Lease& Pool::Lease::operator=(Lease&&) noexcept = default;
Pool::Lease::~Lease() = default;

Task<std::vector<Result>> Pool::Lease::run(std::vector<Statement> statements)
{
    auto const connection = impl_->connection;
    co_return co_await connection->run(std::move(statements));
}

}  // namespace mz::pg
