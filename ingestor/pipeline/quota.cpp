#include "quota.hpp"

#include <algorithm>
#include <cmath>

namespace mz::ingest {
namespace {

double tokens_at(double tokens, Quota::Clock::duration elapsed, Rate const& rate)
{
    return std::min(rate.burst, tokens + std::chrono::duration<double>(elapsed).count() * rate.events_per_second);
}

}  // namespace

Quota::Bucket& Quota::refill(Buckets& buckets, Uuid const& id, Rate const& rate, Clock::time_point now)
{
    auto& bucket = buckets.try_emplace(id, Bucket{rate.burst, now}).first->second;
    if (now > bucket.filled_at) {
        bucket.tokens = tokens_at(bucket.tokens, now - bucket.filled_at, rate);
        bucket.filled_at = now;
    }
    return bucket;
}

void Quota::forget_full(Buckets& buckets, Rate const& rate, Clock::time_point now)
{
    std::erase_if(buckets,
                  [&](auto const& entry) { return tokens_at(entry.second.tokens, now - entry.second.filled_at, rate) >= rate.burst; });
}

std::optional<std::chrono::seconds> Quota::take(Device const& device, std::size_t events, Clock::time_point now)
{
    std::scoped_lock const lock(mutex_);
    if (devices_.size() >= sweep_at_) {
        forget_full(devices_, device_rate_, now);
        forget_full(tenants_, tenant_rate_, now);
        sweep_at_ = std::max<std::size_t>(1024, devices_.size() * 2);
    }
    auto& own = refill(devices_, device.device_id, device_rate_, now);
    auto& shared = refill(tenants_, device.tenant_id, tenant_rate_, now);
    auto const wanted = static_cast<double>(events);
    double const wait =
        std::max((wanted - own.tokens) / device_rate_.events_per_second, (wanted - shared.tokens) / tenant_rate_.events_per_second);
    if (wait > 0) return std::chrono::seconds(static_cast<long long>(std::ceil(wait)));
    own.tokens -= wanted;
    shared.tokens -= wanted;
    return std::nullopt;
}

void Quota::give_back(Device const& device, std::size_t events)
{
    std::scoped_lock const lock(mutex_);
    if (auto const own = devices_.find(device.device_id); own != devices_.end()) own->second.tokens += static_cast<double>(events);
    if (auto const shared = tenants_.find(device.tenant_id); shared != tenants_.end()) shared->second.tokens += static_cast<double>(events);
}

}  // namespace mz::ingest
