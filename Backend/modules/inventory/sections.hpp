#pragma once
#include "core/clock.hpp"
#include "json/value.hpp"

#include <boost/describe.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mz::inventory {

enum class Section { system, hardware, disks, interfaces, neighbours, software, services, listeners, certificates };
BOOST_DESCRIBE_ENUM(Section, system, hardware, disks, interfaces, neighbours, software, services, listeners, certificates)

// How a network is looked at: who is there, or also which services they offer and what they seem to be.
enum class ScanMethod { hosts, services };
BOOST_DESCRIBE_ENUM(ScanMethod, hosts, services)

// Items of a section by the key that tells them apart; the only item of `system` and `hardware` has the key "".
using Items = std::map<std::string, json::bj::object>;

// What one event says of a section. `full`: `put` is all there is. With `base` it is a change of what had that digest. With neither,
// nothing has changed.
struct SectionReport {
    Timestamp at;
    Section section = Section::system;
    std::string digest;
    std::optional<std::string> base;
    bool full = false;
    Items put;
    std::vector<std::string> gone;

    bool changes() const { return full || base.has_value(); }
};

struct ScanPart {
    std::string network;
    ScanMethod method = ScanMethod::hosts;
    Timestamp started_at;
    Timestamp ended_at;
    bool complete = false;
    int part = 1;  // of `parts`, from 1
    int parts = 1;
    json::bj::array hosts;
};

// An event as an appliance sent it.
struct Event {
    Timestamp at;
    json::Raw data;
};

struct Reading {
    std::vector<SectionReport> sections;  // in the order in which they were said
    std::vector<ScanPart> scans;
    int unreadable = 0;
};

// Pure. Members and types that are not known are passed over, because appliances are updated before and after the Cloud; items without
// what tells them apart are left out. Texts lose what a database cannot hold and what is too long. Nobody saw anything later than `now`.
Reading read(std::vector<Event> const& events, Timestamp now);

// Nothing where the item lacks a part of its key.
std::optional<std::string> key_of(Section section, json::bj::object const& item);

// A text member, empty where there is none.
std::string text_of(json::bj::object const& item, std::string_view member);
std::optional<double> number_of(json::bj::object const& item, std::string_view member);

}  // namespace mz::inventory
