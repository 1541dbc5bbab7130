#pragma once
#include <boost/describe.hpp>

#include <span>
#include <vector>

namespace mz::cmdb_model {

// The life of a CI.
enum class CiStatus { planned, ordered, in_stock, in_use, maintenance, retired, disposed };
BOOST_DESCRIBE_ENUM(CiStatus, planned, ordered, in_stock, in_use, maintenance, retired, disposed)

struct Transition {
    CiStatus from = CiStatus::planned;
    std::vector<CiStatus> to;
};
BOOST_DESCRIBE_STRUCT(Transition, (), (from, to))

// Which step people may take from each status; the most usual one first. Sources are not bound by it: what they see is so.
std::span<Transition const> transitions();

// Whether people may change a status so. To stay as it is is always allowed.
bool may_follow(CiStatus from, CiStatus to);

}  // namespace mz::cmdb_model
