#include "upkeep/upkeep.hpp"

#include "core/clock.hpp"
#include "core/log.hpp"
#include "pg/transaction.hpp"
#include "upkeep_sql.hpp"

#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>

namespace mz::upkeep {
namespace {

struct Before {
    Timestamp before;
};
BOOST_DESCRIBE_STRUCT(Before, (), (before))

}  // namespace

struct Upkeep::State {
    std::shared_ptr<pg::Pool> pool;
    Settings settings;
    asio::basic_waitable_timer<std::chrono::steady_clock, asio::wait_traits<std::chrono::steady_clock>, Executor> timer;
    bool stopped = false;

    State(asio::io_context& io, std::shared_ptr<pg::Pool> pool, Settings settings)
        : pool(std::move(pool)), settings(settings), timer(io.get_executor())
    {
    }
};

Upkeep::Upkeep(asio::io_context& io, std::shared_ptr<pg::Pool> pool, Settings settings)
    : state_(std::make_shared<State>(io, std::move(pool), settings))
{
    asio::co_spawn(io, work(state_), asio::detached);
}

Upkeep::~Upkeep()
{
    state_->stopped = true;
    state_->timer.cancel();
}

Task<void> Upkeep::work(std::shared_ptr<State> state)
{
    while (!state->stopped) {
        try {
            Before const args{now() - std::chrono::hours(state->settings.idempotency_hours)};
            auto const gone = co_await pg::run(*state->pool, pg::Entry{}, sql::request_keys_purge{}, args);
            if (gone > 0) log::info("upkeep", {{"part", "request keys forgotten"}, {"count", gone}});
        } catch (std::exception const& error) {
            log::warn("upkeep failed", {{"part", "request keys forgotten"}, {"why", error.what()}});
        }
        if (state->stopped) co_return;
        state->timer.expires_after(std::chrono::seconds(state->settings.upkeep_seconds));
        boost::system::error_code ignored;
        co_await state->timer.async_wait(asio::redirect_error(use_task, ignored));
    }
}

}  // namespace mz::upkeep
