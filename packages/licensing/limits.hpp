#pragma once
#include <boost/describe.hpp>

#include <cstdint>
#include <optional>

namespace mz::licensing {

// What a licence counts: appliances that are not revoked, people who are active.
enum class Limited { devices, users };
BOOST_DESCRIBE_ENUM(Limited, devices, users)

// Throws Problem(conflict) `licence-limit-reached`, saying what to do, where this many are in use and the licence allows fewer. A limit
// that is empty does not limit. Count after taking the place, under the lock of the licence's row.
void require_within(Limited what, std::int64_t in_use, std::optional<std::int64_t> limit);

}  // namespace mz::licensing
