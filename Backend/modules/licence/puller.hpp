#pragma once
#include "licence/licence.hpp"
#include "net/client.hpp"
#include "pg/connection.hpp"

#include <boost/asio/steady_timer.hpp>

#include <memory>

namespace mz::licence {

// Asks Management about every tenant known here, on start and every `licence_pull_seconds`. A push that was lost is made good here,
// and a Management that is away costs nothing but a log line. One a process, on the io_context of one worker.
class Puller {
public:
    Puller(asio::io_context& io, std::shared_ptr<pg::Pool> pool, Settings settings);
    ~Puller();  // on the io_context's thread; what is under way is abandoned and rolled back
    Puller(Puller const&) = delete;
    Puller& operator=(Puller const&) = delete;

    void start();
    // One round over all tenants; how many documents changed something.
    Task<int> pull();

private:
    struct State;
    static Task<void> work(std::shared_ptr<State> state);
    static Task<int> pull_all(std::shared_ptr<State> state);
    std::shared_ptr<State> state_;
};

}  // namespace mz::licence
