#include "settings.hpp"

namespace mz::ingest {
namespace {

void require(bool holds, char const* sentence)
{
    if (!holds) throw config::Error(sentence);
}

}  // namespace

void check(Settings const& settings)
{
    require(settings.ingest_key_cache_milliseconds >= 0 && settings.ingest_key_cache_milliseconds <= max_key_cache_milliseconds,
            "INGEST_KEY_CACHE_MILLISECONDS must be at most 3000, so that a revoked key is refused within 5 seconds");
    require(settings.ingest_device_events_per_second > 0 && settings.ingest_tenant_events_per_second > 0, "a quota must be above 0");
    auto const largest = static_cast<int>(settings.ingest_max_events);
    require(settings.ingest_device_burst_events >= largest && settings.ingest_tenant_burst_events >= largest,
            "a burst must not be smaller than INGEST_MAX_EVENTS, or the largest batch would be refused for ever");
    require(settings.ingest_writers > 0 && settings.ingest_group_batches > 0, "INGEST_WRITERS and INGEST_GROUP_BATCHES must be above 0");
    require(settings.ingest_max_depth > 0 && settings.ingest_max_depth <= 512, "INGEST_MAX_DEPTH must be from 1 to 512");
}

}  // namespace mz::ingest
