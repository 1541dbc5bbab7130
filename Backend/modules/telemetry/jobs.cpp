#include "batches.hpp"
#include "core/log.hpp"
#include "pg/listener.hpp"
#include "telemetry.hpp"
#include "upkeep.hpp"

#include <prometheus/counter.h>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>

#include <atomic>
#include <chrono>
#include <list>
#include <thread>

namespace mz::telemetry {
namespace {

using Timer = asio::basic_waitable_timer<std::chrono::steady_clock, asio::wait_traits<std::chrono::steady_clock>, Executor>;
using std::chrono::milliseconds;

constexpr milliseconds first_pause{200};
constexpr milliseconds longest_pause{5000};
constexpr milliseconds backlog_interval{5000};

// What /metrics reads from other threads.
struct Figures {
    std::atomic<std::int64_t> batches{0};
    std::atomic<std::int64_t> set_aside{0};
    std::atomic<double> oldest_seconds{0};
};

}  // namespace

// Everything but `thread`, `figures` and the metrics is touched on the jobs' own thread alone.
struct Jobs::Impl {
    Impl(Secret<std::string> url, pg::PoolSettings pool, TelemetrySettings settings, inventory::Settings discovery, web::Metrics& metrics);

    void run();
    void stop();
    void spawn(Task<void> task);
    void wake_all();
    Task<void> pause(milliseconds time);
    Task<void> sleep(milliseconds time);
    Task<void> work();
    Task<void> keep_up();
    Task<void> watch_backlog();
    void count();

    TelemetrySettings settings;
    std::shared_ptr<Figures> figures = std::make_shared<Figures>();
    prometheus::Counter& batches_total;
    prometheus::Counter& events_total;
    prometheus::Counter& unreadable_total;
    prometheus::Counter& failures_total;
    prometheus::Counter& set_aside_total;
    prometheus::Counter& inventories_total;
    prometheus::Counter& inventory_seconds_total;

