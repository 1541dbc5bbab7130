#pragma once
#include <boost/describe.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace mz::edge {

struct InventorySettings {
    std::int64_t edge_inventory_minutes = 60;            // between two looks; 0 looks only when asked to
    std::int64_t edge_inventory_jitter_percent = 10;     // of that, more or less, so that appliances do not all look at once
    std::int64_t edge_inventory_first_seconds = 15;      // after the start, which has enough to do
    std::int64_t edge_inventory_full_hours = 168;        // everything is sent, whether it changed or not
    std::size_t edge_inventory_event_bytes = 48 * 1024;  // of one event; the ingestor takes 64 KiB
    std::size_t edge_inventory_max_items = 20000;        // of one section
    std::int64_t edge_collect_inventory_seconds = 45;    // for a collect_inventory command to see everything arrive
    std::int64_t edge_certificate_milliseconds = 3000;   // for a server on this machine to show its certificate
    std::int64_t edge_certificate_forget_hours = 24;     // a server that speaks no TLS is asked again then, or when it is another one
    std::size_t edge_certificate_max_servers = 200;      // asked in one look
    // Never asked: what speaks first or starts TLS later, and raw printers, which would print the question.
    std::vector<std::string> edge_certificate_skip_ports{"22",   "25",   "53",   "111",  "3306", "5432", "6379", "9100",
                                                         "9101", "9102", "9103", "9104", "9105", "9106", "9107"};
};
BOOST_DESCRIBE_STRUCT(InventorySettings, (),
                      (edge_inventory_minutes, edge_inventory_jitter_percent, edge_inventory_first_seconds, edge_inventory_full_hours,
                       edge_inventory_event_bytes, edge_inventory_max_items, edge_collect_inventory_seconds, edge_certificate_milliseconds,
                       edge_certificate_forget_hours, edge_certificate_max_servers, edge_certificate_skip_ports))

}  // namespace mz::edge
