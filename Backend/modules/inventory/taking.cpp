#include "inventory.hpp"
#include "machines.hpp"
#include "scans.hpp"

#include <utility>

namespace mz::inventory {

Task<Taken> take(web::Tx& tx, Uuid tenant, Uuid device, std::vector<Event> events, Settings settings)
{
    auto reading = read(events, now());
    Taken taken{reading.unreadable, 0};
    if (!reading.sections.empty()) {
        if (co_await take_sections(tx, tenant, device, std::move(reading.sections), settings)) taken.asked = 1;
    }
    co_await take_scans(tx, tenant, device, std::move(reading.scans), settings);
    co_return taken;
}

}  // namespace mz::inventory
