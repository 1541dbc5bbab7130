#pragma once
#include "pg/connection.hpp"

#include <boost/describe.hpp>

#include <memory>

namespace mz::upkeep {

// Named settings, read from the environment in upper case.
struct Settings {
    int upkeep_seconds = 3600;
    int idempotency_hours = 24;  // that a repeated Idempotency-Key gets its first answer
};
BOOST_DESCRIBE_STRUCT(Settings, (), (upkeep_seconds, idempotency_hours))

// Forgets what has served its time: at the start and every `upkeep_seconds`. What fails is logged and comes round again. One a process, on
// the io_context of one worker.
class Upkeep {
public:
    Upkeep(asio::io_context& io, std::shared_ptr<pg::Pool> pool, Settings settings);
    ~Upkeep();  // on the io_context's thread
    Upkeep(Upkeep const&) = delete;
    Upkeep& operator=(Upkeep const&) = delete;

private:
    struct State;
    static Task<void> work(std::shared_ptr<State> state);
    std::shared_ptr<State> state_;
};

}  // namespace mz::upkeep
