#pragma once
#include "core/problem.hpp"
#include "core/uuid.hpp"
#include "net/http.hpp"

#include <boost/describe.hpp>

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace mz::web {

// Requests a minute, all of which may come at once after a quiet minute; 0 is without a limit. A person in a hurry makes some hundred and
// a program that imports things one by one some thousand; one that has gone wild makes ten times that.
struct RateLimitSettings {
    int rate_limit_address_per_minute = 1200;    // from one address (of IPv6, one /64) without a credential that we know
    int rate_limit_user_per_minute = 6000;       // of one person, service account or key
    int rate_limit_tenant_per_minute = 30000;    // of all people and programs of a tenant
    int rate_limit_device_per_minute = 300;      // of one appliance
    int rate_limit_websocket_per_minute = 240;   // WebSockets that one person or program opens
    std::size_t rate_limit_entries = 64 * 1024;  // callers remembered, of 16 bytes each
};
BOOST_DESCRIBE_STRUCT(RateLimitSettings, (),
                      (rate_limit_address_per_minute, rate_limit_user_per_minute, rate_limit_tenant_per_minute,
                       rate_limit_device_per_minute, rate_limit_websocket_per_minute, rate_limit_entries))

enum class RatePolicy { address, user, tenant, device, websocket };
BOOST_DESCRIBE_ENUM(RatePolicy, address, user, tenant, device, websocket)

// What one request took of the quotas that are about it, for the fields of its answer.
class RateTicket {
public:
    struct Taken {
        RatePolicy policy;
        std::int64_t left;     // requests
        std::int64_t seconds;  // until the quota is whole again, or, where nothing is left, until there is something
    };
    bool empty() const { return size_ == 0; }

private:
    friend class RateLimits;
    std::array<Taken, 2> taken_{};
    std::size_t size_ = 0;
};

// Who has made how many requests of late, for all threads of a process. The memory is fixed and no lock is taken: a table of small rows
// in which a caller has one place of four. Who is not there has a whole quota; where a fifth comes, the one who used least is forgotten, so
// that a flood of callers pushes out the quiet ones, who lose nothing, and never the loud ones.
class RateLimits {
public:
    explicit RateLimits(RateLimitSettings const& settings);

    // Takes one request from the quota of whoever asks, and throws Problem(too_many_requests, `quota-exceeded`) where none is left; the
    // ticket then tells of that quota alone.
    void take_address(RateTicket& ticket, std::string_view address);
    void take(RateTicket& ticket, RatePolicy policy, Uuid const& who);
    // The caller of this address proved to be somebody with a quota of their own.
    void give_back_address(RateTicket& ticket, std::string_view address);

    // RateLimit and RateLimit-Policy (draft-ietf-httpapi-ratelimit-headers).
    void describe(RateTicket const& ticket, net::Headers& headers) const;

private:
    struct Policy {
        std::string_view name;
        std::int64_t quota = 0;  // 0 is without a limit
        std::int64_t step = 0;   // nanoseconds in which one request comes back
        std::string quoted;      // the name, as both fields have it
        std::string described;   // the item of RateLimit-Policy
    };
    // A caller, and the moment at which their quota is whole again (GCRA's theoretical arrival time).
    struct Place {
        std::atomic<std::uint64_t> caller{0};
        std::atomic<std::int64_t> whole_at{0};
    };
    static constexpr std::size_t places = 4;
    struct alignas(64) Row {
        std::array<Place, places> places;
    };

    std::uint64_t caller_of(RatePolicy policy, std::string_view who) const;
    std::uint64_t caller_of_address(std::string_view address) const;
    Place* find(std::uint64_t caller) const;
    Place& place_of(std::uint64_t caller);
    void charge(RateTicket& ticket, RatePolicy which, std::uint64_t caller);
    Policy const& policy(RatePolicy which) const { return policies_[static_cast<std::size_t>(which)]; }

    std::array<Policy, 5> policies_;
    std::array<unsigned char, 16> key_;  // so that nobody can choose addresses that share a row
    std::size_t mask_;
    std::unique_ptr<Row[]> rows_;
};

}  // namespace mz::web
