#pragma once
#include "inventory.hpp"

namespace mz::inventory {

// Takes in what a device saw of the networks that it was told to look at. A scan counts once all its parts are there, in whichever order
// they came; one that is told again changes nothing.
Task<void> take_scans(web::Tx& tx, Uuid tenant, Uuid device, std::vector<ScanPart> parts, Settings settings);

}  // namespace mz::inventory
