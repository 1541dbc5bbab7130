#pragma once
#include <string_view>

namespace mz::factors {

// Whether it is among the 20,000 passwords that people choose most (tools/common_passwords.py). `password` in lower case.
bool is_common_password(std::string_view password);

}  // namespace mz::factors
