#pragma once
#include "inventory.hpp"

#include <string>

namespace mz::inventory {

// A network in its one written form. Public is what is neither private, shared, link-local nor the machine itself. Problem(bad_request)
// for a text that is no network.
struct Network {
    std::string written;
    bool is_public = false;
};
Network network_of(std::string const& text);

// Has a device look at a network, inside the caller's transaction.
struct ScanOrder {
    Uuid network_id;
    Uuid device_id;
    std::string network;
    ScanMethod method = ScanMethod::hosts;
};
Task<void> order_scan(web::Tx& tx, ScanOrder order, InventorySettings settings);

}  // namespace mz::inventory
