#pragma once
#include "sections.hpp"

#include <boost/describe.hpp>

#include <cstdint>
#include <map>
#include <set>
#include <string>

namespace mz::inventory {

// How far a section has got.
struct SectionState {
    std::string digest;
    std::int32_t items = 0;
    Timestamp changed_at;
    Timestamp seen_at;
};
BOOST_DESCRIBE_STRUCT(SectionState, (), (digest, items, changed_at, seen_at))

// Pure: which of a device's reports count, given what is stored. Reports of one section that continue each other become one change.
class Ledger {
public:
    explicit Ledger(std::map<Section, SectionState> states) : states_(std::move(states)) {}

    void enter(SectionReport report);

    // What is to be stored, a report a section; call once, after all have been entered.
    std::map<Section, SectionReport> take_changes() { return std::move(changes_); }
    void count(Section section, int items) { states_[section].items = items; }
    // The states of the sections that something was said of.
    std::map<Section, SectionState> touched() const;
    // Whether a report was passed over because what it continues is not what is stored, so that the device must begin anew.
    bool lost_the_thread() const { return lost_; }
    // When the latest of the reports was made.
    Timestamp latest() const { return latest_; }

private:
    std::map<Section, SectionState> states_;
    std::map<Section, SectionReport> changes_;
    std::set<Section> touched_;
    Timestamp latest_;
    bool lost_ = false;
};

}  // namespace mz::inventory
