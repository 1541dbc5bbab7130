#pragma once
#include "batch.hpp"
#include "core/task.hpp"
#include "pg/connection.hpp"

#include <boost/describe.hpp>

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace mz::ingest {

struct KeySettings {
    // How long an answer about a key is believed, and so how long a revoked key still works. At most 3000.
    int ingest_key_cache_milliseconds = 2000;
    // Answers kept for each thread; of known keys and of wrong ones separately, so that guessing does not push out the known.
    std::size_t ingest_key_cache_entries = 20000;
};
BOOST_DESCRIBE_STRUCT(KeySettings, (), (ingest_key_cache_milliseconds, ingest_key_cache_entries))

inline constexpr int max_key_cache_milliseconds = 3000;

// Who a device key belongs to. One a thread. Only the key's SHA-256 is looked up, kept or sent anywhere.
class DeviceKeys {
public:
    DeviceKeys(pg::Pool& pool, KeySettings settings) : pool_(pool), settings_(settings) {}

    // Throws Problem: unauthorized for a key that is absent, unknown or revoked, forbidden where its tenant is not active, unavailable
    // where nobody can be asked.
    Task<Device> device_of(std::optional<std::string> key);

private:
    using Clock = std::chrono::steady_clock;
    enum class Standing { good, unknown, revoked, tenant_not_active };
    struct Answer {
        Standing standing = Standing::unknown;
        Device device;
        Clock::time_point until;
    };
    using Cache = std::unordered_map<std::string, Answer>;

    Task<Answer> look_up(std::string hash);
    Answer const* remembered(std::string const& hash) const;
    void remember(std::string hash, Answer answer);

    pg::Pool& pool_;
    KeySettings settings_;
    Cache good_;
    Cache bad_;
};

}  // namespace mz::ingest
