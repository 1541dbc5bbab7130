#include "ledger.hpp"

#include <algorithm>
#include <utility>

namespace mz::inventory {
namespace {

// `first` and then `next`, as one report.
SectionReport joined(SectionReport first, SectionReport next)
{
    if (next.full) return next;
    for (auto const& key : next.gone) {
        first.put.erase(key);
        if (!first.full) first.gone.push_back(key);
    }
    for (auto& [key, item] : next.put) {
        std::erase(first.gone, key);
        first.put.insert_or_assign(key, std::move(item));
    }
    first.at = next.at;
    first.digest = std::move(next.digest);
    return first;
}

}  // namespace

void Ledger::enter(SectionReport report)
{
    latest_ = std::max(latest_, report.at);
    auto const found = states_.find(report.section);
    bool const known = found != states_.end();
    if (known && report.digest == found->second.digest) {
        // The same again, whichever way it is said.
        found->second.seen_at = std::max(found->second.seen_at, report.at);
        touched_.insert(report.section);
        return;
    }
    if (known && report.at < found->second.changed_at) return;  // from before what is stored
    if (!report.full && (!known || report.base != found->second.digest)) {
        lost_ = true;
        return;
    }
    auto const section = report.section;
    auto& state = states_[section];
    state.digest = report.digest;
    state.changed_at = report.at;
    state.seen_at = std::max(state.seen_at, report.at);
    touched_.insert(section);
    auto const change = changes_.find(section);
    if (change == changes_.end()) changes_.emplace(section, std::move(report));
    else change->second = joined(std::move(change->second), std::move(report));
}

std::map<Section, SectionState> Ledger::touched() const
{
    std::map<Section, SectionState> out;
    for (auto const section : touched_) out.emplace(section, states_.at(section));
    return out;
}

}  // namespace mz::inventory
