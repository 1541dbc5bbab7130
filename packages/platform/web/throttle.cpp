#include "web/throttle.hpp"

#include "core/problem.hpp"

#include <algorithm>
#include <cmath>

namespace mz::web {

double Throttle::failures_now(Bucket const& bucket, Timestamp time) const
{
    double const seconds = static_cast<double>((time - bucket.at).count()) / 1e6;
    return std::max(0.0, bucket.failures - seconds / std::max(1, settings_.login_failure_seconds));
}

void Throttle::check(std::string const& key)
{
    std::scoped_lock const lock(mutex_);
    auto const found = buckets_.find(key);
    if (found == buckets_.end()) return;
    double const excess = failures_now(found->second, now()) - (settings_.login_failures - 1);
    if (excess <= 0) return;
    Problem problem(Failure::too_many_requests, "Too many failed attempts; wait a moment and try again.");
    problem.retry_after = std::chrono::seconds(static_cast<long>(std::ceil(excess * settings_.login_failure_seconds)));
    throw problem;
}

void Throttle::failed(std::string const& key)
{
    auto const time = now();
    std::scoped_lock const lock(mutex_);
    if (buckets_.size() >= settings_.login_throttle_entries && !buckets_.contains(key)) make_room(time);
    auto& bucket = buckets_[key];
    bucket.failures = std::min<double>(failures_now(bucket, time) + 1, settings_.login_failures);
    bucket.at = time;
}

void Throttle::succeeded(std::string const& key)
{
    std::scoped_lock const lock(mutex_);
    buckets_.erase(key);
}

// What has recovered goes first; where nothing has, all goes: forgetting is safer than growing without end.
void Throttle::make_room(Timestamp time)
{
    std::erase_if(buckets_, [&](auto const& entry) { return failures_now(entry.second, time) <= 0; });
    if (buckets_.size() >= settings_.login_throttle_entries) buckets_.clear();
}

}  // namespace mz::web
