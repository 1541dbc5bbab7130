#include "collectors/telemetry/telemetry.hpp"

#include "json/value.hpp"
#include "json/write.hpp"
#include "testing/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <boost/json/value.hpp>

#include <unistd.h>

#include <fstream>

namespace mz::edge {
namespace {

namespace fs = std::filesystem;

TEST(telemetry, cpu_time_counts_waiting_for_disk_as_idle_and_guests_once)
{
    auto const before = parse_stat("cpu  100 0 100 700 100 0 0 0 50 0\ncpu0 1 1\ncpu1 1 1\nintr 5\n");
    auto const after = parse_stat("cpu  125 0 125 800 150 0 0 0 90 0\ncpu0 1 1\ncpu1 1 1\n");
    EXPECT_EQ(before.cores, 2);
    EXPECT_EQ(before.total, 1000U);
    EXPECT_DOUBLE_EQ(busy_percent(before, after), 25);
    EXPECT_EQ(busy_percent(after, before), 0) << "a counter that went backwards";
    EXPECT_EQ(busy_percent(before, before), 0);
}

TEST(telemetry, memory_is_read_in_bytes)
{
    auto const memory = parse_meminfo("MemTotal:  2048 kB\nMemFree: 1 kB\nMemAvailable:   1024 kB\nSwapTotal: 512 kB\nSwapFree: 256 kB\n");
    EXPECT_EQ(memory.total_bytes, 2048U * 1024);
    EXPECT_EQ(memory.available_bytes, 1024U * 1024);
    EXPECT_EQ(memory.swap_total_bytes - memory.swap_free_bytes, 256U * 1024);
}

TEST(telemetry, interfaces_are_read_without_the_loopback)
{
    auto const all = parse_net_dev(
        "Inter-|   Receive |  Transmit\n face |bytes packets errs drop fifo frame compressed multicast|bytes\n"
        "    lo:    3267      29    0    0    0     0          0         0     3267      29    0    0    0     0       0          0\n"
        "  eth0:607551091   15053    0    0    0     0          0         0   842931    7278    0    0    0     0       0          0\n");
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all.at("eth0").received, 607551091U);
    EXPECT_EQ(all.at("eth0").sent, 842931U);
}

TEST(telemetry, mounts_are_real_file_systems_each_device_once_and_the_root_always)
{
    auto const mounts = parse_mounts(
        "proc /proc proc rw 0 0\noverlay / overlay rw 0 0\ntmpfs /run tmpfs rw 0 0\n/dev/sda1 /var/lib/bind ext4 rw 0 0\n"
        "/dev/sda1 /data\\040one ext4 rw 0 0\nserver:/x /mnt/nfs nfs4 rw 0 0\n/dev/loop1 /snap/core squashfs ro 0 0\n");
    ASSERT_EQ(mounts.size(), 2U);
    EXPECT_EQ(mounts[0].folder, "/");
    EXPECT_EQ(mounts[1].folder, "/data one");
    EXPECT_EQ(parse_mounts("/dev/sda1 /srv ext4 rw 0 0\n").front().folder, "/") << "as in a chroot, where the table does not name it";
}

TEST(telemetry, nothing_in_odd_files_is_fatal)
{
    for (auto const* text : {"", "\n\n", "cpu", "cpu \n", ":\n", "MemTotal:", "a b", "\xff\xfe"}) {
        parse_stat(text), parse_meminfo(text), parse_loadavg(text), parse_net_dev(text), parse_mounts(text), parse_uptime_seconds(text);
    }
    EXPECT_EQ(TelemetryCollector({}, "/nonexistent").sample().cores, 0);
}

TEST(telemetry, a_sample_of_this_machine_is_plausible_and_has_the_agreed_shape)
{
    auto const sample = TelemetryCollector({}).sample();
    EXPECT_GE(sample.cores, 1);
    EXPECT_GT(sample.memory.total_bytes, sample.memory.available_bytes);
    EXPECT_GT(sample.uptime_seconds, 0U);
    ASSERT_FALSE(sample.disks.empty());
    EXPECT_EQ(sample.disks[0].mount, "/");
    EXPECT_GT(sample.disks[0].used_bytes, 0U);
    auto const data = json::parse(json::write(sample)).as_object();
    EXPECT_EQ(data.size(), 8U);
    EXPECT_EQ(data.at("load").as_array().size(), 3U);
    EXPECT_TRUE(data.at("memory").at("available_bytes").is_int64());
    EXPECT_TRUE(data.at("disks").at(0).at("used_bytes").is_int64());
}

TEST(telemetry, rates_are_per_second_since_the_sample_before)
{
    mz::testing::TemporaryFolder const proc("edge-proc");
    fs::create_directories(proc / "net");
    auto const eth0 = [&](std::uint64_t bytes) {
        std::ofstream(proc / "net/dev") << "eth0: " << bytes << " 0 0 0 0 0 0 0 " << bytes / 2 << " 0 0 0 0 0 0 0\n";
    };
    eth0(1000);
    TelemetryCollector collector({}, proc);
    eth0(1001000);
    ::usleep(100'000);
    auto const rate = collector.sample().network.at(0).rx_bytes_per_second;
    EXPECT_GT(rate, 1'000'000U);
    EXPECT_LE(rate, 10'000'000U);
    eth0(5);
    EXPECT_EQ(collector.sample().network.at(0).rx_bytes_per_second, 0U) << "the interface started again";
}

}  // namespace
}  // namespace mz::edge
