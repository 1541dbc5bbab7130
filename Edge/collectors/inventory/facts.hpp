#pragma once
#include "core/clock.hpp"

#include <boost/describe.hpp>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The shapes of what the appliance knows about its machine, as the Cloud reads them: what is not known is left out.
namespace mz::edge::facts {

using Words = std::optional<std::string>;
using Count = std::optional<std::int64_t>;

struct System {
    static constexpr bool foreign = true;
    Words hostname;
    Words fqdn;
    Words os_name;  // with its version, as people call it
    Words os_id;    // debian, rhel, ...
    Words os_version;
    Words kernel;
    Words architecture;
    Words machine_id;
    std::optional<Timestamp> boot_time;
    Words timezone;
    Words virtualization;  // in systemd-detect-virt's words; "none" on bare metal
};
BOOST_DESCRIBE_STRUCT(System, (),
                      (hostname, fqdn, os_name, os_id, os_version, kernel, architecture, machine_id, boot_time, timezone, virtualization))

struct Hardware {
    static constexpr bool foreign = true;
    Words manufacturer;
    Words model;
    Words serial_number;
    Words uuid;
    Words chassis;  // desktop, laptop, convertible, tablet, handset, server, embedded
    Words bios_version;
    Words cpu_model;
    Count cpu_cores;
    Count cpu_threads;
    Count memory_bytes;
};
BOOST_DESCRIBE_STRUCT(Hardware, (),
                      (manufacturer, model, serial_number, uuid, chassis, bios_version, cpu_model, cpu_cores, cpu_threads, memory_bytes))

struct Mount {
    static constexpr bool foreign = true;
    std::string path;
    Words filesystem;
    Count size_bytes;
};
BOOST_DESCRIBE_STRUCT(Mount, (), (path, filesystem, size_bytes))

struct Disk {
    static constexpr bool foreign = true;
    std::string name;
    Words model;
    Words serial_number;
    Count size_bytes;
    Words kind;  // hdd, ssd, nvme, virtual
    std::optional<std::vector<Mount>> mounts;
};
BOOST_DESCRIBE_STRUCT(Disk, (), (name, model, serial_number, size_bytes, kind, mounts))

struct Interface {
    static constexpr bool foreign = true;
    std::string name;
    Words mac;
    std::optional<std::vector<std::string>> addresses;  // 10.0.0.5/24
    Words kind;                                         // ethernet, wireless, bridge, bond, vlan, veth, wireguard, ...
    Words state;                                        // up, down, unknown, ...
    Count speed_mbps;
    Count mtu;
};
BOOST_DESCRIBE_STRUCT(Interface, (), (name, mac, addresses, kind, state, speed_mbps, mtu))

struct Neighbour {
    static constexpr bool foreign = true;
    std::string address;
    Words mac;
    Words interface;
};
BOOST_DESCRIBE_STRUCT(Neighbour, (), (address, mac, interface))

struct Package {
    static constexpr bool foreign = true;
    std::string manager;  // dpkg, rpm, snap
    std::string name;
    Words version;
    Words architecture;
    Words source;  // where it is called otherwise
};
BOOST_DESCRIBE_STRUCT(Package, (), (manager, name, version, architecture, source))

struct Service {
    static constexpr bool foreign = true;
    std::string name;
    Words state;                  // active, inactive, failed, ...
    std::optional<bool> enabled;  // where it can be
    Words description;
};
BOOST_DESCRIBE_STRUCT(Service, (), (name, state, enabled, description))

struct Listening {
    static constexpr bool foreign = true;
    std::string protocol;
    std::string address;
    int port = 0;
    Words process;
};
BOOST_DESCRIBE_STRUCT(Listening, (), (protocol, address, port, process))

struct Certificate {
    static constexpr bool foreign = true;
    std::string fingerprint;  // SHA-256 of the whole certificate, in hexadecimal
    Words subject;
    Words issuer;
    std::optional<std::vector<std::string>> names;
    Words serial;
    std::optional<Timestamp> not_before;
    std::optional<Timestamp> not_after;
    Words key;  // RSA 2048
    std::optional<std::vector<std::string>> endpoints;
};
BOOST_DESCRIBE_STRUCT(Certificate, (), (fingerprint, subject, issuer, names, serial, not_before, not_after, key, endpoints))

// Text from the machine, cleaned; nothing where it says nothing: empty, or what makers leave in place of a name.
Words said(std::string_view text);
// The first line of a file; nothing where there is none, or none that may be read.
Words first_line(std::filesystem::path const& path);
// The whole of a small file, empty where it cannot be read.
std::string contents(std::filesystem::path const& path);

}  // namespace mz::edge::facts
