#include "devices.hpp"
#include "test_backend.hpp"

#include <future>

namespace mz::devices {
namespace {

using backend::test::Answer;
using backend::test::text;
namespace bj = boost::json;

constexpr auto everything = "devices:read devices:write provisioning-keys:read provisioning-keys:write";

class devices : public ::testing::Test {
protected:
    static void SetUpTestSuite()
    {
        auto const add = [](net::Worker, web::Services& services) { services.add(std::make_shared<DeviceSettings>()); };
        cloud = std::make_unique<backend::test::Backend>(routes(), add, authenticate);
    }
    static void TearDownTestSuite() { cloud.reset(); }

    void SetUp() override
    {
        tenant = cloud->make_tenant();
        by = cloud->token(tenant, cloud->make_person(tenant, "Ann"), everything);
    }

    std::string provisioning_key(bj::object body = {{"name", "site A"}})
    {
        auto const made = cloud->post("/api/v1/provisioning-keys", by, body);
        EXPECT_EQ(made.status, 201) << made.body;
        key_id = text(made.json(), "id");
        return text(made.json(), "key");
    }

    static Answer enlist(std::string const& key, std::string const& machine = "machine-1", std::string const& name = "box")
    {
        bj::object const body{{"name", name}, {"machine_id", machine}, {"version", "1.2.3"}};
        return cloud->send("POST", "/api/v1/devices/register", body, {{"X-Provisioning-Key", key}});
    }

    static void expect_key(std::string const& device_key, bool known)
    {
        pg::Params const params{"\\x" + hex(sha256(device_key))};
        auto const found = cloud->superuser.run("select revoked from devices.device_by_key_hash($1)", params);
        bool const usable = found.rows() == 1 && found.value(0, 0)[0] == 0;
        EXPECT_EQ(usable, known);
    }

