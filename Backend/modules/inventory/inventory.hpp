#pragma once
#include "cmdb/cmdb.hpp"
#include "jobs/runner.hpp"
#include "pg/connection.hpp"
#include "sections.hpp"
#include "web/route.hpp"

#include <boost/describe.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace mz::inventory {

// Named settings, read from the environment in upper case. A worker's services hold them, and the jobs.
struct InventorySettings {
    int inventory_ask_again_minutes = 60;    // before an appliance is asked once more to send everything anew
    int inventory_ask_ttl_hours = 24;        // that this waits for an appliance that is away
    int inventory_removed_days = 400;        // that we know what a machine once had
    int software_count_most = 1000;          // machines that are counted of each title in a list
    int inventory_forget_at_a_time = 5000;   // rows
    int inventory_forget_minutes = 60;       // between two times
    int discovery_scan_ttl_minutes = 60;     // that a scan waits for its appliance; a later one is asked for anew
    int discovery_poll_seconds = 20;         // between two looks at which networks are due
    int discovery_due_at_a_time = 100;       // networks of one look
    int discovery_scans_days = 180;          // that a finished scan is listed
    bool discovery_public_networks = false;  // whether networks of the public internet may be scanned
};
BOOST_DESCRIBE_STRUCT(InventorySettings, (),
                      (inventory_ask_again_minutes, inventory_ask_ttl_hours, inventory_removed_days, inventory_forget_at_a_time,
                       inventory_forget_minutes, software_count_most, discovery_scan_ttl_minutes, discovery_poll_seconds,
                       discovery_due_at_a_time, discovery_scans_days, discovery_public_networks))

struct Settings : InventorySettings, cmdb::CmdbSettings {};

std::vector<web::Route> routes();

// Asks for the scans that are due, and forgets what is past its time.
std::vector<mz::jobs::Job> jobs(InventorySettings settings);

struct Taken {
    int unreadable = 0;  // events that were not understood; they stay stored as they came
    int asked = 0;       // times that the appliance was asked to send everything anew
};

// What a device's events of the kind `discovery` say, written inside the caller's transaction, which has entered the tenant: all of it or
// nothing. A change counts only where what it continues is what is stored; else the device is asked by a command to send everything. What
// is older than what is stored changes nothing. What is the same costs a look at the digests.
Task<Taken> take(web::Tx& tx, Uuid tenant, Uuid device, std::vector<Event> events, Settings settings);

// Asks for the scans that are due, each once whatever number of processes calls this at the same time. Returns how many.
Task<int> ask_for_due_scans(pg::Pool& pool, InventorySettings settings);

// Forgets some rows of all tenants that are past their time, and returns whether there may be more.
Task<bool> purge(pg::Pool& pool, InventorySettings settings);

}  // namespace mz::inventory