    asio::io_context io{1};
    asio::executor_work_guard<Executor> guard{io.get_executor()};
    std::unique_ptr<pg::Pool> pool;
    std::unique_ptr<pg::Listener> listener;
    std::unique_ptr<Batches> batches;
    BatchCounts counted;
    std::list<Timer*> pausing;
    long wakes = 0;
    int running = 0;
    bool stopping = false;
    std::thread thread;
};

Jobs::Impl::Impl(Secret<std::string> url, pg::PoolSettings pool_settings, TelemetrySettings with, inventory::Settings discovery,
                 web::Metrics& metrics)
    : settings(with),
      batches_total(metrics.counter("ingest_batches_total", "Batches turned into results")),
      events_total(metrics.counter("ingest_events_total", "Events turned into results")),
      unreadable_total(metrics.counter("ingest_events_unreadable_total", "Events that were stored but not understood")),
      failures_total(metrics.counter("ingest_batch_failures_total", "Attempts at a batch that failed")),
      set_aside_total(metrics.counter("ingest_batches_set_aside_total", "Batches set aside after too many attempts")),
      inventories_total(metrics.counter("inventories_total", "Batches in which an appliance told of its machine or a network")),
      inventory_seconds_total(metrics.counter("inventory_seconds_total", "Time that taking in what they told took"))
{
    auto const shown = figures;
    metrics.watch("ingest_backlog_batches", "Batches stored and not yet turned into results",
                  [shown] { return static_cast<double>(shown->batches.load()); });
    metrics.watch("ingest_set_aside_batches", "Batches set aside now", [shown] { return static_cast<double>(shown->set_aside.load()); });
    metrics.watch("ingest_backlog_seconds", "Age of the oldest batch that waits", [shown] { return shown->oldest_seconds.load(); });

    pool = std::make_unique<pg::Pool>(io, url, pool_settings);
    batches = std::make_unique<Batches>(*pool, settings, discovery);
    auto const wake = [this] { wake_all(); };
    std::vector<std::string> channels{"ingest"};
    listener = std::make_unique<pg::Listener>(
        io, std::move(url), std::move(channels), [wake](std::string_view, std::string_view) { wake(); }, wake);
    for (int i = 0; i < settings.ingest_workers; ++i) spawn(work());
    spawn(keep_up());
    spawn(watch_backlog());
    thread = std::thread([this] { run(); });
}

// The pool and the listener go on this thread, before the io_context does.
void Jobs::Impl::run()
{
    io.run();
    listener.reset();
    batches.reset();
    pool.reset();
    io.restart();
    io.poll();
}

void Jobs::Impl::stop()
{
    asio::post(io, [this] {
        stopping = true;
        wake_all();
        if (running == 0) io.stop();
    });
    thread.join();
}

void Jobs::Impl::spawn(Task<void> task)
{
    ++running;
    asio::co_spawn(io, std::move(task), [this](std::exception_ptr) {
        if (--running == 0 && stopping) io.stop();
    });
}

void Jobs::Impl::wake_all()
{
    ++wakes;
    for (auto* timer : pausing) timer->cancel();
}

// Ended early by wake_all.
Task<void> Jobs::Impl::pause(milliseconds time)
{
    if (stopping) co_return;
    Timer timer(io.get_executor(), time);
    auto const place = pausing.insert(pausing.end(), &timer);
    boost::system::error_code cancelled;
    co_await timer.async_wait(asio::redirect_error(use_task, cancelled));
    pausing.erase(place);
}

// Ended by stopping alone; notifications are meant for the workers.
Task<void> Jobs::Impl::sleep(milliseconds time)
{
    auto const until = std::chrono::steady_clock::now() + time;
    while (!stopping && std::chrono::steady_clock::now() < until) {
        co_await pause(std::chrono::ceil<milliseconds>(until - std::chrono::steady_clock::now()));
    }
}

Task<void> Jobs::Impl::work()
{
    auto delay = first_pause;
    while (!stopping) {
        // A notification that comes while the backlog is being read may be of a batch that the reading did not see.
        auto const seen = wakes;
        bool took = false;
        bool failed = false;
        try {
            took = co_await batches->take();
        } catch (std::exception const& error) {
            failed = true;
            log::warn("ingest job waits", {{"why", error.what()}, {"milliseconds", delay.count()}});
        }
        count();
        if (failed) {
            co_await pause(delay);
            delay = std::min(delay * 2, longest_pause);
        } else {
            delay = first_pause;
            if (!took && wakes == seen) co_await pause(milliseconds(settings.ingest_poll_milliseconds));
        }
    }
}

Task<void> Jobs::Impl::keep_up()
{
    while (!stopping) {
        co_await upkeep(*pool, settings);
        co_await sleep(std::chrono::minutes(settings.upkeep_minutes));
    }
}

Task<void> Jobs::Impl::watch_backlog()
{
    while (!stopping) {
        try {
            auto const now = co_await backlog(*pool, settings);
            figures->batches = now.batches;
            figures->set_aside = now.set_aside;
            figures->oldest_seconds = now.oldest_seconds;
        } catch (std::exception const&) {
            // The workers say that the database is away; the figures keep their last values.
        }
        co_await sleep(backlog_interval);
    }
}

void Jobs::Impl::count()
{
    auto const& now = batches->counts();
    batches_total.Increment(static_cast<double>(now.batches - counted.batches));
    events_total.Increment(static_cast<double>(now.events - counted.events));
    unreadable_total.Increment(static_cast<double>(now.unreadable - counted.unreadable));
    failures_total.Increment(static_cast<double>(now.failures - counted.failures));
    set_aside_total.Increment(static_cast<double>(now.set_aside - counted.set_aside));
    inventories_total.Increment(static_cast<double>(now.inventories - counted.inventories));
    inventory_seconds_total.Increment(now.inventory_seconds - counted.inventory_seconds);
    counted = now;
}

Jobs::Jobs(Secret<std::string> url, pg::PoolSettings pool, TelemetrySettings settings, inventory::Settings discovery, web::Metrics& metrics)
    : impl_(std::make_unique<Impl>(std::move(url), pool, settings, discovery, metrics))
{
}

Jobs::~Jobs() { impl_->stop(); }

}  // namespace mz::telemetry
