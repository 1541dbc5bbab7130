#include "writers.hpp"

#include "core/log.hpp"
#include "group_commit.hpp"
#include "pg/decode.hpp"
#include "pg/error.hpp"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace mz::ingest {

struct Writers::Impl {
    Secret<std::string> url;
    WriterSettings settings;
    OnCommit on_commit;
    BatchQueue queue{settings.ingest_max_queued_batches, settings.ingest_max_queued_bytes};
    std::atomic<int> connected = 0;
    std::mutex mutex;
    std::condition_variable stopped;
    bool stopping = false;
    std::vector<std::thread> threads;

    void run();
    std::optional<pg::BinaryCopy> connect();
    void serve(pg::BinaryCopy& connection);
    void store(pg::BinaryCopy& connection, std::vector<Pending> group);
    std::optional<Problem> attempt(pg::BinaryCopy& connection, std::span<Pending> group);
    void refuse_all();
};

namespace {

constexpr char const* is_unsafe = R"sql(
select rolsuper or pg_has_role(c.relowner, 'member')
from pg_roles, pg_class c
where rolname = current_user and c.oid = 'ingest.ingest_events'::regclass
)sql";

void settle(Pending& pending, Outcome outcome)
{
    try {
        pending.done(std::move(outcome));
    } catch (std::exception const& failure) {
        log::error("answer lost", {{"batch_id", pending.batch.id}, {"reason", failure.what()}});
    }
}

}  // namespace

pg::BinaryCopy open_connection(Secret<std::string> const& url, WriterSettings const& settings)
{
    pg::BinaryCopy connection(url, std::chrono::milliseconds(settings.ingest_statement_milliseconds));
    auto const unsafe = pg::decode_all<bool>(connection.run(is_unsafe), "is_unsafe");
    if (unsafe.at(0))
        throw UnsafeRole("the role of INGEST_DATABASE_URL is a superuser or owns the tables; it must be one that may only insert");
    return connection;
}

Writers::Writers(Secret<std::string> url, WriterSettings settings, OnCommit on_commit)
    : impl_(std::make_unique<Impl>(std::move(url), settings, std::move(on_commit)))
{
    for (int i = 0; i < std::max(1, settings.ingest_writers); ++i) impl_->threads.emplace_back([impl = impl_.get()] { impl->run(); });
}

Writers::~Writers()
{
    {
        std::scoped_lock const lock(impl_->mutex);
        impl_->stopping = true;
    }
    impl_->stopped.notify_all();
    impl_->queue.close();
    for (auto& thread : impl_->threads) thread.join();
    impl_->refuse_all();
}

void Writers::submit(Batch batch, Done done)
{
    if (!connected()) throw pg::database_away();
    Pending pending{std::move(batch), std::move(done)};
    if (!impl_->queue.push(pending)) throw Problem::unavailable("Too many batches are waiting for the database.", std::chrono::seconds(1));
    // The last writer may have lost its connection, and emptied the queue, just before the push.
    if (!connected()) impl_->refuse_all();
}

bool Writers::connected() const { return impl_->connected > 0; }
std::size_t Writers::queued_batches() const { return impl_->queue.batches(); }
std::size_t Writers::queued_bytes() const { return impl_->queue.bytes(); }

void Writers::Impl::run()
{
    while (auto connection = connect()) {
        ++connected;
        serve(*connection);
        if (--connected == 0) refuse_all();
        std::scoped_lock const lock(mutex);
        if (stopping) return;
    }
}

// Tries until it succeeds or the writers are to stop.
std::optional<pg::BinaryCopy> Writers::Impl::connect()
{
    auto pause = std::chrono::milliseconds(settings.ingest_reconnect_milliseconds);
    for (;;) {
        try {
            return open_connection(url, settings);
        } catch (std::exception const& failure) {
            log::warn("writer without a connection", {{"reason", failure.what()}});
        }
        std::unique_lock lock(mutex);
        if (stopped.wait_for(lock, pause, [this] { return stopping; })) return std::nullopt;
        pause = std::min(pause * 2, std::chrono::milliseconds(settings.ingest_reconnect_max_milliseconds));
    }
}

// Returns when the connection is gone, or the queue is closed and empty.
void Writers::Impl::serve(pg::BinaryCopy& connection)
{
    while (connection.is_open()) {
        auto group = queue.take(settings.ingest_group_batches, settings.ingest_group_bytes);
        if (group.empty()) return;
        store(connection, std::move(group));
    }
}

void Writers::Impl::store(pg::BinaryCopy& connection, std::vector<Pending> group)
{
    auto failure = attempt(connection, group);
    if (!failure) return;
    for (auto& pending : group) {
        if (connection.is_open() && (group.size() > 1 || failure->failure == Failure::unavailable)) {
            auto own = attempt(connection, std::span(&pending, 1));
            if (!own) continue;
            settle(pending, {.problem = std::move(own)});
        } else {
            settle(pending, {.problem = failure});
        }
    }
}

// One transaction. Nothing when it committed and everybody was told; else what went wrong, and nobody was told.
std::optional<Problem> Writers::Impl::attempt(pg::BinaryCopy& connection, std::span<Pending> group)
{
    auto const started = std::chrono::steady_clock::now();
    std::vector<Batch const*> batches;
    for (auto const& pending : group) batches.push_back(&pending.batch);
    try {
        auto outcomes = commit_group(connection, batches);
        if (on_commit) on_commit(group.size(), std::chrono::steady_clock::now() - started);
        for (std::size_t i = 0; i < group.size(); ++i) settle(group[i], std::move(outcomes[i]));
        return std::nullopt;
    } catch (Problem const& problem) {
        log::warn("transaction failed", {{"batches", group.size()}, {"reason", problem.what()}});
        try {
            if (connection.in_transaction()) connection.rollback();
        } catch (Problem const&) {
            // It is closed from here on, and serve() sees that.
        }
        return problem;
    }
}

void Writers::Impl::refuse_all()
{
    for (auto& pending : queue.take_all()) settle(pending, {.problem = pg::database_away()});
}

}  // namespace mz::ingest
