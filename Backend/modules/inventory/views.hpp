#pragma once
#include "core/clock.hpp"
#include "core/text.hpp"
#include "core/uuid.hpp"
#include "web/page.hpp"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// What people are shown of a machine. What an appliance did not say is left out.
namespace mz::inventory {

struct CiPath {
    Uuid id;
};
BOOST_DESCRIBE_STRUCT(CiPath, (), (id))

// A device that runs on the machine, and how far each section of its inventory has got.
struct CiDevice {
    Uuid id;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(CiDevice, (), (id, name))

struct CiSection {
    Uuid device_id;
    std::string section;
    std::int32_t items = 0;
    Timestamp changed_at;
    Timestamp seen_at;
};
BOOST_DESCRIBE_STRUCT(CiSection, (), (device_id, section, items, changed_at, seen_at))

struct CiInventory {
    std::vector<CiDevice> devices;
    std::vector<CiSection> sections;
};
BOOST_DESCRIBE_STRUCT(CiInventory, (), (devices, sections))

// The CI that a device's machine is.
struct DeviceCi {
    Uuid id;
    std::string name;
    std::string class_key;
};
BOOST_DESCRIBE_STRUCT(DeviceCi, (), (id, name, class_key))

struct InstalledFilter : web::ListQuery {
    std::optional<Text<1, 200>> q;  // part of the name
    std::optional<Text<1, 20>> manager;
    std::optional<bool> removed;  // what it no longer has, instead of what it has
};
BOOST_DESCRIBE_STRUCT(InstalledFilter, (web::ListQuery), (q, manager, removed))

// `id` is the title's.
struct InstalledSoftware {
    Uuid id;
    std::string manager;
    std::string name;
    std::string version;
    std::string architecture;
    std::string source;
    Timestamp first_seen_at;
    std::optional<Timestamp> removed_at;
};
BOOST_DESCRIBE_STRUCT(InstalledSoftware, (), (id, manager, name, version, architecture, source, first_seen_at, removed_at))

struct SoftwareFilter : web::ListQuery {
    std::optional<Text<1, 200>> q;     // part of the name
    std::optional<Text<1, 200>> name;  // the whole of it
    std::optional<Text<1, 20>> manager;
};
BOOST_DESCRIBE_STRUCT(SoftwareFilter, (web::ListQuery), (q, name, manager))

// A version of a package that some machine has. `machines` is counted up to software_count_most.
struct SoftwareTitle {
    Uuid id;
    std::string manager;
    std::string name;
    std::string version;
    std::string architecture;
    std::string source;
    Timestamp first_seen_at;
    std::int64_t machines = 0;
};
BOOST_DESCRIBE_STRUCT(SoftwareTitle, (), (id, manager, name, version, architecture, source, first_seen_at, machines))

// Who has a title, or a package of that name; `below` narrows to versions before this one, as the package's manager orders them.
struct InstallationFilter : web::ListQuery {
    std::optional<Uuid> title_id;
    std::optional<Text<1, 200>> name;
    std::optional<Text<1, 20>> manager;
    std::optional<Text<1, 100>> below;
};
BOOST_DESCRIBE_STRUCT(InstallationFilter, (web::ListQuery), (title_id, name, manager, below))

struct SoftwareInstallation {
    Uuid id;  // the title's
    Uuid ci_id;
    std::string ci_name;
    std::string ci_class;
    std::string manager;
    std::string name;
    std::string version;
    std::string architecture;
    Timestamp first_seen_at;
};
BOOST_DESCRIBE_STRUCT(SoftwareInstallation, (), (id, ci_id, ci_name, ci_class, manager, name, version, architecture, first_seen_at))

struct CiService {
    Uuid id;
    std::string name;
    std::optional<std::string> state;
    std::optional<bool> enabled;
    std::optional<std::string> description;
    Timestamp first_seen_at;
};
BOOST_DESCRIBE_STRUCT(CiService, (), (id, name, state, enabled, description, first_seen_at))

struct CiListener {
    Uuid id;
    std::string protocol;
    std::string address;
    std::int64_t port = 0;
    std::optional<std::string> process;
    Timestamp first_seen_at;
};
BOOST_DESCRIBE_STRUCT(CiListener, (), (id, protocol, address, port, process, first_seen_at))

struct CiInterface {
    Uuid id;
    std::string name;
    std::optional<std::string> mac;
    std::vector<std::string> addresses;  // with the length of the prefix
    std::optional<std::string> kind;
    std::optional<std::string> state;
    std::optional<std::int64_t> speed_mbps;
    std::optional<std::int64_t> mtu;
    Timestamp first_seen_at;
};
BOOST_DESCRIBE_STRUCT(CiInterface, (), (id, name, mac, addresses, kind, state, speed_mbps, mtu, first_seen_at))

struct CiNeighbour {
    Uuid id;
    std::string address;
    std::optional<std::string> mac;
    std::optional<std::string> interface;
    Timestamp first_seen_at;
};
BOOST_DESCRIBE_STRUCT(CiNeighbour, (), (id, address, mac, interface, first_seen_at))

struct CiMount {
    std::string path;
    std::optional<std::string> filesystem;
    std::optional<std::int64_t> size_bytes;
};
BOOST_DESCRIBE_STRUCT(CiMount, (), (path, filesystem, size_bytes))

struct CiDisk {
    Uuid id;
    std::string name;
    std::optional<std::string> model;
    std::optional<std::string> serial_number;
    std::optional<std::int64_t> size_bytes;
    std::optional<std::string> kind;
    std::vector<CiMount> mounts;
    Timestamp first_seen_at;
};
BOOST_DESCRIBE_STRUCT(CiDisk, (), (id, name, model, serial_number, size_bytes, kind, mounts, first_seen_at))

// `ci_id` is the certificate's own CI.
struct CiCertificate {
    Uuid id;
    std::optional<Uuid> ci_id;
    std::string fingerprint;
    std::optional<std::string> subject;
    std::optional<std::string> issuer;
    std::vector<std::string> names;
    std::optional<std::string> serial;
    std::optional<Timestamp> not_before;
    std::optional<Timestamp> not_after;
    std::optional<std::string> key;
    std::vector<std::string> endpoints;
    Timestamp first_seen_at;
};
BOOST_DESCRIBE_STRUCT(CiCertificate, (),
                      (id, ci_id, fingerprint, subject, issuer, names, serial, not_before, not_after, key, endpoints, first_seen_at))

}  // namespace mz::inventory
