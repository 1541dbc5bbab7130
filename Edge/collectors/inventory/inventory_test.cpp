#include "collectors/inventory/inventory.hpp"

#include "collectors/inventory/ledger.hpp"
#include "collectors/inventory/test_cloud.hpp"
#include "testing/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/json/value.hpp>

#include <unistd.h>

#include <fstream>

namespace mz::edge {
namespace {

namespace fs = std::filesystem;
using testing::InventoryCloud;

class Inventory : public ::testing::Test {
protected:
    static Items made_of(int first, int last, std::string const& version = "1")
    {
        Items out;
        for (int i = first; i < last; ++i) {
            auto const name = "p" + std::to_string(1000 + i);
            out[name] = R"({"name":")" + name + R"(","version":")" + version + R"("})";
        }
        return out;
    }

    // Looks once in a new collector, as after a restart.
    InventoryCollector::Looked look(bool everything = false)
    {
        asio::io_context io;
        Spool spool(folder / "spool", spool_settings);
        return look(io, spool, everything);
    }
    InventoryCollector::Looked look(asio::io_context& io, Spool& spool, bool everything = false)
    {
        InventoryCollector collector(io, spool, folder / "inventory.json", settings, {});
        if (!real) {
            collector.read = [this](Section section) -> Task<std::optional<Items>> {
                co_return section == Section::software ? software : std::nullopt;
            };
        }
        InventoryCollector::Looked out;
        auto const task = [&]() -> Task<void> { out = co_await collector.look(everything); };
        asio::co_spawn(io, task, asio::detached);
        io.run();
        return out;
    }

    // Brings what waits to the Cloud. False where something did not fit.
    bool deliver(std::size_t at_most = 10000)
    {
        Spool spool(folder / "spool", spool_settings);
        auto& lane = spool.lane(LaneName::inventory);
        bool fitted = true;
        for (std::size_t i = 0; i < at_most; ++i) {
            auto const batch = lane.take({1, 1 << 20});
            if (!batch) break;
            auto const event = json::parse(batch->events[0]).as_object();
            EXPECT_EQ(event.at("kind").as_string(), "discovery");
            fitted &= cloud.take(event.at("data").as_object());
            ++events;
            lane.acknowledge(batch->last);
        }
        return fitted;
    }

