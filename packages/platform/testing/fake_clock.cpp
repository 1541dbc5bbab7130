#include "testing/fake_clock.hpp"

#include <atomic>

namespace mz::testing {
namespace {

std::atomic<std::int64_t> fake_microseconds{0};

}  // namespace

FakeClock::FakeClock(Timestamp start)
{
    set(start);
    set_clock([] { return Timestamp{fake_microseconds.load()}; });
}

FakeClock::~FakeClock() { set_clock(nullptr); }

void FakeClock::advance(std::chrono::microseconds by) { fake_microseconds += by.count(); }

void FakeClock::set(Timestamp at) { fake_microseconds = at.microseconds; }

}  // namespace mz::testing
