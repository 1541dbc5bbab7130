#pragma once
#include "inventory.hpp"

namespace mz::inventory {

// The record in which a device's source speaks of the machine it runs on.
struct MachineRecord {
    Uuid record_id;
    Uuid ci_id;
    std::string class_key;
};
BOOST_DESCRIBE_STRUCT(MachineRecord, (), (record_id, ci_id, class_key))

// Takes in what a device says of its machine, in the order in which it said it. Returns whether it was asked to send everything anew.
Task<bool> take_sections(web::Tx& tx, Uuid tenant, Uuid device, std::vector<SectionReport> reports, Settings settings);

}  // namespace mz::inventory
