#include "licensing/limits.hpp"

#include "core/problem.hpp"

#include <string>

namespace mz::licensing {

void require_within(Limited what, std::int64_t in_use, std::optional<std::int64_t> limit)
{
    if (!limit || in_use <= *limit) return;
    auto const allowed = std::to_string(*limit);
    throw Problem(Failure::conflict, "licence-limit-reached",
                  what == Limited::devices ? "This organization's licence allows " + allowed +
                                                 " devices. Revoke one that is no longer needed, or ask your provider for more."
                                           : "This organization's licence allows " + allowed +
                                                 " users. Deactivate one who is no longer needed, or ask your provider for more.");
}

}  // namespace mz::licensing
