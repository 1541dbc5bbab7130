#pragma once
#include "json/write.hpp"

#include <boost/describe.hpp>

#include <map>
#include <string>
#include <string_view>

namespace mz::edge {

BOOST_DEFINE_ENUM_CLASS(Section, system, hardware, disks, interfaces, neighbours, software, services, listeners, certificates)

inline std::string_view name_of(Section section) { return boost::describe::enum_to_string(section, ""); }

// A section as it is now: its items as JSON, by the key that tells them apart.
using Items = std::map<std::string, std::string>;

template <class Fact>
void put(Items& items, std::string key, Fact const& fact)
{
    items.insert_or_assign(std::move(key), json::write(fact));
}

}  // namespace mz::edge
