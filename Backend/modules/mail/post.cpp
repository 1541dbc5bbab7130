#include "mail/post.hpp"

#include "core/clock.hpp"
#include "core/log.hpp"
#include "mail/sender.hpp"
#include "mail_sql.hpp"
#include "pg/listener.hpp"
#include "pg/transaction.hpp"

#include <prometheus/counter.h>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>

#include <atomic>
#include <thread>

namespace mz::mail {
namespace {

using Steady = std::chrono::steady_clock;
using Timer = asio::basic_waitable_timer<Steady, asio::wait_traits<Steady>, Executor>;
using std::chrono::milliseconds;

constexpr milliseconds first_pause{200};
constexpr milliseconds longest_pause{5000};

struct QueueTime {
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(QueueTime, (), (now))

struct QueueState {
    std::int64_t letters = 0;
    double late_seconds = 0;
};
BOOST_DESCRIBE_STRUCT(QueueState, (), (letters, late_seconds))

struct Before {
    Timestamp before;
};
BOOST_DESCRIBE_STRUCT(Before, (), (before))

// What /metrics reads from other threads.
struct Figures {
    std::atomic<std::int64_t> letters{0};
    std::atomic<double> late_seconds{0};
};

}  // namespace

// Everything but `thread`, `figures` and the metrics is touched on the post's own thread alone.
struct Post::Impl {
    Impl(Secret<std::string> url, pg::PoolSettings pool_settings, std::shared_ptr<KeyRing> keys, MailSettings with, web::Metrics& metrics)
        : settings(std::move(with)),
          sent_total(metrics.counter("mail_sent_total", "Letters that were sent")),
          failures_total(metrics.counter("mail_attempt_failures_total", "Attempts at a letter that failed")),
          given_up_total(metrics.counter("mail_given_up_total", "Letters that were given up"))
    {
        auto const shown = figures;
        metrics.watch("mail_queue_letters", "Letters that wait to be sent", [shown] { return static_cast<double>(shown->letters.load()); });
        metrics.watch("mail_queue_late_seconds", "How long the letter that waits longest has been due",
                      [shown] { return shown->late_seconds.load(); });
        pool = std::make_unique<pg::Pool>(io, url, pool_settings);
        transport = mailer::make_transport(io, settings);
        log::info("letters are sent", {{"by", transport->name()}});
        sender = std::make_unique<Sender>(*pool, *transport, std::move(keys), settings);
        auto const ring = [this] { wake(); };
        std::vector<std::string> channels{"mail"};
        listener = std::make_unique<pg::Listener>(
            io, std::move(url), std::move(channels), [ring](std::string_view, std::string_view) { ring(); }, ring);
        asio::co_spawn(io, work(), [this](std::exception_ptr) { io.stop(); });
        thread = std::thread([this] { run(); });
    }

    // What lives on this thread goes on it, before the io_context does.
    void run()
    {
        io.run();
        listener.reset();
        sender.reset();
        transport.reset();
        pool.reset();
        io.restart();
        io.poll();
    }

    void stop()
    {
        asio::post(io, [this] {
            stopping = true;
            transport->cancel();
            wake();
        });
        thread.join();
    }

    void wake()
    {
        ++wakes;
        timer.cancel();
    }

    Task<void> pause(milliseconds time)
    {
        if (stopping) co_return;
        timer.expires_after(time);
        boost::system::error_code cancelled;
        co_await timer.async_wait(asio::redirect_error(use_task, cancelled));
    }

    Task<void> work()
    {
        auto delay = first_pause;
        while (!stopping) {
            // A notification that comes while the queue is being read may be of a letter that the reading did not see.
            auto const seen = wakes;
            bool took = false;
            bool failed = false;
            try {
                took = co_await sender->take();
                if (!took) co_await look_around();
            } catch (std::exception const& error) {
                failed = true;
                log::warn("mail waits", {{"why", error.what()}, {"milliseconds", delay.count()}});
            }
            count();
            if (failed) {
                co_await pause(delay);
                delay = std::min(delay * 2, longest_pause);
            } else {
                delay = first_pause;
                if (!took && wakes == seen) co_await pause(milliseconds(settings.mail_poll_milliseconds));
            }
        }
    }

    // What there is time for while nothing is due.
    Task<void> look_around()
    {
        QueueTime const time{now()};
        auto const state = co_await pg::one<QueueState>(*pool, pg::Entry{}, sql::queue_state{}, time);
        figures->letters = state.letters;
        figures->late_seconds = std::max(0.0, state.late_seconds);
        if (Steady::now() < next_upkeep) co_return;
        Before const before{now() - std::chrono::days(settings.mail_retention_days)};
        auto const purged = co_await pg::one<std::int64_t>(*pool, pg::Entry{}, sql::letters_purge{}, before);
        if (purged > 0) log::info("letters forgotten", {{"count", purged}});
        next_upkeep = Steady::now() + std::chrono::minutes(settings.mail_upkeep_minutes);
    }

    void count()
    {
        auto const& total = sender->counts();
        sent_total.Increment(static_cast<double>(total.sent - counted.sent));
        failures_total.Increment(static_cast<double>(total.failed_attempts - counted.failed_attempts));
        given_up_total.Increment(static_cast<double>(total.given_up - counted.given_up));
        counted = total;
    }

    MailSettings settings;
    std::shared_ptr<Figures> figures = std::make_shared<Figures>();
    prometheus::Counter& sent_total;
    prometheus::Counter& failures_total;
    prometheus::Counter& given_up_total;

    asio::io_context io{1};
    asio::executor_work_guard<Executor> guard{io.get_executor()};
    Timer timer{io.get_executor()};
    std::unique_ptr<pg::Pool> pool;
    std::unique_ptr<mailer::Transport> transport;
    std::unique_ptr<Sender> sender;
    std::unique_ptr<pg::Listener> listener;
    SenderCounts counted;
    Steady::time_point next_upkeep = Steady::now();
    long wakes = 0;
    bool stopping = false;
    std::thread thread;
};

Post::Post(Secret<std::string> url, pg::PoolSettings pool, std::shared_ptr<KeyRing> keys, MailSettings settings, web::Metrics& metrics)
    : impl_(std::make_unique<Impl>(std::move(url), pool, std::move(keys), std::move(settings), metrics))
{
}

Post::~Post() { impl_->stop(); }

}  // namespace mz::mail
