#include "batch_queue.hpp"

#include <utility>

namespace mz::ingest {

bool BatchQueue::push(Pending& pending)
{
    {
        std::scoped_lock const lock(mutex_);
        auto const size = pending.batch.rows.data().size();
        bool const fits = waiting_.empty() || (waiting_.size() < max_batches_ && bytes_ + size <= max_bytes_);
        if (closed_ || !fits) return false;
        bytes_ += size;
        waiting_.push_back(std::move(pending));
    }
    filled_.notify_one();
    return true;
}

std::vector<Pending> BatchQueue::take(std::size_t max_batches, std::size_t max_bytes)
{
    std::unique_lock lock(mutex_);
    filled_.wait(lock, [this] { return closed_ || !waiting_.empty(); });
    std::vector<Pending> taken;
    std::size_t taken_bytes = 0;
    while (!waiting_.empty() && taken.size() < max_batches) {
        auto const size = waiting_.front().batch.rows.data().size();
        if (!taken.empty() && taken_bytes + size > max_bytes) break;
        taken_bytes += size;
        taken.push_back(std::move(waiting_.front()));
        waiting_.pop_front();
    }
    bytes_ -= taken_bytes;
    return taken;
}

std::vector<Pending> BatchQueue::take_all()
{
    std::scoped_lock const lock(mutex_);
    bytes_ = 0;
    std::deque<Pending> all;
    all.swap(waiting_);
    return {std::make_move_iterator(all.begin()), std::make_move_iterator(all.end())};
}

void BatchQueue::close()
{
    {
        std::scoped_lock const lock(mutex_);
        closed_ = true;
    }
    filled_.notify_all();
}

std::size_t BatchQueue::batches() const
{
    std::scoped_lock const lock(mutex_);
    return waiting_.size();
}

std::size_t BatchQueue::bytes() const
{
    std::scoped_lock const lock(mutex_);
    return bytes_;
}

}  // namespace mz::ingest
