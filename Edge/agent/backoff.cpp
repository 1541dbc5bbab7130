#include "agent/backoff.hpp"

#include "core/crypto.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>

namespace mz::edge {
namespace {

constexpr int max_doublings = 20;
constexpr auto shortest = std::chrono::milliseconds(50);

std::chrono::milliseconds random_up_to(std::chrono::milliseconds bound)
{
    std::uint64_t number = 0;
    std::uint8_t bytes[sizeof number];
    random_fill(bytes);
    std::memcpy(&number, bytes, sizeof number);
    return std::chrono::milliseconds(static_cast<std::int64_t>(number % (static_cast<std::uint64_t>(bound.count()) + 1)));
}

}  // namespace

std::chrono::milliseconds Backoff::next()
{
    auto const bound = std::min(max_, first_ * (std::int64_t{1} << std::min(failures_, max_doublings)));
    ++failures_;
    return std::max(shortest, random_up_to(bound));
}

std::chrono::milliseconds Backoff::next(std::chrono::seconds retry_after)
{
    ++failures_;
    return retry_after + random_up_to(std::max<std::chrono::milliseconds>(first_, retry_after / 10));
}

std::optional<std::chrono::seconds> retry_after(net::ClientResponse const& response, std::chrono::seconds max)
{
    auto const text = response.headers.get("Retry-After");
    std::int64_t seconds = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (error != std::errc{} || end != text.data() + text.size() || seconds < 0) return std::nullopt;
    return std::min(std::chrono::seconds(seconds), max);
}

}  // namespace mz::edge
