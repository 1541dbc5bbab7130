#include "collectors/inventory/disks.hpp"
#include "collectors/inventory/hardware.hpp"
#include "collectors/inventory/network.hpp"
#include "collectors/inventory/services.hpp"
#include "collectors/inventory/software.hpp"
#include "collectors/inventory/system.hpp"
#include "core/problem.hpp"
#include "json/write.hpp"
#include "testing/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace mz::edge::facts {
namespace {

namespace fs = std::filesystem;

// Another machine's files.
class Facts : public ::testing::Test {
protected:
    void file(std::string const& path, std::string const& text)
    {
        fs::create_directories((root / path).parent_path());
        std::ofstream(root / path) << text;
    }
    void link(std::string const& path, std::string const& target)
    {
        fs::create_directories((root / path).parent_path());
        fs::create_symlink(target, root / path);
    }
    void block(std::string const& device, std::string const& sectors)
    {
        auto const name = fs::path(device).filename().string();
        file("sys/devices/" + device + "/size", sectors + "\n");
        link("sys/class/block/" + name, (root / "sys/devices" / device).string());
    }

    mz::testing::TemporaryFolder const temporary{"edge-facts"};
    fs::path const root = temporary.path();
};

TEST_F(Facts, what_makers_leave_in_place_of_a_name_says_nothing)
{
    for (auto const* text :
         {"", "  \n", "To Be Filled By O.E.M.", "to be filled by o.e.m. ", "Default string", "Not Specified", "None", "N/A", "0",
          "00000000", "0000-00-00", "System Serial Number", "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF", "........"}) {
        EXPECT_EQ(said(text), std::nullopt) << text;
    }
    EXPECT_EQ(said(" PowerEdge R650\n"), "PowerEdge R650");
    EXPECT_EQ(said("7X\x01Y"), "7X Y");
    EXPECT_EQ(said(std::string(1000, 'a'))->size(), 515U);
}

TEST_F(Facts, of_the_system_come_from_release_machine_id_and_the_kernel)
{
    file("etc/os-release", "PRETTY_NAME=\"Rocky Linux 9.4 (Blue Onyx)\"\nID=\"rocky\"\nVERSION_ID=\"9.4\"\nLOGO='x'\nHOME=\"a\\\"b\"\n");
    file("etc/machine-id", "0123456789abcdef0123456789abcdef\n");
    file("proc/stat", "cpu  1 2 3 4\nbtime 1700000000\nprocesses 5\n");
    file("proc/cpuinfo", "flags\t\t: fpu vme hypervisor lahf_lm\n");
    link("etc/localtime", "../usr/share/zoneinfo/Europe/Warsaw");
    auto const system = read_system(root);
    EXPECT_EQ(system.os_name, "Rocky Linux 9.4 (Blue Onyx)");
    EXPECT_EQ(system.os_id, "rocky");
    EXPECT_EQ(system.os_version, "9.4");
    EXPECT_EQ(system.machine_id, "0123456789abcdef0123456789abcdef");
    EXPECT_EQ(system.boot_time, Timestamp::parse("2023-11-14T22:13:20Z"));
    EXPECT_EQ(system.timezone, "Europe/Warsaw");
    EXPECT_EQ(system.virtualization, "vm-other");
    EXPECT_EQ(release_value("HOME=\"a\\\"b\"\n", "HOME"), "a\"b");
    file("etc/machine-id", "uninitialized\n");
    fs::remove(root / "etc/os-release");
    auto const young = json::write(read_system(root));
    EXPECT_EQ(young.find("machine_id"), young.npos);
    EXPECT_EQ(young.find("os_name"), young.npos);
}

TEST_F(Facts, of_the_hardware_come_from_dmi_and_the_kernel)
{
    file("sys/class/dmi/id/sys_vendor", "Dell Inc.\n");
    file("sys/class/dmi/id/product_name", "PowerEdge R650\n");
    file("sys/class/dmi/id/product_serial", "To Be Filled By O.E.M.\n");
    file("sys/class/dmi/id/product_uuid", "4C4C4544-0042-3510-8052-B4C04F4E3232\n");
    file("sys/class/dmi/id/chassis_type", "23\n");
    file("sys/class/dmi/id/bios_version", "1.12.1\n");
    std::string cpu;
    for (int thread = 0; thread < 8; ++thread) {
        cpu += "processor\t: " + std::to_string(thread) +
               "\nmodel name\t: Intel(R) Xeon(R) Gold 5318Y CPU @ 2.10GHz\nphysical id\t: " + std::to_string(thread / 4) +
               "\ncore id\t\t: " + std::to_string(thread % 2) + "\n\n";
    }
    file("proc/cpuinfo", cpu);
    file("proc/meminfo", "MemTotal:       16384 kB\nMemAvailable:    1024 kB\n");
    auto const hardware = read_hardware(root);
    EXPECT_EQ(json::write(hardware),
              R"({"manufacturer":"Dell Inc.","model":"PowerEdge R650","uuid":"4c4c4544-0042-3510-8052-b4c04f4e3232","chassis":"server",)"
              R"("bios_version":"1.12.1","cpu_model":"Intel(R) Xeon(R) Gold 5318Y CPU @ 2.10GHz","cpu_cores":4,"cpu_threads":8,)"
              R"("memory_bytes":16777216})");
    EXPECT_FALSE(is_complete(hardware)) << "the serial number is not known";
    EXPECT_EQ(json::write(read_hardware(root / "nothing")), "{}");
}

TEST_F(Facts, of_lshw_are_read_from_an_object_and_from_a_list)
{
    std::string const system = R"({"id":"pi","class":"system","claimed":true,"product":"Raspberry Pi 4 Model B","serial":"10000000abcdef01",
        "vendor":"","configuration":{"uuid":"AAAAAAAA-0000-0000-0000-000000000001","chassis":"embedded","boot":"normal"})";
    std::string const cpu = R"({"id":"cpu","class":"processor","product":"cpu","capabilities":{"fp":true}})";
    std::string const bios = R"({"id":"firmware","class":"memory","description":"BIOS","version":"2024.01","size":65536})";
    auto const expected =
        R"({"model":"Raspberry Pi 4 Model B","serial_number":"10000000abcdef01",)"
        R"("uuid":"aaaaaaaa-0000-0000-0000-000000000001","chassis":"embedded","bios_version":"2024.01","cpu_model":"cpu"})";
    auto const nested = system + R"(,"children":[{"id":"core","class":"bus","children":[)" + bios + "," + cpu + "]}]}";
    EXPECT_EQ(json::write(parse_lshw(nested)), expected);
    EXPECT_EQ(json::write(parse_lshw("[" + system + "}, " + bios + "," + cpu + "]")), expected);
    EXPECT_THROW(parse_lshw("lshw: not root"), Problem);
    Hardware known;
    known.model = "known";
    EXPECT_EQ(completed(known, parse_lshw(nested)).model, "known");
}

