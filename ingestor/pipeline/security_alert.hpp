#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace mz::ingest {

// Checks the data of a `security_alert`: {severity, title, rule?, detail?}. Throws Problem(bad_request); its pointers start with `at`.
// The other kinds may carry any object, but an alert is shown to people, so what is missing must be said to its sender.
void check_security_alert(std::string_view data, std::string const& at, std::size_t max_depth);

}  // namespace mz::ingest
