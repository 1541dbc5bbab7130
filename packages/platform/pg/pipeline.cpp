#include "pg/pipeline.hpp"

#include "core/log.hpp"
#include "pg/error.hpp"

#include <libpq-fe.h>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>

#include <unistd.h>
#include <algorithm>

namespace mz::pg {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr auto watch_interval = std::chrono::seconds(1);
constexpr std::size_t max_parameters = 65535;  // the protocol counts them in 16 bits
constexpr int binary = 1;

void refuse_what_cannot_be_sent(std::vector<Statement> const& statements)
{
    for (auto const& statement : statements) {
        if (statement.params.size() > max_parameters)
            throw Problem(Failure::internal, std::string(statement.name) + " has too many parameters");
        for (auto const& param : statement.params) {
            // Text parameters end at the first NUL, so the rest would silently be lost.
            if (param && param->find('\0') != std::string::npos)
                throw Problem(Failure::bad_request, "Text must not contain the character NUL.");
        }
    }
}

bool begins_transaction(Result const& result)
{
    auto const command = result.command();
    return command == "BEGIN" || command == "START TRANSACTION";
}

std::string_view error_field(pg_result const* failed, int field)
{
    char const* value = PQresultErrorField(failed, field);
    return value == nullptr ? std::string_view() : value;
}

// What was prepared no longer serves: a migration changed the columns of its result, or somebody discarded it. A new connection will do.
bool is_stale_plan(pg_result const* failed)
{
    auto const state = error_field(failed, PG_DIAG_SQLSTATE);
    return state == "26000" || (state == "0A000" && error_field(failed, PG_DIAG_SOURCE_FUNCTION) == "RevalidateCachedQuery");
}

void log_notice(void*, char const* message) { log::info("database notice", {{"message", message}}); }

}  // namespace

Pipeline::Pipeline(Private, asio::io_context& io, PoolSettings settings, Use use)
    : io_(io),
      settings_(settings),
      use_(use),
      connection_(nullptr, &PQfinish),
      socket_(io.get_executor()),
      watch_timer_(io.get_executor()),
      closed_timer_(io.get_executor(), Timer::time_point::max())
{
}

Pipeline::~Pipeline()
{
    boost::system::error_code ignored;
    socket_.close(ignored);
}

Task<std::shared_ptr<Pipeline>> Pipeline::connect(asio::io_context& io, std::shared_ptr<Conninfo const> conninfo, PoolSettings settings,
                                                  Use use, std::shared_ptr<std::string> why)
{
    auto pipeline = std::make_shared<Pipeline>(Private{}, io, settings, use);
    // Name look-up blocks for as long as the resolver takes; production names a socket folder or an address.
    pipeline->connection_.reset(conninfo->start());
    PQsetNoticeProcessor(pipeline->connection_.get(), &log_notice, nullptr);
    Timer deadline(io.get_executor(), milliseconds(settings.database_connect_milliseconds));
    auto const expire = [weak = std::weak_ptr(pipeline)](boost::system::error_code error) {
        if (auto const self = weak.lock(); self && !error) self->socket_.close(error);
    };
    deadline.async_wait(expire);
    bool const connected = co_await pipeline->poll_until_connected(deadline.expiry());
    if (!connected) {
        auto const* message = PQerrorMessage(pipeline->connection_.get());
        *why = *message == '\0' ? "no answer in time" : message;
        throw database_away();
    }
    pipeline->started();
    co_return pipeline;
}

Task<bool> Pipeline::poll_until_connected(Timer::time_point deadline)
{
    auto* const connection = connection_.get();
    auto wanted = PGRES_POLLING_WRITING;  // what PQconnectPoll's manual says to assume first
    while (PQstatus(connection) != CONNECTION_BAD && (wanted == PGRES_POLLING_READING || wanted == PGRES_POLLING_WRITING)) {
        // libpq may have moved on to another socket since the last round.
        boost::system::error_code error;
        socket_.close(error);
        socket_.assign(::dup(PQsocket(connection)), error);
        if (error) co_return false;
        auto const readiness =
            wanted == PGRES_POLLING_READING ? asio::posix::descriptor_base::wait_read : asio::posix::descriptor_base::wait_write;
        co_await socket_.async_wait(readiness, asio::redirect_error(use_task, error));
        if (error || steady_clock::now() > deadline) co_return false;
        wanted = PQconnectPoll(connection);
    }
    co_return wanted == PGRES_POLLING_OK;
}

