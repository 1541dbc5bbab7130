#pragma once
#include "licences/licences.hpp"
#include "pg/connection.hpp"

#include <chrono>
#include <memory>

namespace mz::licences {

// Delivers the outbox to the Cloud. Any number of processes may run one: each takes rows that no other holds. One a process, on the
// io_context of one worker.
class Pusher {
public:
    Pusher(asio::io_context& io, std::shared_ptr<pg::Pool> pool, Settings settings);
    ~Pusher();  // on the io_context's thread; what is under way is taken up again after its lease
    Pusher(Pusher const&) = delete;
    Pusher& operator=(Pusher const&) = delete;

    void start();
    // Everything that is due now, once; how many pushes arrived.
    Task<int> push_due();

private:
    struct State;
    static Task<void> work(std::shared_ptr<State> state);
    static Task<int> push_batch(std::shared_ptr<State> state);
    std::shared_ptr<State> state_;
};

// The pause before the attempt after `attempts` failed ones: doubling up to the longest, and of that between a half and all, so that many
// tenants' pushes do not come back in step.
std::chrono::milliseconds retry_pause(Settings const& settings, int attempts, double random);

}  // namespace mz::licences
