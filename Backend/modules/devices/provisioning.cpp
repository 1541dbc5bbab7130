#include "provisioning.hpp"

#include "device.hpp"
#include "devices.hpp"
#include "devices_sql.hpp"
#include "keys.hpp"
#include "pg/error.hpp"
#include "places.hpp"

#include <chrono>

namespace mz::devices {
namespace {

using namespace web;

struct NewProvisioningKey {
    Uuid id;
    Name name;
    std::string prefix;
    Bytes key_hash;
    std::optional<Int<1, 1000000>> max_uses;
    std::optional<Timestamp> expires_at;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(NewProvisioningKey, (), (id, name, prefix, key_hash, max_uses, expires_at, at))

struct ByIdAt {
    Uuid id;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(ByIdAt, (), (id, at))

struct Replacement {
    Uuid id;
    Uuid replaced_by;
    Timestamp until;
};
BOOST_DESCRIBE_STRUCT(Replacement, (), (id, replaced_by, until))

struct Use {
    Uuid id;
    Timestamp at;
    std::string address;
    Uuid device_id;
};
BOOST_DESCRIBE_STRUCT(Use, (), (id, at, address, device_id))

struct ByHash {
    Bytes key_hash;
};
BOOST_DESCRIBE_STRUCT(ByHash, (), (key_hash))

struct FoundProvisioningKey {
    Uuid tenant_id;
    Uuid id;
    bool tenant_active = false;
};
BOOST_DESCRIBE_STRUCT(FoundProvisioningKey, (), (tenant_id, id, tenant_active))

struct NewDevice : DeviceRegister {
    Uuid id;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(NewDevice, (DeviceRegister), (id, at))

struct RegisteredDevice {
    Uuid id;
    bool revoked = false;
};
BOOST_DESCRIBE_STRUCT(RegisteredDevice, (), (id, revoked))

struct NewDeviceKey {
    Uuid id;
    Uuid device_id;
    Uuid provisioning_key_id;
    Bytes key_hash;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(NewDeviceKey, (), (id, device_id, provisioning_key_id, key_hash, at))

Task<Page<ProvisioningKey>> list(Request& rq, Query<ListQuery> query)
{
    co_return co_await rq.db.page<ProvisioningKey>(sql::provisioning_key_list{}, query.value);
}

// Writes the row and hands out the key.
Task<ProvisioningKeyCreated> issue(Tx& tx, Name name, std::optional<Int<1, 1000000>> max_uses, std::optional<Timestamp> expires_at)
{
    if (expires_at && *expires_at <= now()) {
        throw Problem(Failure::unprocessable, "The key would have expired already; choose a time in the future.");
    }
    auto made = new_key(provisioning_key_word);
    NewProvisioningKey const args{Uuid::v7(), std::move(name), made.prefix, made.hash, max_uses, expires_at, now()};
    co_await tx.run(sql::provisioning_key_create{}, args);
    DevicePath const path{args.id};
    ProvisioningKeyCreated created;
    static_cast<ProvisioningKey&>(created) = co_await tx.one<ProvisioningKey>(sql::provisioning_key_get{}, path);
    created.key = std::move(made.key);
    co_return created;
}

Task<Created<ProvisioningKeyCreated>> create(Request&, Body<ProvisioningKeyCreate> body, Tx& tx)
{
    auto created = co_await issue(tx, body->name, body->max_uses, body->expires_at);
    co_return Created<ProvisioningKeyCreated>{std::move(created)};
}

Task<Created<ProvisioningKeyCreated>> rotate(Request& rq, Path<DevicePath> path, Body<ProvisioningKeyRotate> body, Tx& tx)
{
    auto const old = co_await tx.one<ProvisioningKey>(sql::provisioning_key_lock{}, path.value);
    if (old.revoked_at || old.replaced_by || (old.expires_at && *old.expires_at <= now())) {
        throw Problem(Failure::conflict, "key-not-current", "This key is revoked, expired or rotated already; make a new one instead.");
    }
    auto const hours = rq.services.get<DeviceSettings>().provisioning_key_overlap_max_hours;
    auto const overlap = std::chrono::seconds(body->overlap_seconds.value);
    if (overlap > std::chrono::hours(hours)) {
        throw Problem(Failure::unprocessable, "overlap-too-long",
                      "The old key may stay good for at most " + std::to_string(hours) + " hours.");
    }
    auto created = co_await issue(tx, old.name, body->max_uses, body->expires_at);
    Replacement const replacement{old.id, created.id, now() + overlap};
    co_await tx.run(sql::provisioning_key_replace{}, replacement);
    co_return Created<ProvisioningKeyCreated>{std::move(created)};
}

Task<void> revoke(Request& rq, Path<DevicePath> path)
{
    ByIdAt const args{path->id, now()};
    co_await rq.db.one<Uuid>(sql::provisioning_key_revoke{}, args);
}

// The answer says nothing of which of the reasons it was; whoever holds the key can look it up in the console.
[[noreturn]] void refuse_key()
{
    throw Problem(Failure::unauthorized,
                  "This provisioning key is unknown, revoked, expired or used up. Ask your administrator for another.");
}

Task<Created<DeviceRegistered>> device_register(Request& rq, Body<DeviceRegister> body, Tx& tx)
{
    auto const presented = rq.http.headers.find("X-Provisioning-Key");
    if (!presented) throw Problem(Failure::unauthorized, "Send the tenant's provisioning key as X-Provisioning-Key.");
    ByHash const by_hash{sha256(*presented)};
    auto const provisioning = co_await tx.maybe<FoundProvisioningKey>(sql::provisioning_key_find{}, by_hash);
    if (!provisioning) refuse_key();
    if (!provisioning->tenant_active) {
        throw Problem(Failure::forbidden, "tenant-not-active", "This tenant's licence is not active; register again once it is.");
    }
    auto const device = Uuid::v7();
    Caller caller;
    caller.kind = ActorKind::device;
    caller.tenant = provisioning->tenant_id;
    caller.id = device;
    caller.role = "device";
    rq.become(std::move(caller));

    auto const at = now();
    ByIdAt const use{provisioning->id, at};
    auto const used = co_await tx.run(sql::provisioning_key_use{}, use);
    if (used == 0) refuse_key();
    auto const places = co_await lock_places(tx);
    NewDevice args;
    static_cast<DeviceRegister&>(args) = body.value;
    args.id = device;
    args.at = at;
    auto const registered = co_await tx.one<RegisteredDevice>(sql::device_register{}, args);
    if (registered.revoked) {
        throw Problem(Failure::forbidden, "device-revoked",
                      "This machine was revoked. An administrator can reinstate it on the device's page; then register again.");
    }
    bool const is_new = registered.id == device;
    if (is_new) co_await require_place(tx, places);
    rq.db.enter(provisioning->tenant_id, ActorKind::device, registered.id);
    rq.audit_target(registered.id);
    Use const used_by{provisioning->id, at, rq.http.remote_address, registered.id};
    co_await tx.run(sql::provisioning_key_used_by{}, used_by);
    auto key = new_key(device_key_word);
    NewDeviceKey key_args{Uuid::v7(), registered.id, provisioning->id, key.hash, at};
    co_await tx.run(sql::device_keys_revoke{}, key_args);
    co_await tx.run(sql::device_key_create{}, key_args);
    Created<DeviceRegistered> answer{{registered.id, std::move(key.key)}};
    co_return answer;
}

}  // namespace

std::vector<Route> provisioning_routes()
{
    constexpr Permission read{"provisioning-keys:read"};
    constexpr Permission write{"provisioning-keys:write"};
    std::vector<Route> all;
    all.push_back(route(Verb::get, "/api/v1/provisioning-keys", read, "provisioning_key_list", "List provisioning keys", list));
    all.push_back(
        route(Verb::post, "/api/v1/provisioning-keys", write, "provisioning_key_create", "Make a provisioning key", create).step_up());
    all.push_back(route(Verb::post, "/api/v1/provisioning-keys/{id}/rotate", write, "provisioning_key_rotate",
                        "A new key in place of one that goes on for a while", rotate)
                      .step_up());
    all.push_back(
        route(Verb::post, "/api/v1/provisioning-keys/{id}/revoke", write, "provisioning_key_revoke", "Revoke a provisioning key", revoke));
    all.push_back(route(Verb::post, "/api/v1/devices/register", permission::none, "device_register",
                        "Register an appliance with X-Provisioning-Key and get its own key", device_register));
    return all;
}

}  // namespace mz::devices