void Pipeline::started()
{
    PQsetnonblocking(connection_.get(), 1);
    PQenterPipelineMode(connection_.get());
    open_ = true;
    wait_readable();
    watch();
}

Task<std::vector<Result>> Pipeline::run(std::vector<Statement> statements)
{
    refuse_what_cannot_be_sent(statements);
    auto initiate = [this, statements = std::move(statements)](auto handler) mutable {
        auto done = [handler = std::move(handler)](std::exception_ptr error, std::vector<Result> results) mutable {
            std::move(handler)(error, std::move(results));
        };
        submit(std::move(statements), std::move(done));
    };
    co_return co_await asio::async_initiate<asio::use_awaitable_t<Executor> const, void(std::exception_ptr, std::vector<Result>)>(
        std::move(initiate), use_task);
}

void Pipeline::submit(std::vector<Statement> statements, Done done)
{
    auto const self = shared_from_this();  // close() may drop the last reference elsewhere
    Request request;
    request.done = std::move(done);
    request.steps.reserve(statements.size());
    request.results.reserve(statements.size());
    bool sent = open_;
    for (auto const& statement : statements) sent = sent && send(statement, request);
    sent = sent && PQpipelineSync(connection_.get()) == 1;
    if (queue_.empty()) front_since_ = steady_clock::now();
    queue_.push_back(std::move(request));
    if (sent) flush();
    else close();
}

Pipeline::Prepared& Pipeline::prepared(Statement const& statement)
{
    if (auto const found = prepared_.find(statement.name); found != prepared_.end()) return *found->second;
    auto made = std::make_unique<Prepared>(std::string(statement.name), std::string(statement.text));
    return *prepared_.emplace(made->name, std::move(made)).first->second;
}

bool Pipeline::send(Statement const& statement, Request& request)
{
    auto* const connection = connection_.get();
    auto const count = static_cast<int>(statement.params.size());
    std::vector<char const*> values(statement.params.size());
    std::ranges::transform(statement.params, values.begin(), [](auto const& param) { return param ? param->c_str() : nullptr; });

    if (settings_.database_named_prepares && !statement.name.empty()) {
        auto& plan = prepared(statement);
        if (plan.state == Prepared::absent) {
            if (PQsendPrepare(connection, plan.name.c_str(), plan.text.c_str(), 0, nullptr) == 0) return false;
            plan.state = Prepared::sent;
            request.steps.push_back(&plan);
            request.steps.push_back(nullptr);
            return PQsendQueryPrepared(connection, plan.name.c_str(), count, values.data(), nullptr, nullptr, binary) == 1;
        }
        if (plan.state == Prepared::ready) {
            request.steps.push_back(nullptr);
            return PQsendQueryPrepared(connection, plan.name.c_str(), count, values.data(), nullptr, nullptr, binary) == 1;
        }
        // Another request has sent the prepare and may yet fail with it; until that is known, this one depends on nobody.
    }
    request.steps.push_back(nullptr);
    return PQsendQueryParams(connection, std::string(statement.text).c_str(), count, nullptr, values.data(), nullptr, nullptr, binary) == 1;
}

void Pipeline::flush()
{
    auto const left = PQflush(connection_.get());
    if (left < 0) close();
    else if (left > 0) wait_writable();
}

void Pipeline::wait_writable()
{
    if (writing_) return;
    writing_ = true;
    socket_.async_wait(asio::posix::descriptor_base::wait_write, [self = shared_from_this()](boost::system::error_code error) {
        self->writing_ = false;
        if (!error && self->open_) self->flush();
    });
}

// Always armed, also while nothing is in flight: that is how the end of an idle connection is noticed at once.
void Pipeline::wait_readable()
{
    socket_.async_wait(asio::posix::descriptor_base::wait_read, [self = shared_from_this()](boost::system::error_code error) {
        if (error || !self->open_) return;
        self->receive();
        if (self->open_) self->wait_readable();
    });
}

