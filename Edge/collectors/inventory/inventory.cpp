#include "collectors/inventory/inventory.hpp"

#include "collectors/held.hpp"
#include "collectors/inventory/disks.hpp"
#include "collectors/inventory/ledger.hpp"
#include "collectors/inventory/network.hpp"
#include "collectors/inventory/services.hpp"
#include "collectors/inventory/software.hpp"
#include "collectors/inventory/system.hpp"
#include "core/log.hpp"

#include <fmt/format.h>

#include <malloc.h>

#include <algorithm>
#include <exception>
#include <random>
#include <utility>
#include <vector>

namespace mz::edge {
namespace {

constexpr auto while_another_looks = std::chrono::milliseconds(100);

std::chrono::seconds with_jitter(std::chrono::seconds time, std::int64_t percent)
{
    auto const most = time.count() * std::clamp<std::int64_t>(percent, 0, 100) / 100;
    std::random_device random;
    return time + std::chrono::seconds(std::uniform_int_distribution<std::int64_t>(-most, most)(random));
}

std::vector<Section> all_sections()
{
    std::vector<Section> out;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Section>>([&](auto each) { out.push_back(each.value); });
    return out;
}

template <class Fact, class Key>
std::optional<Items> by_key(std::optional<std::vector<Fact>> const& facts, Key key)
{
    if (!facts) return std::nullopt;
    Items out;
    for (auto const& fact : *facts) put(out, key(fact), fact);
    return out;
}

std::vector<facts::Listening> listening(Listeners const& listeners)
{
    std::vector<std::uint64_t> inodes;
    for (auto const& [listener, inode] : listeners) inodes.push_back(inode);
    auto const processes = find_processes(inodes);
    std::vector<facts::Listening> out;
    for (auto const& [listener, inode] : listeners) {
        auto const process = processes.find(inode);
        out.push_back({listener.protocol, listener.address, listener.port,
                       process == processes.end() ? std::nullopt : facts::said(process->second.name)});
    }
    return out;
}

}  // namespace

InventoryCollector::InventoryCollector(asio::io_context& io, Spool& spool, std::filesystem::path state_file, InventorySettings settings,
                                       ProgramSettings programs)
    : read([this](Section section) { return read_section(section); }),
      io_(io),
      spool_(spool),
      state_file_(std::move(state_file)),
      settings_(std::move(settings)),
      programs_(io, programs),
      certificates_(io, settings_)
{
}

Task<void> InventoryCollector::run()
{
    if (settings_.edge_inventory_minutes <= 0) co_return;
    co_await sleep_for(io_, std::chrono::seconds(settings_.edge_inventory_first_seconds));
    while (true) {
        co_await look(false);
        auto const pause = with_jitter(std::chrono::minutes(settings_.edge_inventory_minutes), settings_.edge_inventory_jitter_percent);
        co_await sleep_for(io_, pause);
    }
}

Task<InventoryCollector::Looked> InventoryCollector::look(bool everything)
{
    while (looking_) co_await sleep_for(io_, while_another_looks);
    Held const held(looking_);
    if (everything) lshw_.reset();
    auto const started = now();
    auto const since = everything ? started : started - std::chrono::hours(settings_.edge_inventory_full_hours);
    Looked out;
    {
        InventoryLedger ledger(spool_, state_file_);
        for (auto const section : all_sections()) {
            std::optional<Items> items;
            try {
                items = co_await read(section);
            } catch (std::exception const& error) {
                log::warn("a section of the inventory cannot be read", {{"section", name_of(section)}, {"reason", error.what()}});
            }
            if (!items) continue;
            while (items->size() > settings_.edge_inventory_max_items) items->erase(std::prev(items->end()));
            ++out.sections;
            out.items += items->size();
            auto const at = now();
            auto const tellings = tell(section, std::move(*items), ledger.told(section, since), settings_.edge_inventory_event_bytes, at);
            ledger.tell(section, tellings, at + spool_.clock_correction);
        }
    }
    // A look takes much more memory than the agent does for the hour until the next one.
    ::malloc_trim(0);
    log::debug("looked at the inventory", {{"sections", out.sections}, {"items", out.items}});
    co_return out;
}

Task<std::optional<Items>> InventoryCollector::read_section(Section section)
{
    switch (section) {
        case Section::system: co_return co_await read_system();
        case Section::hardware: co_return co_await read_hardware();
        case Section::disks: co_return by_key(std::optional(facts::read_disks()), [](auto const& disk) { return disk.name; });
        case Section::interfaces:
        case Section::neighbours: co_return co_await read_network(section);
        case Section::software: {
            auto const key = [](facts::Package const& package) {
                return fmt::format("{}/{}/{}", package.manager, package.name, package.architecture.value_or(""));
            };
            auto const packages = co_await facts::ask_software(programs_);
            co_return by_key(packages, key);
        }
        case Section::services: {
            auto const services = co_await facts::ask_services(programs_);
            co_return by_key(services, [](auto const& service) { return service.name; });
        }
        case Section::listeners: {
            auto const key = [](facts::Listening const& each) { return fmt::format("{}/{}/{}", each.protocol, each.address, each.port); };
            co_return by_key(std::optional(listening(read_listeners())), key);
        }
        case Section::certificates: co_return co_await read_certificates();
    }
    co_return std::nullopt;
}

Task<Items> InventoryCollector::read_system()
{
    auto const system = co_await facts::with_names(programs_, facts::read_system());
    auto told = system;
    // The kernel derives it from the time now, so it wavers by a second; only a clock that was set moves it further.
    constexpr auto wavering = std::chrono::minutes(1);
    bool const same = boot_time_ && system.boot_time && std::chrono::abs(*system.boot_time - *boot_time_) < wavering;
    if (same) told.boot_time = boot_time_;
    else boot_time_ = system.boot_time;
    Items out;
    put(out, "", told);
    co_return out;
}

Task<Items> InventoryCollector::read_hardware()
{
    auto hardware = facts::read_hardware();
    if (!facts::is_complete(hardware)) {
        if (!lshw_) lshw_ = co_await facts::ask_lshw(programs_);
        hardware = facts::completed(std::move(hardware), *lshw_);
    }
    Items out;
    put(out, "", hardware);
    co_return out;
}

Task<std::optional<Items>> InventoryCollector::read_network(Section section)
{
    bool const neighbours = section == Section::neighbours;
    std::vector<std::string> const links{"ip", "-j", "-d", "addr"};
    std::vector<std::string> const hosts{"ip", "-j", "neigh"};
    auto const answer = co_await programs_.ask(neighbours ? hosts : links);
    if (!answer.well()) co_return std::nullopt;
    auto const name = [](facts::Interface const& each) { return each.name; };
    auto const address = [](facts::Neighbour const& each) { return each.address; };
    // ip says nothing at all, instead of an empty list, where there is no neighbour.
    auto const text = answer.output.empty() ? std::string("[]") : answer.output;
    co_return neighbours ? by_key(std::optional(facts::parse_neighbours(text)), address)
                         : by_key(std::optional(facts::parse_interfaces(text)), name);
}

Task<Items> InventoryCollector::read_certificates()
{
    auto const found = co_await certificates_.read(read_listeners());
    co_return *by_key(std::optional(found), [](auto const& each) { return each.fingerprint; });
}

}  // namespace mz::edge
