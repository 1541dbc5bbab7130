#pragma once
#include "collectors/inventory/facts.hpp"

namespace mz::edge::facts {

// `ip -j -d addr`, without the loopback and without addresses that pass away by themselves; speeds and radios are from below /sys. Throws
// Problem where it is not that.
std::vector<Interface> parse_interfaces(std::string_view text, std::filesystem::path const& root = "/");

// `ip -j neigh`, without those that did not answer.
std::vector<Neighbour> parse_neighbours(std::string_view text);

}  // namespace mz::edge::facts
