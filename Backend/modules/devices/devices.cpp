#include "devices.hpp"

#include "core/crypto.hpp"
#include "devices_sql.hpp"
#include "json/read.hpp"
#include "json/write.hpp"
#include "places.hpp"
#include "provisioning.hpp"

#include <algorithm>
#include <chrono>

namespace mz::devices {
namespace {

using namespace web;

struct DeviceRow : DeviceFacts {
    std::optional<Timestamp> latest_at;
    std::optional<double> latest_cpu_percent;
    std::optional<double> latest_memory_used_percent;
    std::optional<double> latest_disk_used_percent;
};
BOOST_DESCRIBE_STRUCT(DeviceRow, (DeviceFacts), (latest_at, latest_cpu_percent, latest_memory_used_percent, latest_disk_used_percent))

struct DeviceListArgs : DeviceFilter {
    Timestamp online_since;
};
BOOST_DESCRIBE_STRUCT(DeviceListArgs, (DeviceFilter), (online_since))

struct DeviceView {
    Uuid id;
    Timestamp online_since;
};
BOOST_DESCRIBE_STRUCT(DeviceView, (), (id, online_since))

struct Rename {
    Uuid id;
    Name name;
};
BOOST_DESCRIBE_STRUCT(Rename, (), (id, name))

struct ByIdAt {
    Uuid id;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(ByIdAt, (), (id, at))

struct KeysOf {
    Uuid device_id;
    Timestamp at;
};
BOOST_DESCRIBE_STRUCT(KeysOf, (), (device_id, at))

struct ByHash {
    Bytes key_hash;
};
BOOST_DESCRIBE_STRUCT(ByHash, (), (key_hash))

struct FoundDevice {
    Uuid tenant_id;
    Uuid device_id;
    Uuid key_id;
    bool revoked = false;
    bool tenant_active = false;
    std::vector<std::string> addresses;  // that the key was used from
};
BOOST_DESCRIBE_STRUCT(FoundDevice, (), (tenant_id, device_id, key_id, revoked, tenant_active, addresses))

struct KeyUse {
    Uuid id;
    std::string address;
};
BOOST_DESCRIBE_STRUCT(KeyUse, (), (id, address))

struct TelemetryRow : TelemetrySample {
    json::Raw disks;
};
BOOST_DESCRIBE_STRUCT(TelemetryRow, (TelemetrySample), (disks))

struct TelemetryRange {
    Uuid device_id;
    Timestamp from_at;
    Timestamp to_at;
    double step_seconds = 0;
};
BOOST_DESCRIBE_STRUCT(TelemetryRange, (), (device_id, from_at, to_at, step_seconds))

Device shown(DeviceRow row)
{
    Device device;
    static_cast<DeviceFacts&>(device) = row;
    if (row.latest_at) {
        device.latest = DeviceLatest{*row.latest_at, row.latest_cpu_percent.value_or(0), row.latest_memory_used_percent.value_or(0),
                                     row.latest_disk_used_percent.value_or(0)};
    }
    return device;
}

DeviceSettings const& settings_of(Request& rq) { return rq.services.get<DeviceSettings>(); }

Task<Device> view(Request& rq, Uuid id)
{
    DeviceView const args{id, online_since(settings_of(rq))};
    auto row = co_await rq.db.one<DeviceRow>(sql::device_get{}, args);
    co_return shown(std::move(row));
}

Task<Page<Device>> list(Request& rq, Query<DeviceFilter> filter)
{
    DeviceListArgs args;
    static_cast<DeviceFilter&>(args) = filter.value;
    args.online_since = online_since(settings_of(rq));
    auto rows = co_await rq.db.page<DeviceRow>(sql::device_list{}, args);
    Page<Device> page;
    page.next = std::move(rows.next);
    page.total = rows.total;
    page.items.reserve(rows.items.size());
    for (auto& row : rows.items) page.items.push_back(shown(std::move(row)));
    co_return page;
}

Task<Device> get(Request& rq, Path<DevicePath> path) { co_return co_await view(rq, path->id); }

Task<Device> update(Request& rq, Path<DevicePath> path, Body<DevicePatch> body, Tx& tx)
{
    auto const version = co_await tx.one<std::int64_t>(sql::device_lock{}, path.value);
    rq.check_version(version);
    auto const before = co_await view(rq, path->id);
    Rename const was{path->id, before.name};
    Rename const args{path->id, body->name};
    co_await tx.run(sql::device_rename{}, args);
    rq.audit_change(was, args);
    co_return co_await view(rq, path->id);
}

Task<void> revoke(Request&, Path<DevicePath> path, Tx& tx)
{
    ByIdAt const args{path->id, now()};
    co_await tx.one<Uuid>(sql::device_revoke{}, args);
    KeysOf const keys{path->id, args.at};
    co_await tx.run(sql::device_keys_revoke{}, keys);
}

Task<void> reinstate(Request&, Path<DevicePath> path, Tx& tx)
{
    auto const places = co_await lock_places(tx);
    co_await tx.one<Uuid>(sql::device_reinstate{}, path.value);
    co_await require_place(tx, places);
}

Task<Telemetry> telemetry(Request& rq, Path<DevicePath> path, Query<TelemetryQuery> query)
{
    auto const& settings = settings_of(rq);
    TelemetryRange range;
    range.device_id = path->id;
    range.to_at = query->to.value_or(now());
    range.from_at = query->from.value_or(range.to_at - std::chrono::minutes(settings.telemetry_default_minutes));
    if (range.from_at >= range.to_at) throw Problem::invalid("?from", "must be before `to`");
    auto const points = query->max_points ? query->max_points->value : settings.telemetry_default_points;
    range.step_seconds = std::chrono::duration<double>(range.to_at - range.from_at).count() / static_cast<double>(points);
    auto rows = co_await rq.db.all<TelemetryRow>(sql::telemetry_history{}, range);
    if (rows.empty()) co_await view(rq, path->id);  // 404 for a device that is not there, rather than an empty chart
    Telemetry answer;
    answer.items.reserve(rows.size());
    for (auto& row : rows) {
        TelemetryPoint point;
        static_cast<TelemetrySample&>(point) = row;
        point.disks = json::read_text<std::vector<TelemetryDisk>>(row.disks.text);
        answer.items.push_back(std::move(point));
    }
    co_return answer;
}

// A key's first use from an address goes to the audit log; what it is used for every second does not.
Task<void> note_use(Db& db, FoundDevice found)
{
    db.enter(found.tenant_id, ActorKind::device, found.device_id);
    auto& entry = db.audit();
    entry.operation = "device_key_use";
    entry.target = found.device_id;
    entry.changes = json::write(KeyUse{found.key_id, entry.remote_address});
    KeyUse const use{found.key_id, entry.remote_address};
    co_await db.all<Uuid>(sql::device_key_used{}, use);
}

}  // namespace

Timestamp online_since(DeviceSettings const& settings) { return now() - std::chrono::seconds(settings.device_online_seconds); }

Task<Caller> authenticate(std::string key, Db& db)
{
    ByHash const args{sha256(key)};
    auto const found = co_await db.maybe<FoundDevice>(sql::device_find{}, args);
    if (!found || found->revoked) throw Problem(Failure::unauthorized, "This device key is unknown or revoked.");
    if (!found->tenant_active) throw Problem(Failure::forbidden, "tenant-not-active", "This tenant's licence is not active.");
    if (std::ranges::find(found->addresses, db.audit().remote_address) == found->addresses.end()) co_await note_use(db, *found);
    Caller caller;
    caller.kind = ActorKind::device;
    caller.tenant = found->tenant_id;
    caller.id = found->device_id;
    caller.role = "device";
    co_return caller;
}

Task<void> require_known(Db& db, Uuid device)
{
    DevicePath const args{device};
    co_await db.one<bool>(sql::device_state{}, args);
}

Task<void> require_usable(Db& db, Uuid device)
{
    DevicePath const args{device};
    if (co_await db.one<bool>(sql::device_state{}, args)) throw Problem(Failure::conflict, "This device is revoked.");
}

std::vector<Route> routes()
{
    constexpr Permission read{"devices:read"};
    constexpr Permission write{"devices:write"};
    auto all = provisioning_routes();
    all.push_back(route(Verb::get, "/api/v1/devices", read, "device_list", "List devices", list));
    all.push_back(route(Verb::get, "/api/v1/devices/{id}", read, "device_get", "Fetch one device", get));
    all.push_back(route(Verb::patch, "/api/v1/devices/{id}", write, "device_update", "Rename a device", update));
    all.push_back(route(Verb::post, "/api/v1/devices/{id}/revoke", write, "device_revoke", "Take a device's key away", revoke));
    all.push_back(
        route(Verb::post, "/api/v1/devices/{id}/reinstate", write, "device_reinstate", "Let a revoked device register again", reinstate));
    all.push_back(
        route(Verb::get, "/api/v1/devices/{id}/telemetry", read, "device_telemetry", "A device's history, thinned out", telemetry));
    return all;
}

}  // namespace mz::devices
