#pragma once
#include "batch.hpp"

#include <chrono>
#include <cstddef>
#include <mutex>
#include <optional>
#include <unordered_map>

namespace mz::ingest {

// So many events a second on average, and so many at once after a pause.
struct Rate {
    double events_per_second;
    double burst;
};

// Token buckets of devices and of tenants, shared by all threads. A batch passes as a whole or not at all.
class Quota {
public:
    using Clock = std::chrono::steady_clock;

    Quota(Rate device, Rate tenant) : device_rate_(device), tenant_rate_(tenant) {}

    // Nothing when the events were taken from both buckets, else how long to wait until they would be.
    std::optional<std::chrono::seconds> take(Device const& device, std::size_t events, Clock::time_point now = Clock::now());
    // For a batch that could not be stored after all.
    void give_back(Device const& device, std::size_t events);

private:
    struct Bucket {
        double tokens;
        Clock::time_point filled_at;
    };
    using Buckets = std::unordered_map<Uuid, Bucket>;

    static Bucket& refill(Buckets& buckets, Uuid const& id, Rate const& rate, Clock::time_point now);
    static void forget_full(Buckets& buckets, Rate const& rate, Clock::time_point now);

    Rate device_rate_;
    Rate tenant_rate_;
    std::mutex mutex_;
    Buckets devices_;
    Buckets tenants_;
    std::size_t sweep_at_ = 1024;  // a full bucket says no more than none, so it is forgotten now and then
};

}  // namespace mz::ingest
