#include "device_keys.hpp"

#include "core/crypto.hpp"
#include "pg/decode.hpp"

#include <algorithm>

namespace mz::ingest {
namespace {

// A longer one is not one of ours, and is not worth hashing.
constexpr std::size_t max_key_length = 256;

constexpr std::string_view statement_name = "ingest.device_by_key_hash";
constexpr std::string_view statement_text = "select tenant_id, device_id, revoked, tenant_active from devices.device_by_key_hash($1)";

struct KeyRow {
    Uuid tenant_id;
    Uuid device_id;
    bool revoked;
    bool tenant_active;
};
BOOST_DESCRIBE_STRUCT(KeyRow, (), (tenant_id, device_id, revoked, tenant_active))

}  // namespace

Task<Device> DeviceKeys::device_of(std::optional<std::string> key)
{
    if (!key || key->empty()) throw Problem(Failure::unauthorized, "The X-Device-Key header is missing.");
    if (key->size() > max_key_length) throw Problem(Failure::unauthorized, "This X-Device-Key is not known.");
    std::string hash = sha256(*key);
    Answer answer;
    if (auto const* known = remembered(hash)) answer = *known;
    else {
        answer = co_await look_up(hash);
        remember(std::move(hash), answer);
    }
    switch (answer.standing) {
        case Standing::good: break;
        case Standing::unknown: throw Problem(Failure::unauthorized, "This X-Device-Key is not known.");
        case Standing::revoked: throw Problem(Failure::unauthorized, "device-revoked", "This device's key has been revoked.");
        case Standing::tenant_not_active: throw Problem(Failure::forbidden, "tenant-not-active", "This device's tenant is not active.");
    }
    co_return answer.device;
}

Task<DeviceKeys::Answer> DeviceKeys::look_up(std::string hash)
{
    // Counted from before the question: a revocation that commits meanwhile may or may not be in the answer.
    auto const until =
        Clock::now() + std::chrono::milliseconds(std::min(settings_.ingest_key_cache_milliseconds, max_key_cache_milliseconds));
    std::vector<pg::Statement> statements(1);
    statements[0] = {statement_name, statement_text, {"\\x" + hex(hash)}};
    auto const results = co_await pool_.run(std::move(statements));
    auto const found = pg::decode_all<KeyRow>(results.at(0), statement_name);
    Answer answer;
    answer.until = until;
    if (found.size() == 1) {
        auto const& row = found.front();
        answer.device = {row.tenant_id, row.device_id};
        answer.standing = row.revoked ? Standing::revoked : row.tenant_active ? Standing::good : Standing::tenant_not_active;
    }
    co_return answer;
}

DeviceKeys::Answer const* DeviceKeys::remembered(std::string const& hash) const
{
    for (auto const* cache : {&good_, &bad_}) {
        auto const found = cache->find(hash);
        if (found != cache->end() && found->second.until > Clock::now()) return &found->second;
    }
    return nullptr;
}

void DeviceKeys::remember(std::string hash, Answer answer)
{
    auto& cache = answer.standing == Standing::good ? good_ : bad_;
    if (cache.size() >= settings_.ingest_key_cache_entries) {
        std::erase_if(cache, [now = Clock::now()](auto const& entry) { return entry.second.until <= now; });
        if (cache.size() >= settings_.ingest_key_cache_entries) cache.clear();
    }
    // An answer that was good a moment ago must not outlive the one that says it no longer is.
    (answer.standing == Standing::good ? bad_ : good_).erase(hash);
    cache.insert_or_assign(std::move(hash), answer);
}

}  // namespace mz::ingest
