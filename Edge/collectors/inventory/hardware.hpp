#pragma once
#include "collectors/inventory/facts.hpp"
#include "collectors/programs.hpp"

namespace mz::edge::facts {

// From /sys/class/dmi, where the machine has that, /proc/cpuinfo and /proc/meminfo.
Hardware read_hardware(std::filesystem::path const& root = "/");

// What `lshw -json` tells of the machine as a whole: one object or a list of them, by version and by what it was asked for. Throws Problem
// where it is neither.
Hardware parse_lshw(std::string_view text);
// Asks lshw, which takes a second; nothing known where it is missing.
Task<Hardware> ask_lshw(Programs& programs);

// `hardware` with what `other` knows besides.
Hardware completed(Hardware hardware, Hardware const& other);
// Whether lshw might know more.
bool is_complete(Hardware const& hardware);

}  // namespace mz::edge::facts