TEST_F(Facts, of_disks_are_found_below_partitions_encryption_and_volumes)
{
    block("pci0/sda", "1000");
    file("sys/devices/pci0/sda/device/model", "ST4000NM0035-1V4 \n");
    file("sys/devices/pci0/sda/dev", "8:0\n");
    file("sys/devices/pci0/sda/queue/rotational", "1\n");
    file("run/udev/data/b8:0", "S:disk/by-id/x\nE:ID_SERIAL=ST4000_ZC1A\nE:ID_SERIAL_SHORT=ZC1ABCDE\n");
    block("pci0/sda/sda1", "900");
    file("sys/devices/pci0/sda/sda1/partition", "1\n");
    block("nvme/nvme0n1", "4000");
    file("sys/devices/nvme/nvme0n1/device/serial", "S4EWNX0R\n");
    block("nvme/nvme0n1/nvme0n1p2", "3000");
    file("sys/devices/nvme/nvme0n1/nvme0n1p2/partition", "2\n");
    block("virtual/dm-0", "2000");
    link("sys/devices/virtual/dm-0/slaves/nvme0n1p2", (root / "sys/devices/nvme/nvme0n1/nvme0n1p2").string());
    block("virtual/dm-1", "1900");
    link("sys/devices/virtual/dm-1/slaves/dm-0", (root / "sys/devices/virtual/dm-0").string());
    block("virtual/loop0", "64");
    block("virtio/vda", "100");
    block("usb/sdb", "0");
    link("sys/dev/block/254:1", (root / "sys/devices/virtual/dm-1").string());
    for (auto const* disk : {"pci0/sda", "nvme/nvme0n1", "virtual/dm-0", "virtual/dm-1", "virtual/loop0", "virtio/vda", "usb/sdb"})
        link("sys/block/" + fs::path(disk).filename().string(), (root / "sys/devices" / disk).string());
    file("proc/self/mountinfo",
         "22 27 0:21 / /proc rw,relatime - proc proc rw\n"
         "27 1 254:1 / / rw,relatime shared:1 master:2 - ext4 /dev/mapper/vg-root rw\n"
         "28 27 254:1 /var/lib/docker /mnt/d rw - ext4 /dev/mapper/vg-root rw\n"
         "29 27 0:45 / /data rw - btrfs /dev/sda1 rw,subvol=/\n"
         "30 27 8:1 / /with\\040blank rw - btrfs /dev/sda1 rw\n"
         "31 27 7:0 / /snap/core rw - squashfs /dev/loop0 ro\n"
         "broken line\n");
    auto disks = read_disks(root);
    std::ranges::sort(disks, {}, &Disk::name);
    ASSERT_EQ(disks.size(), 3U);
    EXPECT_EQ(json::write(disks[0]),
              R"({"name":"nvme0n1","serial_number":"S4EWNX0R","size_bytes":2048000,"kind":"nvme","mounts":[{"path":"/",)"
              R"("filesystem":"ext4","size_bytes":)" +
                  std::to_string(disks[0].mounts->at(0).size_bytes.value_or(0)) + "}]}");
    EXPECT_EQ(json::write(disks[1]),
              R"({"name":"sda","model":"ST4000NM0035-1V4","serial_number":"ZC1ABCDE","size_bytes":512000,"kind":"hdd",)"
              R"("mounts":[{"path":"/data","filesystem":"btrfs"}]})");
    EXPECT_EQ(json::write(disks[2]), R"({"name":"vda","size_bytes":51200,"kind":"virtual"})");
}

