#include "web/rate_limits.hpp"

#include "core/clock.hpp"
#include "core/crypto.hpp"

#include <boost/asio/ip/address.hpp>

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstring>

namespace mz::web {
namespace {

constexpr std::int64_t second = 1'000'000'000;
constexpr std::int64_t window_seconds = 60;
constexpr std::int64_t window = window_seconds * second;
constexpr std::size_t usual_field_bytes = 64;
constexpr std::size_t network_bytes = 8;  // of an IPv6 address: a subscriber has at least a /64 to choose from

static_assert(crypto_shorthash_KEYBYTES == 16 && crypto_shorthash_BYTES == sizeof(std::uint64_t));

std::int64_t nanoseconds_now() { return now().microseconds * 1000; }

std::int64_t at_least_one_second(std::int64_t nanoseconds) { return std::max<std::int64_t>(1, (nanoseconds + second - 1) / second); }

Problem exceeded(std::string_view policy, std::int64_t quota, std::int64_t wait)
{
    Problem problem(Failure::too_many_requests, "quota-exceeded",
                    fmt::format("Too many requests: the quota \"{}\" is {} a minute. Try again in {} s.", policy, quota, wait));
    problem.members.push_back({"violated-policies", fmt::format(R"(["{}"])", policy)});
    problem.retry_after = std::chrono::seconds(wait);
    return problem;
}

// Each request is told of its quotas, so the two fields are put together without a formatter.
void append_number(std::string& out, std::int64_t number)
{
    std::array<char, 20> digits;
    auto const [end, error] = std::to_chars(digits.begin(), digits.end(), number);
    out.append(digits.begin(), end);
}

std::string_view bytes_of(auto const& bytes, std::size_t size) { return {reinterpret_cast<char const*>(bytes.data()), size}; }

}  // namespace

RateLimits::RateLimits(RateLimitSettings const& settings)
{
    auto const set = [this](RatePolicy which, std::string_view name, int quota) {
        auto& policy = policies_[static_cast<std::size_t>(which)];
        policy.name = name;
        policy.quota = std::max(0, quota);
        policy.step = quota > 0 ? window / quota : 0;
        policy.quoted = fmt::format(R"("{}")", name);
        policy.described = fmt::format(R"("{}";q={};w={})", name, policy.quota, window_seconds);
    };
    set(RatePolicy::address, "address", settings.rate_limit_address_per_minute);
    set(RatePolicy::user, "user", settings.rate_limit_user_per_minute);
    set(RatePolicy::tenant, "tenant", settings.rate_limit_tenant_per_minute);
    set(RatePolicy::device, "device", settings.rate_limit_device_per_minute);
    set(RatePolicy::websocket, "websocket", settings.rate_limit_websocket_per_minute);
    random_fill(key_);
    auto const rows = std::bit_ceil(std::max<std::size_t>(1, settings.rate_limit_entries / places));
    mask_ = rows - 1;
    rows_ = std::make_unique<Row[]>(rows);
}

std::uint64_t RateLimits::caller_of(RatePolicy policy, std::string_view who) const
{
    std::array<unsigned char, 64> text;
    auto const size = std::min(who.size(), text.size() - 1);
    text[0] = static_cast<unsigned char>(policy);
    std::memcpy(text.data() + 1, who.data(), size);
    std::uint64_t hash = 0;
    crypto_shorthash(reinterpret_cast<unsigned char*>(&hash), text.data(), size + 1, key_.data());
    return hash == 0 ? 1 : hash;  // 0 is a place that nobody has
}

std::uint64_t RateLimits::caller_of_address(std::string_view address) const
{
    namespace ip = boost::asio::ip;
    if (address.find(':') == std::string_view::npos) return caller_of(RatePolicy::address, address);
    boost::system::error_code code;
    auto const v6 = ip::make_address_v6(address, code);
    if (code) return caller_of(RatePolicy::address, address);
    if (v6.is_v4_mapped()) return caller_of(RatePolicy::address, ip::make_address_v4(ip::v4_mapped, v6).to_string());
    return caller_of(RatePolicy::address, bytes_of(v6.to_bytes(), network_bytes));
}

RateLimits::Place* RateLimits::find(std::uint64_t caller) const
{
    auto& row = rows_[caller & mask_].places;
    auto const found =
        std::ranges::find_if(row, [&](Place const& place) { return place.caller.load(std::memory_order_acquire) == caller; });
    return found == row.end() ? nullptr : &*found;
}

// Two threads that take a place at the same moment may lose a request or two of the count, which does no harm: the moment is set back
// before the place changes hands, so that nobody ever inherits what another has used.
RateLimits::Place& RateLimits::place_of(std::uint64_t caller)
{
    if (auto* const place = find(caller)) return *place;
    auto& row = rows_[caller & mask_].places;
    auto& quietest = *std::ranges::min_element(row, {}, [](Place const& place) { return place.whole_at.load(std::memory_order_relaxed); });
    quietest.whole_at.store(0, std::memory_order_relaxed);
    quietest.caller.store(caller, std::memory_order_release);
    return quietest;
}

void RateLimits::charge(RateTicket& ticket, RatePolicy which, std::uint64_t caller)
{
    auto const& limit = policy(which);
    auto& whole_at = place_of(caller).whole_at;
    auto const time = nanoseconds_now();
    auto before = whole_at.load(std::memory_order_relaxed);
    std::int64_t used = 0;
    do {
        // Whoever used their quota up has it back after a window; more than that away means that the clock was set back.
        used = (before > time && before - time <= window ? before - time : 0) + limit.step;
        if (used > window) {
            auto const wait = at_least_one_second(used - window);
            ticket.taken_[0] = {which, 0, wait};
            ticket.size_ = 1;
            throw exceeded(limit.name, limit.quota, wait);
        }
    } while (!whole_at.compare_exchange_weak(before, time + used, std::memory_order_relaxed));
    auto const left = (window - used) / limit.step;
    ticket.taken_[ticket.size_++] = {which, left, at_least_one_second(left > 0 ? used : used + limit.step - window)};
}

void RateLimits::take_address(RateTicket& ticket, std::string_view address)
{
    if (policy(RatePolicy::address).quota > 0) charge(ticket, RatePolicy::address, caller_of_address(address));
}

void RateLimits::take(RateTicket& ticket, RatePolicy which, Uuid const& who)
{
    if (policy(which).quota > 0) charge(ticket, which, caller_of(which, bytes_of(who.bytes, who.bytes.size())));
}

void RateLimits::give_back_address(RateTicket& ticket, std::string_view address)
{
    auto const& limit = policy(RatePolicy::address);
    ticket.size_ = 0;
    if (limit.quota == 0) return;
    if (auto* const place = find(caller_of_address(address))) place->whole_at.fetch_sub(limit.step, std::memory_order_relaxed);
}

void RateLimits::describe(RateTicket const& ticket, net::Headers& headers) const
{
    if (ticket.empty()) return;
    std::string policies;
    std::string left;
    policies.reserve(usual_field_bytes);
    left.reserve(usual_field_bytes);
    for (std::size_t i = 0; i < ticket.size_; ++i) {
        auto const& taken = ticket.taken_[i];
        if (i > 0) policies += ", ";
        if (i > 0) left += ", ";
        policies += policy(taken.policy).described;
        left += policy(taken.policy).quoted;
        left += ";r=";
        append_number(left, taken.left);
        left += ";t=";
        append_number(left, taken.seconds);
    }
    headers.add("RateLimit-Policy", std::move(policies));
    headers.add("RateLimit", std::move(left));
}

}  // namespace mz::web
