#pragma once
#include "batch.hpp"

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <vector>

namespace mz::ingest {

// A batch that waits for the database, and whoever waits for the batch.
struct Pending {
    Batch batch;
    Done done;
};

// Between the io threads and the writers. It never holds more than its limits, so a slow database costs answers, not memory.
class BatchQueue {
public:
    BatchQueue(std::size_t max_batches, std::size_t max_bytes) : max_batches_(max_batches), max_bytes_(max_bytes) {}

    // False where the queue is full or closed; then `pending` is left as it was. A batch larger than the whole queue is taken alone.
    bool push(Pending& pending);
    // Waits for batches; takes up to `max_batches` of them, stopping before `max_bytes`. Nothing once the queue is closed and empty.
    std::vector<Pending> take(std::size_t max_batches, std::size_t max_bytes);
    // All that waits, without waiting for more.
    std::vector<Pending> take_all();
    void close();

    std::size_t batches() const;
    std::size_t bytes() const;

private:
    mutable std::mutex mutex_;
    std::condition_variable filled_;
    std::deque<Pending> waiting_;
    std::size_t bytes_ = 0;
    bool closed_ = false;
    std::size_t max_batches_;
    std::size_t max_bytes_;
};

}  // namespace mz::ingest
