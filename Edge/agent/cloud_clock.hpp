#pragma once
#include "agent/settings.hpp"
#include "agent/status.hpp"
#include "net/client.hpp"
#include "spool/spool.hpp"

#include <filesystem>

namespace mz::edge {

// Whether this machine's clock is off, as the Date of the servers' answers shows. While it is by more than edge_clock_tolerance_seconds,
// the times of new events are corrected; the offset is kept in clock.json, so that a restart begins with it. What is off by less stays as
// it is: Date has whole seconds, and answers take their time.
class CloudClock {
public:
    CloudClock(ClockSettings settings, std::filesystem::path const& state, Spool& spool, Status& status);

    // To be called with every answer, as soon as it is there.
    void heard(net::ClientResponse const& response);
    // The time now by the servers' clock, as far as it is known.
    Timestamp now() const;
    // An event whose time is no better than ours cannot be refused for our clock's sake.
    bool is_about_now(Timestamp at) const;

private:
    void correct_by(std::chrono::seconds offset);

    ClockSettings settings_;
    std::filesystem::path file_;
    Spool& spool_;
    Status& status_;
};

}  // namespace mz::edge
