#pragma once
#include "collectors/inventory/facts.hpp"

namespace mz::edge::facts {

// The disks of /sys/block and what is mounted from each, also by way of partitions, encryption, RAID and volume groups. Without what is no
// disk: loop and RAM devices, optical drives, and the devices that others make up.
std::vector<Disk> read_disks(std::filesystem::path const& root = "/");

}  // namespace mz::edge::facts
