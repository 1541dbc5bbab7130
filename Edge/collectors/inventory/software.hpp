#pragma once
#include "collectors/inventory/facts.hpp"
#include "collectors/programs.hpp"

namespace mz::edge::facts {

// The lines of `dpkg-query -W`, `rpm -qa` and `snap list` as the functions below ask for them.
std::vector<Package> parse_dpkg(std::string_view text);
std::vector<Package> parse_rpm(std::string_view text);
std::vector<Package> parse_snap(std::string_view text);

// What all package managers of the machine have installed. Nothing where there is none, or where one failed: half a list would say that the
// other half is gone.
Task<std::optional<std::vector<Package>>> ask_software(Programs& programs);

}  // namespace mz::edge::facts