TEST_F(Facts, of_interfaces_leave_out_the_loopback_and_what_passes_away)
{
    file("sys/class/net/eth0/speed", "1000\n");
    file("sys/class/net/wlan0/wireless/x", "");
    file("sys/class/net/wlan0/speed", "-1\n");
    auto const links = parse_interfaces(
        R"([{"ifindex":1,"ifname":"lo","flags":["LOOPBACK","UP"],"mtu":65536,"operstate":"UNKNOWN","link_type":"loopback","addr_info":[{"local":"127.0.0.1","prefixlen":8}]},
            {},
            {"ifname":"eth0","flags":["BROADCAST","UP","LOWER_UP"],"mtu":1500,"operstate":"UP","link_type":"ether","address":"52:54:00:12:34:56",
             "addr_info":[{"family":"inet","local":"10.0.0.5","prefixlen":24,"scope":"global"},
                          {"family":"inet6","local":"fd00::99","prefixlen":64,"temporary":true},
                          {"family":"inet6","local":"fd00::5","prefixlen":64}]},
            {"ifname":"wlan0","flags":[],"mtu":1500,"operstate":"DOWN","link_type":"ether","address":"00:00:00:00:00:00","addr_info":[]},
            {"ifname":"wg0","flags":["POINTOPOINT","NOARP","UP","LOWER_UP"],"mtu":1420,"operstate":"UNKNOWN","link_type":"none","linkinfo":{"info_kind":"wireguard"},"addr_info":[{}]}])",
        root);
    ASSERT_EQ(links.size(), 3U);
    EXPECT_EQ(json::write(links[0]),
              R"({"name":"eth0","mac":"52:54:00:12:34:56","addresses":["10.0.0.5/24","fd00::5/64"],"kind":"ethernet",)"
              R"("state":"up","speed_mbps":1000,"mtu":1500})");
    EXPECT_EQ(json::write(links[1]), R"({"name":"wlan0","kind":"wireless","state":"down","mtu":1500})");
    EXPECT_EQ(json::write(links[2]), R"({"name":"wg0","kind":"wireguard","state":"up","mtu":1420})");
    EXPECT_THROW(parse_interfaces("Object \"-j\" is unknown"), Problem);
}

TEST_F(Facts, of_neighbours_leave_out_those_that_did_not_answer)
{
    auto const found = parse_neighbours(
        R"([{"dst":"192.0.2.1","dev":"eth0","lladdr":"02:fc:00:00:00:05","state":["STALE"]},
            {"dst":"192.0.2.9","dev":"eth0","state":["INCOMPLETE"]},
            {"dst":"192.0.2.8","dev":"eth0","lladdr":"02:fc:00:00:00:08","state":["FAILED"]},
            {"dst":"fe80::1","dev":"eth0","lladdr":"02:fc:00:00:00:05","router":null,"state":["REACHABLE"]},
            {"dst":"fe80::1","dev":"eth1","lladdr":"02:fc:00:00:00:07","state":["REACHABLE"]}])");
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(json::write(found[0]), R"({"address":"192.0.2.1","mac":"02:fc:00:00:00:05","interface":"eth0"})");
    EXPECT_EQ(found[1].interface, "eth0");
}

