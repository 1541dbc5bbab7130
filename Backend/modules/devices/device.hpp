#pragma once
#include "core/clock.hpp"
#include "core/secret.hpp"
#include "core/text.hpp"
#include "core/uuid.hpp"
#include "json/value.hpp"
#include "web/page.hpp"

#include <boost/describe.hpp>

#include <optional>
#include <string>
#include <vector>

namespace mz::devices {

using Name = Text<1, 200>;

// Revoked wins over everything; online is who was heard of within device_online_seconds.
enum class DeviceStatus { online, offline, revoked };
BOOST_DESCRIBE_ENUM(DeviceStatus, online, offline, revoked)

// The newest telemetry, in percent of what the machine has. The disk is the fullest one.
struct DeviceLatest {
    Timestamp at;
    double cpu_percent = 0;
    double memory_used_percent = 0;
    double disk_used_percent = 0;
};
BOOST_DESCRIBE_STRUCT(DeviceLatest, (), (at, cpu_percent, memory_used_percent, disk_used_percent))

struct DeviceFacts {
    Uuid id;
    Name name;
    Text<1, 200> machine_id;
    Text<1, 100> agent_version;
    DeviceStatus status = DeviceStatus::offline;
    std::optional<Timestamp> last_seen_at;
    Timestamp registered_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(DeviceFacts, (), (id, name, machine_id, agent_version, status, last_seen_at, registered_at, version))

// An appliance of the tenant.
struct Device : DeviceFacts {
    std::optional<DeviceLatest> latest;
};
BOOST_DESCRIBE_STRUCT(Device, (DeviceFacts), (latest))

struct DeviceFilter : web::ListQuery {
    std::vector<DeviceStatus> status;
    std::optional<Text<1, 200>> q;  // part of the name or of the machine id
};
BOOST_DESCRIBE_STRUCT(DeviceFilter, (web::ListQuery), (status, q))

struct DevicePath {
    Uuid id;
};
BOOST_DESCRIBE_STRUCT(DevicePath, (), (id))

struct DevicePatch {
    Name name;
};
BOOST_DESCRIBE_STRUCT(DevicePatch, (), (name))

// What an appliance says of itself when it registers.
struct DeviceRegister {
    Name name;
    Text<1, 200> machine_id;
    Text<1, 100> version;
};
BOOST_DESCRIBE_STRUCT(DeviceRegister, (), (name, machine_id, version))

struct DeviceRegistered {
    Uuid device_id;
    Secret<std::string> device_key;
};
BOOST_DESCRIBE_STRUCT(DeviceRegistered, (), (device_id, device_key))

// A tenant's way to let appliances in. The key itself is shown once, when it is made.
struct ProvisioningKey {
    Uuid id;
    Name name;
    std::string prefix;
    std::optional<std::int32_t> max_uses;
    std::int32_t uses = 0;
    std::optional<Timestamp> expires_at;
    std::optional<Timestamp> revoked_at;
    std::optional<Timestamp> last_used_at;
    std::optional<std::string> last_used_address;
    std::optional<Uuid> last_device_id;
    std::optional<std::string> last_device_name;
    std::optional<Uuid> replaced_by;  // the key that was made in its place
    Timestamp created_at;
};
BOOST_DESCRIBE_STRUCT(ProvisioningKey, (),
                      (id, name, prefix, max_uses, uses, expires_at, revoked_at, last_used_at, last_used_address, last_device_id,
                       last_device_name, replaced_by, created_at))

struct ProvisioningKeyCreate {
    Name name;
    std::optional<Int<1, 1000000>> max_uses;
    std::optional<Timestamp> expires_at;
};
BOOST_DESCRIBE_STRUCT(ProvisioningKeyCreate, (), (name, max_uses, expires_at))

// A new key of the same name; the old one stays good for so long beside it, but never longer than it would have been.
struct ProvisioningKeyRotate {
    std::optional<Int<1, 1000000>> max_uses;
    std::optional<Timestamp> expires_at;
    Int<0, 31536000> overlap_seconds;  // within `provisioning_key_overlap_max_hours`
};
BOOST_DESCRIBE_STRUCT(ProvisioningKeyRotate, (), (max_uses, expires_at, overlap_seconds))

struct ProvisioningKeyCreated : ProvisioningKey {
    Secret<std::string> key;
};
BOOST_DESCRIBE_STRUCT(ProvisioningKeyCreated, (ProvisioningKey), (key))

}  // namespace mz::devices
