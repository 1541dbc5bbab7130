#include "writers.hpp"

#include "core/log.hpp"
#include "group_commit.hpp"
#include "pg/error.hpp"

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
    std::optional<DatabaseLink> connect();
    void serve(DatabaseLink& link);
    void store(DatabaseLink& link, std::vector<Pending> group);
    std::optional<Problem> attempt(DatabaseLink& link, std::span<Pending> group);
    void refuse_all();
    std::chrono::milliseconds limit() const { return std::chrono::milliseconds(settings.ingest_commit_milliseconds); }
};

namespace {

void settle(Pending& pending, Outcome outcome)
{
    try {
        pending.done(std::move(outcome));
    } catch (std::exception const& failure) {
        log::error("answer lost", {{"batch_id", pending.batch.id}, {"reason", failure.what()}});
    }
}

}  // namespace

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
    while (auto link = connect()) {
        ++connected;
        serve(*link);
        if (--connected == 0) refuse_all();
        std::scoped_lock const lock(mutex);
        if (stopping) return;
    }
}

// Tries until it succeeds or the writers are to stop.
std::optional<DatabaseLink> Writers::Impl::connect()
{
    std::optional<DatabaseLink> link;
    for (bool said = false;;) {
        try {
            link.emplace(url, limit());
            return link;
        } catch (std::exception const& failure) {
            if (!said) log::warn("database away", {{"reason", failure.what()}});
            said = true;
        }
        std::unique_lock lock(mutex);
        auto const pause = std::chrono::milliseconds(settings.ingest_reconnect_milliseconds);
        if (stopped.wait_for(lock, pause, [this] { return stopping; })) return std::nullopt;
    }
}

// Returns when the link is of no use any more, or the queue is closed and empty.
void Writers::Impl::serve(DatabaseLink& link)
{
    while (link.usable()) {
        auto group = queue.take(settings.ingest_group_batches, settings.ingest_group_bytes);
        if (group.empty()) return;
        store(link, std::move(group));
    }
}

void Writers::Impl::store(DatabaseLink& link, std::vector<Pending> group)
{
    auto failure = attempt(link, group);
    if (!failure) return;
    for (auto& pending : group) {
        if (link.usable() && (group.size() > 1 || failure->failure == Failure::unavailable)) {
            auto own = attempt(link, std::span(&pending, 1));
            if (!own) continue;
            settle(pending, {.problem = std::move(own)});
        } else {
            settle(pending, {.problem = failure});
        }
    }
}

// One transaction. Nothing when it committed and everybody was told; else what went wrong, and nobody was told.
std::optional<Problem> Writers::Impl::attempt(DatabaseLink& link, std::span<Pending> group)
{
    auto const started = std::chrono::steady_clock::now();
    std::vector<Batch const*> batches;
    for (auto const& pending : group) batches.push_back(&pending.batch);
    try {
        auto outcomes = commit_group(link, batches, limit());
        if (on_commit) on_commit(group.size(), std::chrono::steady_clock::now() - started);
        for (std::size_t i = 0; i < group.size(); ++i) settle(group[i], std::move(outcomes[i]));
        return std::nullopt;
    } catch (Problem const& problem) {
        log::warn("transaction failed", {{"batches", group.size()}, {"reason", problem.what()}});
        try {
            if (link.usable() && link.in_transaction()) link.run("rollback", {}, DatabaseLink::Clock::now() + limit());
        } catch (Problem const&) {
            // The link says so itself from here on.
        }
        return problem;
    }
}

void Writers::Impl::refuse_all()
{
    for (auto& pending : queue.take_all()) settle(pending, {.problem = pg::database_away()});
}

}  // namespace mz::ingest
