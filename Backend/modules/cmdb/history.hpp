#pragma once
#include "keys.hpp"

#include <map>
#include <string>

namespace mz::cmdb {

Attributes read_attributes(json::Raw const& stored);
json::Raw write_attributes(Attributes const& attributes);

// {"<attribute>": {"from", "to", "source", "source_name"}} of what differs, the class, name and status included; `sources` knows whose word
// each is. Against nothing, everything is new.
json::Raw changes_between(Ci const* before, Ci const& after, Origins const& sources);

}  // namespace mz::cmdb
