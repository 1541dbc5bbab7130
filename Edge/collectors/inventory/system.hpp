#pragma once
#include "collectors/inventory/facts.hpp"
#include "collectors/programs.hpp"

namespace mz::edge::facts {

// What files and the kernel tell; `root` is another place in tests.
System read_system(std::filesystem::path const& root = "/");
// Adds what only programs know: the name in the network and what the machine runs on.
Task<System> with_names(Programs& programs, System system);

// The value of a variable in /etc/os-release's way of writing, without its quotes.
std::string release_value(std::string_view text, std::string_view name);

}  // namespace mz::edge::facts
