#pragma once
#include "core/secret.hpp"
#include "core/task.hpp"

#include <boost/asio/thread_pool.hpp>
#include <boost/describe.hpp>

#include <atomic>
#include <functional>
#include <string>

namespace mz::web {

struct PasswordSettings {
    int password_threads = 2;
    int password_max_queued = 64;  // hashes waiting or being computed; more are answered 503
};
BOOST_DESCRIBE_STRUCT(PasswordSettings, (), (password_threads, password_max_queued))

// Argon2id away from the io threads, on few threads with a bounded queue: tens of milliseconds and 19 MiB each. Shared by all workers.
class PasswordWorkers {
public:
    explicit PasswordWorkers(PasswordSettings settings);
    ~PasswordWorkers();
    PasswordWorkers(PasswordWorkers const&) = delete;
    PasswordWorkers& operator=(PasswordWorkers const&) = delete;

    Task<std::string> hash(Secret<std::string> password);
    // False for an empty hash too, after the same time: an unknown account must not show by a quick answer.
    Task<bool> verify(std::string hash, Secret<std::string> password);

private:
    // Runs `work` on the pool and resumes on the caller's executor.
    Task<std::string> run(std::function<std::string()> work);

    int max_queued_;
    std::string nobodys_hash_;
    std::atomic<int> queued_ = 0;
    asio::thread_pool pool_;
};

}  // namespace mz::web
