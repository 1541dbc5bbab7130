#pragma once
#include "core/secret.hpp"
#include "core/task.hpp"
#include "pg/connection.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace mz::jobs {

// One small piece of work. True where there may be more of it: the next round follows at once. What it throws is logged, and the round is
// tried again after a pause that grows while it fails; so a round does its work in a transaction, or in steps that may be repeated.
using Round = std::function<Task<bool>(pg::Pool& pool)>;

struct Job {
    std::string name;  // in the log
    Round round;
    std::chrono::milliseconds pause;  // after a round that found nothing
    std::string channel{};            // where somebody says NOTIFY, the pause ends; empty: nobody does
};

// Runs jobs beside each other on a thread of its own, as the role of `url`. Any number of processes may run the same jobs: it is for the
// rounds to share what there is to do.
class Runner {
public:
    // Starts; each job has its first round at once.
    Runner(Secret<std::string> url, pg::PoolSettings pool, std::vector<Job> jobs);
    // Waits for the rounds under way and stops.
    ~Runner();
    Runner(Runner const&) = delete;
    Runner& operator=(Runner const&) = delete;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace mz::jobs