    mz::testing::TemporaryFolder const temporary{"edge-inventory"};
    fs::path const folder = temporary.path();
    InventorySettings settings;
    SpoolSettings spool_settings;
    bool real = false;
    std::optional<Items> software;
    InventoryCloud cloud;
    int events = 0;
};

TEST_F(Inventory, restarts_neither_repeat_nor_lose_what_was_told)
{
    software = made_of(0, 10);
    look();
    EXPECT_TRUE(deliver());
    EXPECT_EQ(cloud.fulls, 1);
    look();
    EXPECT_TRUE(deliver());
    EXPECT_EQ(events, 2) << "an event that says that nothing changed";
    software = made_of(5, 12);
    look();
    software = made_of(5, 12, "2");
    look();
    EXPECT_TRUE(deliver());
    EXPECT_EQ(cloud.names("software"),
              (std::vector<std::string>{"p1005 2", "p1006 2", "p1007 2", "p1008 2", "p1009 2", "p1010 2", "p1011 2"}));
    EXPECT_EQ(cloud.fulls, 1);
}

TEST_F(Inventory, everything_is_told_again_when_asked_for_and_when_its_time_has_come)
{
    software = made_of(0, 3);
    look();
    look(true);
    settings.edge_inventory_full_hours = 0;
    ::usleep(1000);
    look();
    EXPECT_TRUE(deliver());
    EXPECT_EQ(cloud.fulls, 3);
}

// The state on disk is what it was before the events were stored: as after a crash between the two, at each event of several.
TEST_F(Inventory, a_crash_between_event_and_state_neither_loses_nor_repeats)
{
    settings.edge_inventory_event_bytes = 1500;
    software = made_of(0, 20);
    look();
    for (int crash = 0; crash < 5; ++crash) {
        auto const before = *read_file(folder / "inventory.json");
        software = made_of(crash, 20 + 30 * crash, std::to_string(crash));
        look();
        std::ofstream(folder / "inventory.json") << before;
        EXPECT_TRUE(deliver(static_cast<std::size_t>(crash)));
        look();
    }
    EXPECT_TRUE(deliver());
    EXPECT_EQ(cloud.fulls, 1);
    EXPECT_EQ(cloud.sections["software"].items.size(), software->size());
}

TEST_F(Inventory, a_half_written_end_of_the_spool_is_told_again)
{
    settings.edge_inventory_event_bytes = 1500;
    software = made_of(0, 100);
    look();
    for (auto const& segment : fs::directory_iterator(folder / "spool/inventory")) {
        auto const name = segment.path().filename().string();
        if (name != "position" && fs::file_size(segment.path()) > 100) fs::resize_file(segment.path(), fs::file_size(segment.path()) - 20);
    }
    // A power cut takes the state with the events, because it is stored after them.
    fs::remove(folder / "inventory.json");
    look();
    EXPECT_TRUE(deliver());
    EXPECT_EQ(cloud.sections["software"].items.size(), 100U);
    EXPECT_EQ(cloud.fulls, 1);
}

TEST_F(Inventory, what_was_dropped_for_want_of_room_is_told_in_full_later)
{
    spool_settings.edge_spool_max_bytes = 64 * 1024;
    software = made_of(0, 500);
    settings.edge_inventory_event_bytes = 4096;
    look();
    {
        Spool spool(folder / "spool", spool_settings);
        for (int i = 0; i < 200; ++i) spool.append(LaneName::alerts, "{\"alert\":\"" + std::string(500, 'x') + "\"}");
        EXPECT_GT(spool.lane(LaneName::inventory).dropped(), 0);
        EXPECT_EQ(spool.dropped(), 0) << "it is not lost";
    }
    software = made_of(0, 501);
    spool_settings.edge_spool_max_bytes = 1024 * 1024;
    look();
    deliver();
    EXPECT_EQ(cloud.sections["software"].items.size(), 501U);
    look();
    EXPECT_TRUE(deliver());
    EXPECT_EQ(cloud.sections["software"].items.size(), 501U);
}

TEST_F(Inventory, a_section_that_cannot_be_read_stays_as_it_was_told)
{
    software = made_of(0, 3);
    look();
    software.reset();
    EXPECT_EQ(look().sections, 0U);
    EXPECT_TRUE(deliver());
    EXPECT_EQ(events, 1);
    std::ofstream(folder / "inventory.json") << "{half";
    software = made_of(0, 2);
    look();
    EXPECT_TRUE(deliver());
    EXPECT_EQ(cloud.names("software").size(), 2U);
}

TEST_F(Inventory, of_this_machine_is_complete_and_fits_its_events)
{
    real = true;
    auto const looked = look();
    EXPECT_TRUE(deliver());
    EXPECT_GE(looked.sections, 7U);
    auto const& system = cloud.sections.at("system").items.at("");
    char name[256]{};
    ::gethostname(name, sizeof name - 1);
    EXPECT_EQ(system.at("hostname").as_string(), name);
    EXPECT_EQ(system.at("os_id").as_string(), "debian");
    EXPECT_TRUE(system.contains("kernel"));
    EXPECT_TRUE(system.contains("boot_time"));
    EXPECT_GT(cloud.sections.at("hardware").items.at("").at("memory_bytes").as_int64(), 100 * 1024 * 1024);
    EXPECT_GE(cloud.sections.at("hardware").items.at("").at("cpu_threads").as_int64(), 1);
    auto const& packages = cloud.sections.at("software").items;
    EXPECT_GT(packages.size(), 100U);
    auto const libc = packages.find("dpkg/libc6/amd64");
    if (fs::exists("/usr/lib/x86_64-linux-gnu")) {
        ASSERT_NE(libc, packages.end());
        EXPECT_EQ(libc->second.at("source").as_string(), "glibc");
    }
    EXPECT_TRUE(cloud.sections.contains("interfaces"));
    EXPECT_TRUE(cloud.sections.contains("neighbours"));
    EXPECT_TRUE(cloud.sections.contains("disks"));
    for (auto const& [section, told] : cloud.sections) {
        for (auto const& [key, item] : told.items) {
            for (auto const& [member, value] : item) {
                EXPECT_FALSE(value.is_null()) << section << " " << key << " " << member;
                EXPECT_FALSE(value.is_string() && value.as_string().empty()) << section << " " << key << " " << member;
            }
        }
    }
    auto const before = events;
    look();
    EXPECT_TRUE(deliver());
    EXPECT_LE(events - before, static_cast<int>(looked.sections) + 2);
}

}  // namespace
}  // namespace mz::edge
