#include "collectors/inventory/ledger.hpp"

#include "core/log.hpp"
#include "core/problem.hpp"
#include "json/read.hpp"
#include "json/write.hpp"
#include "spool/event.hpp"
#include "spool/file.hpp"

namespace mz::edge {
namespace {

struct ToldSection {
    Section section = Section::system;
    Told told;
};
BOOST_DESCRIBE_STRUCT(ToldSection, (), (section, told))

// `sequence` is the last event that the state knows of; `dropped` are the lane's events that were given up until then.
struct LedgerOnDisk {
    std::int64_t sequence = 0;
    std::int64_t dropped = 0;
    std::vector<ToldSection> sections;
};
BOOST_DESCRIBE_STRUCT(LedgerOnDisk, (), (sequence, dropped, sections))

LedgerOnDisk load(std::filesystem::path const& file)
{
    try {
        if (auto const text = read_file(file)) return json::read_text<LedgerOnDisk>(*text);
    } catch (Problem const& problem) {
        log::error("cannot read what was told of the inventory: all of it is told again",
                   {{"file", file.string()}, {"reason", problem.what()}});
    }
    return {};
}

}  // namespace

InventoryLedger::InventoryLedger(Spool& spool, std::filesystem::path file) : spool_(spool), file_(std::move(file))
{
    auto stored = load(file_);
    for (auto& each : stored.sections) told_.insert_or_assign(each.section, std::move(each.told));
    auto const go_on = [&](Record const& record) {
        if (record.note.empty()) return;
        auto const change = json::read_text<Change>(record.note);
        // A delta on something unknown leads nowhere; the section is told anew.
        if (change.full_at || told_.contains(change.section)) apply(change, told_[change.section]);
    };
    auto const& lane = spool_.lane(LaneName::inventory);
    lane.replay(stored.sequence, go_on);
    dropped_ = lane.dropped();
    if (dropped_ != stored.dropped) told_.clear();
}

std::optional<Told> InventoryLedger::told(Section section, Timestamp since) const
{
    auto const found = told_.find(section);
    // A time that lies ahead was written by a clock that was wrong.
    if (found == told_.end() || found->second.full_at < since || found->second.full_at > now()) return std::nullopt;
    return found->second;
}

void InventoryLedger::tell(Section section, std::vector<Telling> const& tellings, Timestamp at)
{
    bool changed = false;
    for (auto const& telling : tellings) {
        auto const note = telling.change ? json::write(*telling.change) : std::string();
        if (spool_.append(LaneName::inventory, event_json(Kind::discovery, at, telling.data), note) == 0) break;
        if (telling.change) apply(*telling.change, told_[section]), changed = true;
    }
    if (changed) save();
}

void InventoryLedger::save()
{
    // What the state says was told must be there after a power cut.
    auto& lane = spool_.lane(LaneName::inventory);
    lane.sync();
    LedgerOnDisk out{lane.last(), dropped_, {}};
    for (auto const& [section, told] : told_) out.sections.push_back({section, told});
    write_atomically(file_, json::write(out));
}

}  // namespace mz::edge
