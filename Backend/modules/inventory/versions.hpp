#pragma once
#include <compare>
#include <string_view>

namespace mz::inventory {

// Which of two versions is the later one, as the package's manager orders them: dpkg as Debian's policy says (5.6.12), rpm as rpm does;
// everything else as rpm would.
std::strong_ordering compare_versions(std::string_view manager, std::string_view a, std::string_view b);

}  // namespace mz::inventory
