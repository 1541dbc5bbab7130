#pragma once
#include "net/client.hpp"

#include <chrono>
#include <cstdint>
#include <optional>

namespace mz::edge {

// Pauses between attempts that grow, with full jitter, so that many appliances do not come back at the same moment.
class Backoff {
public:
    Backoff(std::chrono::milliseconds first, std::chrono::milliseconds max) : first_(first), max_(max) {}

    // A random part of a bound that doubles with each call.
    std::chrono::milliseconds next();
    // What the server asked for, and a little more at random.
    std::chrono::milliseconds next(std::chrono::seconds retry_after);
    void reset() { failures_ = 0; }

private:
    std::chrono::milliseconds first_;
    std::chrono::milliseconds max_;
    int failures_ = 0;
};

// Of a Retry-After header in seconds, at most `max`; a date in it is not worth trusting a clock for.
std::optional<std::chrono::seconds> retry_after(net::ClientResponse const& response, std::chrono::seconds max);

}  // namespace mz::edge
