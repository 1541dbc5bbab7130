#include "agent/cloud_clock.hpp"

#include "core/log.hpp"
#include "json/read.hpp"
#include "json/write.hpp"
#include "net/http_date.hpp"
#include "spool/file.hpp"

#include <exception>

namespace mz::edge {
namespace {

struct ClockOnDisk {
    std::int64_t offset_seconds = 0;
};
BOOST_DESCRIBE_STRUCT(ClockOnDisk, (), (offset_seconds))

}  // namespace

CloudClock::CloudClock(ClockSettings settings, std::filesystem::path const& state, Spool& spool, Status& status)
    : settings_(settings), file_(state / "clock.json"), spool_(spool), status_(status)
{
    try {
        if (auto const text = read_file(file_)) correct_by(std::chrono::seconds(json::read_text<ClockOnDisk>(*text).offset_seconds));
    } catch (std::exception const& error) {
        log::warn("cannot read what was known of the clock; it is found out again", {{"reason", error.what()}});
    }
}

void CloudClock::heard(net::ClientResponse const& response)
{
    auto const date = net::parse_http_date(response.headers.get("Date"));
    if (!date) return;
    auto const seen = std::chrono::round<std::chrono::seconds>(*date - mz::now());
    std::chrono::seconds const tolerance(settings_.edge_clock_tolerance_seconds);
    auto const offset = std::chrono::abs(seen) > tolerance ? seen : std::chrono::seconds(0);
    auto const known = std::chrono::duration_cast<std::chrono::seconds>(spool_.clock_correction);
    bool const begins_or_ends = (offset.count() == 0) != (known.count() == 0);
    if (!begins_or_ends && std::chrono::abs(offset - known) <= tolerance) return;
    correct_by(offset);
    write_atomically(file_, json::write(ClockOnDisk{offset.count()}));
    if (offset.count() == 0) log::info("this machine's clock is right again; times are no longer corrected");
    else
        log::warn("this machine's clock is wrong; the times of events are corrected. Set the clock, or let NTP do so",
                  {{"seconds_behind", offset.count()}});
}

Timestamp CloudClock::now() const { return mz::now() + spool_.clock_correction; }

bool CloudClock::is_about_now(Timestamp at) const
{
    return std::chrono::abs(at - now()) <= std::chrono::seconds(settings_.edge_clock_tolerance_seconds);
}

void CloudClock::correct_by(std::chrono::seconds offset)
{
    spool_.clock_correction = offset;
    status_.clock_behind_seconds = offset.count();
}

}  // namespace mz::edge
