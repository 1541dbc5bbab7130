#pragma once
#include "collectors/inventory/facts.hpp"
#include "collectors/programs.hpp"

namespace mz::edge::facts {

// `systemctl show` of several units: blocks of Name=value, divided by empty lines. Without what systemd was only told of, and without
// what comes and goes with a session.
std::vector<Service> parse_units(std::string_view text);

// `service --status-all` says "[ + ]  ssh" of those that know their state; what else is known of a service is in its script in /etc/init.d
// and in the links to it.
std::vector<Service> parse_init(std::string_view text, std::filesystem::path const& root = "/");

// Of systemd where that runs the machine, else of init.d; nothing where there is neither, or no answer.
Task<std::optional<std::vector<Service>>> ask_services(Programs& programs, std::filesystem::path root = "/");

}  // namespace mz::edge::facts
