#include "jobs/runner.hpp"

#include "core/log.hpp"
#include "pg/listener.hpp"

#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>

#include <algorithm>
#include <optional>
#include <thread>
#include <utility>

namespace mz::jobs {
namespace {

using Steady = std::chrono::steady_clock;
using Timer = asio::basic_waitable_timer<Steady, asio::wait_traits<Steady>, Executor>;
using std::chrono::milliseconds;

constexpr milliseconds first_pause{200};
constexpr milliseconds longest_pause{5000};

// A job and where it stands; on the runner's thread alone.
struct Running {
    Running(asio::io_context& io, Job what) : job(std::move(what)), timer(io.get_executor()) {}

    void wake()
    {
        ++wakes;
        timer.cancel();
    }

    Job job;
    Timer timer;
    long wakes = 0;
};

}  // namespace

// Everything but `thread` is touched on the runner's own thread alone, once that has begun.
struct Runner::Impl {
    Impl(Secret<std::string> url, pg::PoolSettings pool_settings, std::vector<Job> wanted)
        : pool(std::make_unique<pg::Pool>(io, url, pool_settings))
    {
        std::vector<std::string> channels;
        for (auto& job : wanted) {
            if (!job.channel.empty()) channels.push_back(job.channel);
            all.push_back(std::make_unique<Running>(io, std::move(job)));
        }
        std::ranges::sort(channels);
        channels.erase(std::ranges::unique(channels).begin(), channels.end());
        if (!channels.empty()) {
            listener = std::make_unique<pg::Listener>(
                io, std::move(url), std::move(channels), [this](std::string_view channel, std::string_view) { wake(channel); },
                [this] { wake_all(); });
        }
        for (auto& running : all) {
            ++left;
            asio::co_spawn(io, keep_running(*running), [this](std::exception_ptr) {
                if (--left == 0) io.stop();
            });
        }
        thread = std::thread([this] { run(); });
    }

    // What lives on this thread goes on it, before the io_context does.
    void run()
    {
        io.run();
        listener.reset();
        pool.reset();
        io.restart();
        io.poll();
    }

    void stop()
    {
        asio::post(io, [this] {
            stopping = true;
            wake_all();
            if (left == 0) io.stop();
        });
        thread.join();
    }

    void wake(std::string_view channel)
    {
        for (auto& running : all) {
            if (running->job.channel == channel) running->wake();
        }
    }

    void wake_all()
    {
        for (auto& running : all) running->wake();
    }

    Task<void> pause(Running& running, milliseconds time)
    {
        if (stopping) co_return;
        running.timer.expires_after(time);
        boost::system::error_code cancelled;
        co_await running.timer.async_wait(asio::redirect_error(use_task, cancelled));
    }

    Task<void> keep_running(Running& running)
    {
        auto delay = first_pause;
        while (!stopping) {
            // A notification that comes during a round may be of something that the round did not see.
            auto const seen = running.wakes;
            std::optional<bool> more;
            try {
                more = co_await running.job.round(*pool);
            } catch (std::exception const& error) {
                log::warn("job waits", {{"job", running.job.name}, {"why", error.what()}, {"milliseconds", delay.count()}});
            }
            if (!more) {
                co_await pause(running, delay);
                delay = std::min(delay * 2, longest_pause);
            } else {
                delay = first_pause;
                if (!*more && running.wakes == seen) co_await pause(running, running.job.pause);
            }
        }
    }

    asio::io_context io{1};
    asio::executor_work_guard<Executor> guard{io.get_executor()};
    std::unique_ptr<pg::Pool> pool;
    std::unique_ptr<pg::Listener> listener;
    std::vector<std::unique_ptr<Running>> all;
    std::size_t left = 0;
    bool stopping = false;
    std::thread thread;  // the last, because it uses all the rest
};

Runner::Runner(Secret<std::string> url, pg::PoolSettings pool, std::vector<Job> jobs)
    : impl_(std::make_unique<Impl>(std::move(url), pool, std::move(jobs)))
{
}

Runner::~Runner() { impl_->stop(); }

}  // namespace mz::jobs
