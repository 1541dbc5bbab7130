#pragma once
#include "pg/pipeline.hpp"

#include <functional>
#include <memory>

namespace mz::pg {

// Keeps one connection open: connects, waits until it breaks, connects again with back-off, until stopped. Inside pg only.
class Keeper : public std::enable_shared_from_this<Keeper> {
public:
    // Prepares a fresh connection for its work; a Problem from here counts as a failed attempt.
    using OnOpen = std::function<Task<void>(std::shared_ptr<Pipeline> fresh)>;

    Keeper(asio::io_context& io, std::shared_ptr<Conninfo const> conninfo, PoolSettings settings, Pipeline::Use use);

    // `on_open` may be empty; `on_attempt` runs after each attempt, whether it failed or not.
    void start(OnOpen on_open, std::function<void()> on_attempt);
    void stop();

    // Null while there is none.
    std::shared_ptr<Pipeline> const& connection() const { return connection_; }
    bool attempted() const { return attempted_; }

private:
    static Task<void> keep(std::shared_ptr<Keeper> self);
    static Task<bool> attempt(std::shared_ptr<Keeper> self);

    asio::io_context& io_;
    std::shared_ptr<Conninfo const> conninfo_;
    PoolSettings settings_;
    Pipeline::Use use_;
    Timer pause_;
    OnOpen on_open_;
    std::function<void()> on_attempt_;
    std::shared_ptr<Pipeline> connection_;
    bool attempted_ = false;
    bool stopped_ = false;
    bool away_ = false;  // said so in the log
};

}  // namespace mz::pg
