#pragma once
#include "collectors/inventory/section.hpp"
#include "spool/spool.hpp"

#include <filesystem>
#include <map>
#include <optional>

namespace mz::edge {

// What was told of each section, kept on disk. Each event in the spool carries what it changes here, so that a crash between the two
// neither tells a change twice nor leaves one out. Read for each look and not kept: it is larger than everything else the idle agent holds.
class InventoryLedger {
public:
    InventoryLedger(Spool& spool, std::filesystem::path file);

    // Nothing where all of it is to be told: for the first time, after some of it was dropped, or because it was told last before `since`.
    std::optional<Told> told(Section section, Timestamp since) const;
    // Puts the events into the spool, as far as that takes them, and remembers it.
    void tell(Section section, std::vector<Telling> const& tellings, Timestamp at);

private:
    void save();

    Spool& spool_;
    std::filesystem::path file_;
    std::map<Section, Told> told_;
    std::int64_t dropped_ = 0;
};

}  // namespace mz::edge
