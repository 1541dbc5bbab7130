#include "machines.hpp"

#include "cmdb_relations/cmdb_relations.hpp"
#include "commands/commands.hpp"
#include "core/log.hpp"
#include "findings.hpp"
#include "inventory_sql.hpp"
#include "ledger.hpp"
#include "software.hpp"

#include <algorithm>
#include <array>
#include <chrono>

namespace mz::inventory {
namespace {

struct OfDevice {
    Uuid device_id;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(OfDevice, (), (device_id, at))

struct Inventory {
    std::optional<Timestamp> asked_at;
    std::string device_name;
};
BOOST_DESCRIBE_STRUCT(Inventory, (), (asked_at, device_name))

struct StoredSection : SectionState {
    Section section = Section::system;
};
BOOST_DESCRIBE_STRUCT(StoredSection, (SectionState), (section))

struct PutSections {
    Uuid device_id;
    std::vector<Section> sections;
    std::vector<std::string> digests;
    std::vector<std::int32_t> items;
    std::vector<Timestamp> changed_at;
    std::vector<Timestamp> seen_at;
};
BOOST_DESCRIBE_STRUCT(PutSections, (), (device_id, sections, digests, items, changed_at, seen_at))

constexpr std::array of_the_machine{Section::system, Section::hardware, Section::interfaces, Section::disks};

bool is_of_the_machine(Section section) { return std::ranges::find(of_the_machine, section) != of_the_machine.end(); }

// The device's row, locked and made where there is none yet; nothing for a device that is not there.
Task<Inventory> lock(web::Tx& tx, OfDevice of)
{
    auto found = co_await tx.maybe<Inventory>(sql::inventory_lock{}, of);
    if (!found) {
        co_await tx.run(sql::inventory_ensure{}, of);
        found = co_await tx.one<Inventory>(sql::inventory_lock{}, of);
    }
    co_return *found;
}

Task<Ledger> stored_ledger(web::Tx& tx, OfDevice of)
{
    auto const rows = co_await tx.all<StoredSection>(sql::section_list{}, of);
    std::map<Section, SectionState> states;
    for (auto const& row : rows) states.emplace(row.section, row);
    co_return Ledger(std::move(states));
}

Task<void> store_ledger(web::Tx& tx, Uuid device, Ledger ledger)
{
    PutSections put{device, {}, {}, {}, {}, {}};
    for (auto const& [section, state] : ledger.touched()) {
        put.sections.push_back(section);
        put.digests.push_back(state.digest);
        put.items.push_back(state.items);
        put.changed_at.push_back(state.changed_at);
        put.seen_at.push_back(state.seen_at);
    }
    if (!put.sections.empty()) co_await tx.run(sql::section_put{}, put);
}

// A certificate is a CI of its own, because several machines show the same one and because it ends.
Task<void> observe_certificates(web::Tx& tx, Uuid tenant, Uuid source, Uuid machine, Items certificates, Timestamp at)
{
    std::vector<cmdb::Observation> observations;
    for (auto const& [fingerprint, item] : certificates) observations.push_back(certificate_of(item, at));
    std::vector<cmdb_relations::ObservedRelation> relations;
    if (!observations.empty()) {
        auto const observed = co_await cmdb::observe(tx, tenant, source, std::move(observations));
        for (auto const& each : observed) relations.push_back({"secured_by", machine, each.record_id});
    }
    std::vector<Uuid> complete_for{machine};
    co_await cmdb_relations::observe_relations(tx, tenant, source, at, std::move(relations), std::move(complete_for));
}

// For a machine of which nothing new is said: it was seen.
cmdb::Observation still_there(MachineRecord const& machine, Timestamp at)
{
    cmdb::Observation out;
    out.key = machine_key;
    out.class_key = machine.class_key;
    out.at = at;
    return out;
}

void say_refused(Uuid device, std::vector<FieldError> const& refused)
{
    for (auto const& error : refused)
        log::debug("a value of an inventory does not fit the model", {{"device", device}, {"at", error.pointer}, {"why", error.detail}});
}

Task<bool> ask_for_everything(web::Tx& tx, OfDevice of, Inventory inventory, InventorySettings settings)
{
    if (inventory.asked_at && *inventory.asked_at > of.at - std::chrono::minutes(settings.inventory_ask_again_minutes)) co_return false;
    auto const ttl = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::hours(settings.inventory_ask_ttl_hours));
    commands::Order order{of.device_id, commands::CommandName::collect_inventory, {}, static_cast<int>(ttl.count())};
    co_await commands::order(tx, std::move(order));
    co_await tx.run(sql::inventory_asked{}, of);
    co_return true;
}

}  // namespace

// What may give records another CI comes before what is written for a record, so that whoever waits for the tenant's reconciliation holds
// nothing that another one needs.
Task<bool> take_sections(web::Tx& tx, Uuid tenant, Uuid device, std::vector<SectionReport> reports, Settings settings)
{
    OfDevice const of{device, now()};
    auto const inventory = co_await lock(tx, of);
    auto ledger = co_await stored_ledger(tx, of);
    for (auto& report : reports) ledger.enter(std::move(report));
    auto const at = ledger.latest();

    auto const changes = ledger.take_changes();
    auto const known = co_await tx.maybe<MachineRecord>(sql::machine_find{}, of);
    if (!known && changes.empty()) co_return co_await ask_for_everything(tx, of, inventory, settings);
    Sections before;
    if (known && !changes.empty()) {
        std::vector<Section> wanted(of_the_machine.begin(), of_the_machine.end());
        for (auto const& [section, report] : changes) {
            if (section != Section::software && !is_of_the_machine(section)) wanted.push_back(section);
        }
        before = co_await load_findings(tx, known->record_id, std::move(wanted));
    }
    Sections next = before;
    for (auto const& [section, report] : changes) {
        if (section != Section::software) next[section] = after(std::move(next[section]), report);
    }

    cmdb::SourceOf source_of{cmdb_model::SourceKind::appliance, device.to_string(), inventory.device_name,
                             settings.cmdb_appliance_quiet_hours};
    auto const source = co_await cmdb::source(tx, std::move(source_of));
    bool const tells_more = !known || std::ranges::any_of(changes, [](auto const& change) { return is_of_the_machine(change.first); });
    std::vector<cmdb::Observation> observations;
    observations.push_back(tells_more ? machine_of(next, inventory.device_name, at) : still_there(*known, at));
    auto const all_observed = co_await cmdb::observe(tx, tenant, source, std::move(observations), cmdb::Cause::observed, settings);
    auto const& observed = all_observed.front();
    say_refused(device, observed.refused);
    if (changes.contains(Section::certificates)) {
        auto const certificates = next[Section::certificates];
        co_await observe_certificates(tx, tenant, source, observed.record_id, certificates, at);
    }
    auto const record = observed.record_id;
    auto const ci = observed.ci_id;

    for (auto const& [section, report] : changes) {
        if (section == Section::software) {
            auto const items = co_await store_software(tx, record, ci, report);
            ledger.count(section, items);
            continue;
        }
        Change change{section, before[section], next[section], report.at};
        ledger.count(section, static_cast<int>(change.after.size()));
        co_await store_findings(tx, record, ci, std::move(change));
    }
    bool const lost = ledger.lost_the_thread();
    co_await store_ledger(tx, device, std::move(ledger));
    if (!lost) co_return false;
    co_return co_await ask_for_everything(tx, of, inventory, settings);
}

}  // namespace mz::inventory
