#pragma once
#include "cmdb/cmdb.hpp"
#include "sections.hpp"

#include <map>
#include <string>

namespace mz::inventory {

inline constexpr auto machine_key = "machine";  // of the machine's record among those of its device's source

using Sections = std::map<Section, Items>;

// Pure: what the sections say of the machine as a CI. `name` where the machine has no name of its own. What the sections do not say is
// said to be nothing.
cmdb::Observation machine_of(Sections const& sections, std::string const& name, Timestamp at);

// The class that the machine's chassis and what it runs on speak for.
std::string machine_class(std::string const& virtualization, std::string const& chassis);

// A certificate that a program of the machine shows.
cmdb::Observation certificate_of(json::bj::object const& item, Timestamp at);

}  // namespace mz::inventory
