#pragma once
#include <string>
#include <string_view>

namespace mz::web {

// "Firefox, Windows", for people to recognize their own device by; what is not known is left out, and a program is named as it names
// itself. The header is whatever its sender wrote: nothing is decided by it.
std::string device_of(std::string_view user_agent);

}  // namespace mz::web