TEST_F(Facts, of_software_are_what_is_installed)
{
    auto const dpkg = parse_dpkg(
        "bash\t5.2.15-2+b7\tamd64\tinstalled\tbash (5.2.15-2)\n"
        "libc6\t2.36-9\tamd64\tinstalled\tglibc\nlibc6\t2.36-9\ti386\tinstalled\tglibc\n"
        "adduser\t3.134\tall\tinstalled\t\nold\t1\tall\tconfig-files\t\nhalf\n");
    ASSERT_EQ(dpkg.size(), 4U);
    EXPECT_EQ(json::write(dpkg[0]), R"({"manager":"dpkg","name":"bash","version":"5.2.15-2+b7","architecture":"amd64","source":"bash"})");
    EXPECT_EQ(json::write(dpkg[3]), R"({"manager":"dpkg","name":"adduser","version":"3.134","architecture":"all"})");
    auto const rpm = parse_rpm(
        "kernel-core\t5.14.0-70.el9\tx86_64\tkernel-5.14.0-70.el9.src.rpm\nkernel-core\t5.14.0-427.el9\tx86_64\tkernel-5.14.0-427.el9.src."
        "rpm\n"
        "bash\t5.1.8-9.el9\tx86_64\tbash-5.1.8-9.el9.src.rpm\nshadow-utils\t2:4.9-8.el9\tx86_64\tshadow-utils-4.9-8.el9.src.rpm\n"
        "gpg-pubkey\t350d275d-6279464b\t(none)\t(none)\n");
    ASSERT_EQ(rpm.size(), 3U);
    EXPECT_EQ(json::write(rpm[0]), R"({"manager":"rpm","name":"bash","version":"5.1.8-9.el9","architecture":"x86_64"})");
    EXPECT_EQ(json::write(rpm[1]),
              R"({"manager":"rpm","name":"kernel-core","version":"5.14.0-427.el9","architecture":"x86_64","source":"kernel"})");
    EXPECT_EQ(rpm[2].version, "2:4.9-8.el9");
    auto const snap = parse_snap(
        "Name    Version        Rev    Tracking         Publisher    Notes\ncore22  20240111       1122   latest/stable    canonical**  "
        "base\n");
    ASSERT_EQ(snap.size(), 1U);
    EXPECT_EQ(json::write(snap[0]), R"({"manager":"snap","name":"core22","version":"20240111"})");
}

TEST_F(Facts, of_services_come_from_systemd)
{
    auto const units = parse_units(
        "Id=ssh.service\nDescription=OpenBSD Secure Shell server\nLoadState=loaded\nActiveState=active\nUnitFileState=enabled\n\n"
        "Id=rescue.service\nDescription=Rescue = Shell\nLoadState=loaded\nActiveState=inactive\nUnitFileState=static\n\n"
        "Id=plymouth.service\nDescription=plymouth.service\nLoadState=not-found\nActiveState=inactive\nUnitFileState=\n\n"
        "Id=user@1000.service\nLoadState=loaded\nActiveState=active\nUnitFileState=static\n\n"
        "Id=cups.service\nDescription=CUPS\nLoadState=masked\nActiveState=failed\nUnitFileState=masked\n");
    ASSERT_EQ(units.size(), 3U);
    EXPECT_EQ(json::write(units[0]), R"({"name":"ssh","state":"active","enabled":true,"description":"OpenBSD Secure Shell server"})");
    EXPECT_EQ(json::write(units[1]), R"({"name":"rescue","state":"inactive","description":"Rescue = Shell"})");
    EXPECT_EQ(json::write(units[2]), R"({"name":"cups","state":"failed","enabled":false,"description":"CUPS"})");
}

TEST_F(Facts, of_services_come_from_init_scripts_where_there_is_no_systemd)
{
    for (auto const* name : {"ssh", "procps", "README"})
        file(std::string("etc/init.d/") + name, "#! /bin/sh\n# Short-Description: About it\n");
    fs::permissions(root / "etc/init.d/ssh", fs::perms::owner_all);
    fs::permissions(root / "etc/init.d/procps", fs::perms::owner_all);
    link("etc/rc2.d/S01ssh", "../init.d/ssh");
    auto const services = parse_init(" [ + ]  ssh\n [ - ]  gone\n", root);
    ASSERT_EQ(services.size(), 2U);
    EXPECT_EQ(json::write(services[0]), R"({"name":"procps","enabled":false,"description":"About it"})");
    EXPECT_EQ(json::write(services[1]), R"({"name":"ssh","state":"active","enabled":true,"description":"About it"})");
}

}  // namespace
}  // namespace mz::edge::facts
