#pragma once
#include "machine.hpp"
#include "web/db.hpp"

#include <vector>

namespace mz::inventory {

// What is stored of these sections of a machine.
Task<Sections> load_findings(web::Tx& tx, Uuid record, std::vector<Section> sections);

// `before` with what a report says of it.
Items after(Items before, SectionReport const& report);

// Stores what differs, for the record of a machine that belongs to `ci`.
struct Change {
    Section section = Section::system;
    Items before;
    Items after;
    Timestamp at;
};
Task<void> store_findings(web::Tx& tx, Uuid record, Uuid ci, Change change);

}  // namespace mz::inventory
