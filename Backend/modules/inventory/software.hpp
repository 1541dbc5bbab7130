#pragma once
#include "sections.hpp"
#include "web/db.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace mz::inventory {

// A package as a machine has it. `source` is what it was built from, where that is called otherwise.
struct Package {
    std::string manager;
    std::string name;
    std::string version;
    std::string architecture;
    std::string source;
    auto operator<=>(Package const&) const = default;
};

// Pure. Cut to what the columns hold.
Package package_of(json::bj::object const& item);

// Brings what is installed up to a report, for the record of a machine that belongs to `ci`. Returns how many packages there are.
Task<int> store_software(web::Tx& tx, Uuid record, Uuid ci, SectionReport report);

}  // namespace mz::inventory
