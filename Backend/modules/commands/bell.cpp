#include "bell.hpp"

#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>

#include <list>

namespace mz::commands {
namespace {

using Timer = asio::basic_waitable_timer<std::chrono::steady_clock, asio::wait_traits<std::chrono::steady_clock>, Executor>;

}  // namespace

struct Waiters::Waiter::Impl {
    Waiters& all;
    Uuid device;
    Timer timer;
    std::list<Impl*>::iterator place;
    bool rang = false;

    void ring()
    {
        rang = true;
        timer.cancel();
    }
};

struct Waiters::Impl {
    asio::io_context& io;
    std::list<Waiter::Impl*> waiting;
    bool closed = false;
};

Waiters::Waiters(asio::io_context& io) : impl_(new Impl{io, {}, false}) {}
Waiters::~Waiters() = default;

Waiters::Waiter::Waiter(Waiters& all, Uuid device) : impl_(new Impl{all, device, Timer(all.impl_->io.get_executor()), {}, false})
{
    auto& waiting = all.impl_->waiting;
    impl_->place = waiting.insert(waiting.end(), impl_.get());
}

Waiters::Waiter::~Waiter() { impl_->all.impl_->waiting.erase(impl_->place); }

Task<bool> Waiters::Waiter::wait(std::chrono::milliseconds longest)
{
    if (!impl_->rang && !impl_->all.impl_->closed) {
        impl_->timer.expires_after(longest);
        boost::system::error_code cancelled;
        co_await impl_->timer.async_wait(asio::redirect_error(use_task, cancelled));
    }
    co_return std::exchange(impl_->rang, false);
}

void Waiters::ring(Uuid const& device)
{
    for (auto* waiter : impl_->waiting) {
        if (waiter->device == device) waiter->ring();
    }
}

void Waiters::ring_all()
{
    for (auto* waiter : impl_->waiting) waiter->ring();
}

void Waiters::close()
{
    impl_->closed = true;
    for (auto* waiter : impl_->waiting) waiter->timer.cancel();
}

template <class Action>
void Bell::on_each(Action action)
{
    std::scoped_lock const lock(attaching_);
    std::erase_if(attached_, [](Attached const& gone) { return gone.waiters.expired(); });  // their io_context is about to go too
    for (auto const& [io, weak] : attached_) {
        asio::post(*io, [weak, action] {
            if (auto const waiters = weak.lock()) action(*waiters);
        });
    }
}

std::shared_ptr<Waiters> Bell::attach(asio::io_context& io)
{
    auto waiters = std::make_shared<Waiters>(io);
    std::scoped_lock const lock(attaching_);
    attached_.push_back({&io, waiters});
    return waiters;
}

void Bell::ring(Uuid device)
{
    on_each([device](Waiters& waiters) { waiters.ring(device); });
}

void Bell::ring_all()
{
    on_each([](Waiters& waiters) { waiters.ring_all(); });
}

void Bell::close()
{
    on_each([](Waiters& waiters) { waiters.close(); });
}

}  // namespace mz::commands
