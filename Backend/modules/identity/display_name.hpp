#pragma once
#include "identity/user.hpp"

namespace mz::identity {

// What to call somebody of whom only an address is known: "anna.nowak+cloud@example.org" is Anna Nowak, until they are renamed.
DisplayName display_name_of(Email const& email);

}  // namespace mz::identity
