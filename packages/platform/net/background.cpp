#include "net/background.hpp"

#include "core/log.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>

#include <exception>

namespace mz::net {
namespace {

void report(std::exception_ptr const& thrown)
{
    if (!thrown) return;
    try {
        std::rethrow_exception(thrown);
    } catch (std::exception const& failure) {
        log::error("work beside requests failed", {{"reason", failure.what()}});
    }
}

}  // namespace

Background::Background(asio::execution_context& context)
    : asio::execution_context::service(context), io_(static_cast<asio::io_context&>(context))
{
}

void Background::spawn(Task<void> task)
{
    ++under_way_;
    asio::co_spawn(io_, std::move(task), [this](std::exception_ptr thrown) {
        --under_way_;
        report(thrown);
    });
}

Task<void> Background::wait_until(std::chrono::steady_clock::time_point then)
{
    if (hurried_) co_return;
    Timer timer(io_.get_executor(), then);
    struct Listed {
        std::unordered_set<Timer*>& all;
        Timer* mine;
        ~Listed() { all.erase(mine); }
    };
    waiting_.insert(&timer);
    Listed const listed{waiting_, &timer};
    boost::system::error_code ignored;
    co_await timer.async_wait(asio::redirect_error(use_task, ignored));
}

void Background::hurry()
{
    hurried_ = true;
    for (auto* const timer : waiting_) timer->cancel();
}

}  // namespace mz::net
