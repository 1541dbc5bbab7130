#pragma once
#include "core/clock.hpp"

#include <chrono>

namespace mz::testing {

// While it lives, mz::now() is what the test says. One at a time.
class FakeClock {
public:
    explicit FakeClock(Timestamp start = *Timestamp::parse("2026-01-01T00:00:00Z"));
    ~FakeClock();
    FakeClock(FakeClock const&) = delete;
    FakeClock& operator=(FakeClock const&) = delete;

    void advance(std::chrono::microseconds by);
    void set(Timestamp at);
};

}  // namespace mz::testing