    static inline std::unique_ptr<backend::test::Backend> cloud;
    Uuid tenant;
    std::string by;
    std::string key_id;
};

TEST_F(devices, a_provisioning_key_is_shown_once_and_stored_as_a_hash)
{
    auto const key = provisioning_key();
    EXPECT_EQ(key.size(), 47U);
    EXPECT_TRUE(key.starts_with("mzp_"));
    auto const listed = cloud->get("/api/v1/provisioning-keys", by);
    EXPECT_EQ(listed.status, 200);
    EXPECT_EQ(listed.body.find(key), std::string::npos);
    EXPECT_EQ(text(listed.json().at("items").at(0), "prefix"), key.substr(0, 10));
    EXPECT_EQ(cloud->value("select count(*) from devices.provisioning_keys where position('" + key + "' in provisioning_keys::text) > 0"),
              "0");
}

TEST_F(devices, a_machine_registers_and_gets_a_key_of_its_own)
{
    auto const answer = enlist(provisioning_key());
    ASSERT_EQ(answer.status, 201) << answer.body;
    auto const device_key = text(answer.json(), "device_key");
    EXPECT_TRUE(device_key.starts_with("mzd_"));
    expect_key(device_key, true);
    auto const shown = cloud->get("/api/v1/devices/" + text(answer.json(), "device_id"), by).json();
    EXPECT_EQ(text(shown, "name"), "box");
    EXPECT_EQ(text(shown, "status"), "offline");
    EXPECT_TRUE(shown.at("latest").is_null());
    EXPECT_EQ(cloud->value("select actor_kind from audit.entries where operation = 'device_register' and tenant_id = '" +
                           tenant.to_string() + "'"),
              "device");
}

TEST_F(devices, registering_again_gives_the_same_device_another_key)
{
    auto const key = provisioning_key();
    auto const first = enlist(key).json();
    auto const renamed = cloud->send("PATCH", "/api/v1/devices/" + text(first, "device_id"), bj::object{{"name", "front desk"}},
                                     {{"Authorization", "Bearer " + by}});
    EXPECT_EQ(renamed.status, 200) << renamed.body;
    auto const second = enlist(key).json();
    EXPECT_EQ(first.at("device_id"), second.at("device_id"));
    expect_key(text(first, "device_key"), false);
    expect_key(text(second, "device_key"), true);
    EXPECT_EQ(text(cloud->get("/api/v1/devices/" + text(first, "device_id"), by).json(), "name"), "front desk");
}

TEST_F(devices, a_key_with_two_uses_admits_two_machines_whoever_comes_first)
{
    auto const key = provisioning_key({{"name", "two"}, {"max_uses", 2}});
    std::vector<std::future<int>> attempts;
    for (int i = 0; i < 8; ++i)
        attempts.push_back(std::async(std::launch::async, [&key, i] { return enlist(key, "m" + std::to_string(i)).status; }));
    int admitted = 0;
    for (auto& attempt : attempts) admitted += attempt.get() == 201 ? 1 : 0;
    EXPECT_EQ(admitted, 2);
    EXPECT_EQ(cloud->value("select count(*) from devices.devices where tenant_id = '" + tenant.to_string() + "'"), "2");
}

TEST_F(devices, a_key_that_is_unknown_expired_or_revoked_admits_nobody)
{
    EXPECT_EQ(enlist("mzp_" + random_token()).status, 401);
    auto const expiring = provisioning_key({{"name", "short"}, {"expires_at", (now() + std::chrono::milliseconds(50)).to_string()}});
    std::this_thread::sleep_for(std::chrono::milliseconds(60));
    EXPECT_EQ(enlist(expiring).status, 401);
    auto const key = provisioning_key();
    EXPECT_EQ(cloud->post("/api/v1/provisioning-keys/" + key_id + "/revoke", by).status, 204);
    EXPECT_EQ(enlist(key).status, 401);
    EXPECT_EQ(cloud->post("/api/v1/provisioning-keys", by, bj::object{{"name", "past"}, {"expires_at", "2020-01-01T00:00:00Z"}}).status,
              422);
}

TEST_F(devices, a_provisioning_key_remembers_its_last_use)
{
    auto const key = provisioning_key();
    auto const device = text(enlist(key).json(), "device_id");
    auto const listed = cloud->get("/api/v1/provisioning-keys", by).json().at("items").at(0);
    EXPECT_EQ(text(listed, "last_device_id"), device);
    EXPECT_EQ(text(listed, "last_used_address"), "127.0.0.1");
    EXPECT_FALSE(listed.at("last_used_at").is_null());
    EXPECT_EQ(listed.at("uses"), 1);
}

TEST_F(devices, a_rotated_provisioning_key_stays_good_for_the_overlap_that_was_chosen)
{
    auto const rotate = [this](std::string const& id, int seconds) {
        return cloud->post("/api/v1/provisioning-keys/" + id + "/rotate", by, bj::object{{"overlap_seconds", seconds}});
    };
    auto const first = provisioning_key();
    auto const first_id = key_id;
    auto const second = rotate(first_id, 3600);
    ASSERT_EQ(second.status, 201) << second.body;
    EXPECT_EQ(enlist(first, "m1").status, 201);
    EXPECT_EQ(enlist(text(second.json(), "key"), "m2").status, 201);
    EXPECT_EQ(rotate(first_id, 0).status, 409) << "it was rotated already";
    auto const third = rotate(text(second.json(), "id"), 0);
    ASSERT_EQ(third.status, 201) << third.body;
    EXPECT_EQ(enlist(text(second.json(), "key"), "m3").status, 401);
    EXPECT_EQ(enlist(text(third.json(), "key"), "m3").status, 201);
    EXPECT_EQ(rotate(text(third.json(), "id"), 721 * 3600).status, 422);
}

TEST_F(devices, a_tenant_without_a_licence_gets_no_devices)
{
    auto const key = provisioning_key();
    cloud->superuser.run("update licence.tenants set status = 'suspended' where id = $1", {tenant.to_string()});
    auto const answer = enlist(key);
    EXPECT_EQ(answer.status, 403);
    EXPECT_EQ(text(answer.json(), "type"), "urn:monozu:problem:tenant-not-active");
}

TEST_F(devices, an_expired_licence_lets_neither_keys_nor_devices_in)
{
    auto const key = provisioning_key();
    auto const device_key = text(enlist(key).json(), "device_key");
    auto const admitted = [&] {
        pg::Params const params{"\\x" + hex(sha256(device_key))};
        return cloud->superuser.run("select tenant_active::text from devices.device_by_key_hash($1)", params).value(0, 0) == "true";
    };
    EXPECT_TRUE(admitted());
    cloud->expire_licence(tenant);
    EXPECT_FALSE(admitted());
    auto const answer = enlist(key, "machine-2");
    EXPECT_EQ(answer.status, 403);
    EXPECT_EQ(text(answer.json(), "type"), "urn:monozu:problem:tenant-not-active");
}

TEST_F(devices, no_more_register_than_the_licence_allows_whoever_comes_first)
{
    cloud->limit(tenant, "devices", 3);
    // Each with a key of its own, whose lock would make them take turns.
    std::vector<std::string> keys;
    for (int i = 0; i < 8; ++i) keys.push_back(provisioning_key());
    std::vector<std::future<Answer>> attempts;
    for (auto const& key : keys) attempts.push_back(std::async(std::launch::async, [&key] { return enlist(key, key.substr(0, 20)); }));
    int admitted = 0;
    for (auto& attempt : attempts) {
        auto const answer = attempt.get();
        if (answer.status == 201) ++admitted;
        else EXPECT_EQ(text(answer.json(), "type"), "urn:monozu:problem:licence-limit-reached") << answer.body;
    }
    EXPECT_EQ(admitted, 3);
    EXPECT_EQ(cloud->value("select sum(uses) from devices.provisioning_keys where tenant_id = '" + tenant.to_string() + "'"), "3")
        << "a refusal uses no key up";
}

TEST_F(devices, a_place_is_free_again_when_a_device_is_revoked)
{
    cloud->limit(tenant, "devices", 1);
    auto const key = provisioning_key();
    auto const first = "/api/v1/devices/" + text(enlist(key, "m1").json(), "device_id");
    EXPECT_EQ(enlist(key, "m2").status, 409);
    EXPECT_EQ(cloud->post(first + "/revoke", by).status, 204);
    EXPECT_EQ(enlist(key, "m2").status, 201);
    auto const again = cloud->post(first + "/reinstate", by);
    EXPECT_EQ(again.status, 409);
    EXPECT_EQ(text(again.json(), "type"), "urn:monozu:problem:licence-limit-reached");
    EXPECT_EQ(text(cloud->get(first, by).json(), "status"), "revoked");
}

TEST_F(devices, a_machine_that_is_known_registers_again_over_the_limit)
{
    auto const key = provisioning_key();
    EXPECT_EQ(enlist(key, "m1").status, 201);
    EXPECT_EQ(enlist(key, "m2").status, 201);
    cloud->limit(tenant, "devices", 1);
    EXPECT_EQ(enlist(key, "m1").status, 201) << "it takes no further place";
}

TEST_F(devices, a_revoked_device_stays_out_until_it_is_reinstated)
{
    auto const key = provisioning_key();
    auto const registered = enlist(key).json();
    auto const device = "/api/v1/devices/" + text(registered, "device_id");
    EXPECT_EQ(cloud->post(device + "/revoke", by).status, 204);
    expect_key(text(registered, "device_key"), false);
    EXPECT_EQ(text(cloud->get(device, by).json(), "status"), "revoked");
    auto const refused = enlist(key);
    EXPECT_EQ(refused.status, 403);
    EXPECT_EQ(text(refused.json(), "type"), "urn:monozu:problem:device-revoked");
    EXPECT_EQ(cloud->post(device + "/reinstate", by).status, 204);
    expect_key(text(registered, "device_key"), false);
    EXPECT_EQ(enlist(key).status, 201);
}

TEST_F(devices, another_tenants_devices_and_keys_are_not_found)
{
    auto const registered = enlist(provisioning_key()).json();
    auto const stranger = cloud->make_tenant();
    auto const by_stranger = cloud->token(stranger, cloud->make_person(stranger, "Bob"), everything);
    auto const device = "/api/v1/devices/" + text(registered, "device_id");
    EXPECT_EQ(cloud->get(device, by_stranger).status, 404);
    EXPECT_EQ(cloud->get(device + "/telemetry", by_stranger).status, 404);
    EXPECT_EQ(cloud->post(device + "/revoke", by_stranger).status, 404);
    EXPECT_EQ(cloud->post("/api/v1/provisioning-keys/" + key_id + "/revoke", by_stranger).status, 404);
    EXPECT_TRUE(cloud->get("/api/v1/devices", by_stranger).json().at("items").as_array().empty());
}

TEST_F(devices, a_rename_on_top_of_somebody_elses_is_refused)
{
    auto const device = "/api/v1/devices/" + text(enlist(provisioning_key()).json(), "device_id");
    std::map<std::string, std::string> const headers{{"Authorization", "Bearer " + by}, {"If-Match", "\"1\""}};
    EXPECT_EQ(cloud->send("PATCH", device, bj::object{{"name", "first"}}, headers).status, 200);
    EXPECT_EQ(cloud->send("PATCH", device, bj::object{{"name", "second"}}, headers).status, 412);
}

TEST_F(devices, the_list_is_filtered_by_status_and_name_and_paged)
{
    auto const key = provisioning_key();
    for (auto const* name : {"alpha", "beta", "gamma"}) EXPECT_EQ(enlist(key, name, name).status, 201);
    cloud->superuser.run("update devices.devices set last_seen_at = now() where tenant_id = $1 and name = 'beta'", {tenant.to_string()});
    auto const names = [](Answer const& answer) {
        std::string out;
        auto const json = answer.json();
        for (auto const& item : json.at("items").as_array()) out += text(item, "name") + " ";
        return out;
    };
    EXPECT_EQ(names(cloud->get("/api/v1/devices?status=online", by)), "beta ");
    EXPECT_EQ(names(cloud->get("/api/v1/devices?status=offline,revoked&sort=-name", by)), "gamma alpha ");
    EXPECT_EQ(names(cloud->get("/api/v1/devices?q=AMM", by)), "gamma ");
    auto const first = cloud->get("/api/v1/devices?sort=name&limit=2&count=exact", by);
    EXPECT_EQ(names(first), "alpha beta ");
    EXPECT_EQ(first.json().at("total"), 3);
    EXPECT_EQ(names(cloud->get("/api/v1/devices?sort=name&limit=2&after=" + text(first.json(), "next"), by)), "gamma ");
}

TEST_F(devices, history_is_thinned_to_the_points_asked_for)
{
    auto const device = text(enlist(provisioning_key()).json(), "device_id");
    cloud->superuser.run(
        "insert into devices.telemetry select $1::uuid, $2::uuid, '2026-01-01T00:00:00Z'::timestamptz + n * interval '10 seconds', n, 0, "
        "0, 0, 100, n, 0, 0, "
        "'[{\"mount\":\"/\",\"total_bytes\":10,\"used_bytes\":5}]', n, 2 * n, n from generate_series(0, 359) n",
        {tenant.to_string(), device});
    auto const range = "/api/v1/devices/" + device + "/telemetry?from=2026-01-01T00:00:00Z&to=2026-01-01T01:00:00Z";
    auto const thinned = cloud->get(range + "&max_points=6", by);
    ASSERT_EQ(thinned.status, 200) << thinned.body;
    auto const json = thinned.json();
    auto const& items = json.at("items").as_array();
    ASSERT_EQ(items.size(), 6U);
    EXPECT_DOUBLE_EQ(items[0].at("cpu_percent").to_number<double>(), 29.5);
    EXPECT_EQ(items[1].at("disks").at(0).at("used_bytes"), 5);
    EXPECT_DOUBLE_EQ(items[5].at("tx_bytes_per_second").to_number<double>(), 659.0);
    EXPECT_EQ(cloud->get(range + "&max_points=2000", by).json().at("items").as_array().size(), 360U);
    EXPECT_EQ(cloud->get("/api/v1/devices/" + device + "/telemetry?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z", by).status, 400);
}

TEST_F(devices, old_history_is_forgotten_a_part_at_a_time)
{
    cloud->superuser.run("delete from devices.telemetry");  // it is forgotten in all tenants
    auto const device = text(enlist(provisioning_key()).json(), "device_id");
    cloud->superuser.run(
        "insert into devices.telemetry select $1::uuid, $2::uuid, '2026-01-01T00:00:00Z'::timestamptz + n * interval '1 day', 0, 0, 0, 0, "
        "0, 0, 0, 0, '[]', 0, 0, 0 "
        "from generate_series(0, 9) n",
        {tenant.to_string(), device});
    auto jobs = cloud->database.connect("monozu_jobs");
    auto const purge = "select devices.purge_history('2026-01-08', '2026-01-08', 5)::text";
    EXPECT_EQ(jobs.run(purge).value(0, 0), "5");
    EXPECT_EQ(jobs.run(purge).value(0, 0), "2");
    EXPECT_EQ(cloud->value("select count(*) from devices.telemetry where device_id = '" + device + "'"), "3");
}

}  // namespace
}  // namespace mz::devices
