#pragma once
#include "batch.hpp"
#include "core/task.hpp"

#include <boost/asio/post.hpp>

#include <memory>
#include <mutex>
#include <utility>

namespace mz::ingest {

// Brings outcomes from the writers' threads back to one io thread. After close() nothing is delivered, so a writer that comes late never
// touches an io_context that is gone.
class Mailbox {
public:
    explicit Mailbox(asio::io_context& io) : io_(&io) {}

    template <class Function>
    void deliver(Function function)
    {
        std::scoped_lock const lock(mutex_);
        if (io_ != nullptr) asio::post(*io_, std::move(function));
    }

    void close()
    {
        std::scoped_lock const lock(mutex_);
        io_ = nullptr;
    }

private:
    std::mutex mutex_;
    asio::io_context* io_;
};

}  // namespace mz::ingest
