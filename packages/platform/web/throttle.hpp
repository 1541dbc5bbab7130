#pragma once
#include "core/clock.hpp"

#include <boost/describe.hpp>

#include <cstddef>
#include <mutex>
#include <string>
#include <unordered_map>

namespace mz::web {

struct ThrottleSettings {
    int login_failures = 10;                     // in a row, for one account from one address, before it has to wait
    int login_failure_seconds = 30;              // until one more attempt is allowed; never a lock for good
    std::size_t login_throttle_entries = 50000;  // accounts and addresses remembered
};
BOOST_DESCRIBE_STRUCT(ThrottleSettings, (), (login_failures, login_failure_seconds, login_throttle_entries))

// Slows down guessing. Each key holds `login_failures` attempts, which fail one by one and come back one every `login_failure_seconds`.
// Shared by all threads of a process.
class Throttle {
public:
    explicit Throttle(ThrottleSettings settings) : settings_(settings) {}

    // Throws Problem(too_many_requests) with Retry-After where the key has used up its attempts.
    void check(std::string const& key);
    void failed(std::string const& key);
    void succeeded(std::string const& key);

private:
    struct Bucket {
        double failures = 0;
        Timestamp at;
    };
    double failures_now(Bucket const& bucket, Timestamp time) const;
    void make_room(Timestamp time);

    ThrottleSettings settings_;
    std::mutex mutex_;
    std::unordered_map<std::string, Bucket> buckets_;
};

}  // namespace mz::web