void Pipeline::receive()
{
    auto* const connection = connection_.get();
    bool healthy = PQconsumeInput(connection) == 1;
    std::vector<Request> finished;
    int nulls = 0;
    while (healthy && !queue_.empty() && PQisBusy(connection) == 0) {
        Result result(PQgetResult(connection));
        if (result.raw() == nullptr) {
            // One null ends each statement's results. Two in a row mean that libpq waits for nothing while we do.
            healthy = ++nulls < 2;
            continue;
        }
        nulls = 0;
        healthy = PQstatus(connection) == CONNECTION_OK;
        if (accept(std::move(result))) {
            finished.push_back(std::move(queue_.front()));
            queue_.pop_front();
            front_since_ = steady_clock::now();
            healthy = healthy && !stale_plan_;
            if (use_ == Use::shared && is_transaction_open()) {
                // Closing undoes what it did, and whoever shares the connection would have lost their work inside of it.
                auto const problem = Problem(Failure::internal, "a transaction was left open on a shared connection");
                finished.back().error = std::make_exception_ptr(problem);
                finished.back().results.clear();
                healthy = false;
            }
        }
    }
    healthy = healthy && PQstatus(connection) == CONNECTION_OK;
    if (healthy) flush();  // reading may have made room for writing
    deliver_notifications();
    if (!healthy) close();
    // Last, because whoever waited may do anything now, also submit more or destroy the Pool.
    for (auto& request : finished) request.done(request.error, std::move(request.results));
}

bool Pipeline::accept(Result result)
{
    auto& request = queue_.front();
    auto const status = PQresultStatus(result.raw());
    if (status == PGRES_PIPELINE_SYNC) {
        if (request.error) request.results.clear();
        return true;
    }
    auto* const preparing = request.next_step < request.steps.size() ? request.steps[request.next_step] : nullptr;
    ++request.next_step;
    bool const succeeded = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY;
    if (preparing != nullptr) preparing->state = succeeded ? Prepared::ready : Prepared::absent;
    if (succeeded) {
        began_transaction_ = began_transaction_ || begins_transaction(result);
        if (preparing == nullptr) request.results.push_back(std::move(result));
    } else if (status != PGRES_PIPELINE_ABORTED && !request.error) {
        stale_plan_ = stale_plan_ || is_stale_plan(result.raw());
        request.error = std::make_exception_ptr(stale_plan_ ? database_away() : problem_of(result.raw()));
    }
    return false;
}

// The status is known only while nothing further is in flight; the command tag shows it in any case.
bool Pipeline::is_transaction_open() const
{
    auto const status = PQtransactionStatus(connection_.get());
    return began_transaction_ || status == PQTRANS_INTRANS || status == PQTRANS_INERROR;
}

void Pipeline::deliver_notifications()
{
    struct Free {
        void operator()(PGnotify* notification) const { PQfreemem(notification); }
    };
    while (connection_) {
        std::unique_ptr<PGnotify, Free> const notification(PQnotifies(connection_.get()));
        if (!notification) return;
        if (on_notify_) on_notify_(notification->relname, notification->extra);
    }
}

bool Pipeline::is_idle() const { return open_ && queue_.empty() && PQtransactionStatus(connection_.get()) == PQTRANS_IDLE; }

// statement_timeout bounds what the server takes. A server that is frozen or cut off does not keep that promise, so it is watched from
// here.
void Pipeline::watch()
{
    watch_timer_.expires_after(watch_interval);
    watch_timer_.async_wait([self = shared_from_this()](boost::system::error_code error) {
        if (error || !self->open_) return;
        if (!self->queue_.empty() && self->settings_.database_statement_milliseconds > 0) {
            auto const statements = static_cast<long>(std::max<std::size_t>(self->queue_.front().steps.size(), 1));
            auto const allowed =
                milliseconds(statements * self->settings_.database_statement_milliseconds + self->settings_.database_grace_milliseconds);
            if (steady_clock::now() - self->front_since_ > allowed) {
                log::warn("the database does not answer", {{"waiting", self->queue_.size()}});
                return self->close();
            }
        }
        self->watch();
    });
}

void Pipeline::close()
{
    open_ = false;
    boost::system::error_code ignored;
    socket_.close(ignored);
    connection_.reset();
    watch_timer_.cancel();
    closed_timer_.expires_at(Timer::time_point::min());
    auto failed = std::exchange(queue_, {});
    for (auto& request : failed) {
        asio::post(io_, [done = std::move(request.done)]() mutable { done(std::make_exception_ptr(database_away()), {}); });
    }
}

Task<void> Pipeline::closed()
{
    auto const self = shared_from_this();
    boost::system::error_code ignored;
    while (open_) co_await closed_timer_.async_wait(asio::redirect_error(use_task, ignored));
}

}  // namespace mz::pg
