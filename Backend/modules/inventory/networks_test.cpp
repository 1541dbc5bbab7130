#include "commands/commands.hpp"
#include "test_inventory.hpp"

#include <thread>

namespace mz::inventory {
namespace {

class networks : public test::World {
protected:
    test::bj::object wanted(std::string const& network = "192.168.1.0/24") const
    {
        return {{"device_id", device.to_string()}, {"network", network}, {"name", "Office"}, {"every_hours", 24}};
    }
    std::string allow(std::string const& network = "192.168.1.0/24")
    {
        auto const answer = cloud.post("/api/v1/discovery-networks", by, wanted(network));
        EXPECT_EQ(answer.status, 201) << answer.body;
        return test::text(answer.json(), "id");
    }
    test::bj::value network(std::string const& id) const { return cloud.get("/api/v1/discovery-networks/" + id, by).json(); }

    static std::string scan(int part, int parts, std::string const& hosts, std::string const& started = "2026-01-01T00:00:00Z",
                            std::string const& ended = "2026-01-01T00:01:00Z", bool complete = true, std::string const& method = "hosts")
    {
        return fmt::format(
            R"({{"type":"network_scan","network":"192.168.1.0/24","method":"{}","started_at":"{}","ended_at":"{}","complete":{},)"
            R"("part":{},"parts":{},"hosts":[{}]}})",
            method, started, ended, complete, part, parts, hosts);
    }
    static std::string host(std::string const& address, std::string const& mac = "", std::string const& more = "")
    {
        return fmt::format(R"({{"address":"{}"{}{}}})", address, mac.empty() ? "" : R"(,"mac":")" + mac + R"(")", more);
    }
    int ask()
    {
        asio::io_context io;
        pg::Pool pool(io, cloud.database.url("monozu_jobs"), {});
        return testing::run_task(io, ask_for_due_scans(pool, settings));
    }
};

TEST_F(networks, are_allowed_changed_and_taken_back)
{
    auto const id = allow();
    EXPECT_EQ(cloud.post("/api/v1/discovery-networks", by, wanted()).status, 409) << "the device looks at it already";
    auto const made = network(id);
    EXPECT_EQ(test::text(made, "device_name"), "box");
    EXPECT_TRUE(made.at("next_scan_at").is_string()) << "a schedule begins at once";
    auto const patched = cloud.send("PATCH", "/api/v1/discovery-networks/" + id, {{"every_hours", nullptr}, {"method", "services"}},
                                    {{"Authorization", "Bearer " + by}, {"If-Match", "\"1\""}});
    ASSERT_EQ(patched.status, 200) << patched.body;
    EXPECT_TRUE(patched.json().at("next_scan_at").is_null());
    EXPECT_EQ(
        cloud.send("PATCH", "/api/v1/discovery-networks/" + id, {{"name", "x"}}, {{"Authorization", "Bearer " + by}, {"If-Match", "\"1\""}})
            .status,
        412);
    EXPECT_EQ(cloud.send("DELETE", "/api/v1/discovery-networks/" + id, {}, {{"Authorization", "Bearer " + by}}).status, 204);
    EXPECT_EQ(cloud.get("/api/v1/discovery-networks/" + id, by).status, 404);
}

TEST_F(networks, are_of_a_bounded_size_and_not_of_the_public_internet)
{
    auto const refused = [&](std::string const& network) {
        auto const answer = cloud.post("/api/v1/discovery-networks", by, wanted(network));
        EXPECT_EQ(answer.status, 400) << network;
        return answer.json().at("errors").at(0).at("pointer") == "/network" ? test::text(answer.json().at("errors").at(0), "detail")
                                                                            : answer.body;
    };
    EXPECT_EQ(refused("10.0.0.0/8"), "is too large: /20 is the largest network");
    EXPECT_EQ(refused("192.168.1.7/24"), "has bits set that name a host; the network is 192.168.1.0/24");
    EXPECT_EQ(refused("8.8.8.0/24"), "is part of the public internet, which is not looked at here");
    EXPECT_EQ(refused("2001:db8::/120"), "is part of the public internet, which is not looked at here");
    EXPECT_NE(refused("office"), "");
    allow("fd00:1::/120");
    allow("172.31.240.0/20");
}

TEST_F(networks, a_scan_is_asked_for_by_hand_and_not_twice)
{
    auto const id = allow();
    for (int i = 0; i < 2; ++i) {
        auto const answer = cloud.post("/api/v1/discovery-networks/" + id + "/scan", by);
        ASSERT_EQ(answer.status, 200) << answer.body;
        EXPECT_EQ(test::text(answer.json().at("asked"), "status"), "queued");
    }
    EXPECT_EQ(count("commands.commands"), 1);
    EXPECT_EQ(cloud.value("select command || ' ' || args from commands.commands"),
              R"(discover_network {"method":"hosts","network":"192.168.1.0/24"})");
    cloud.send("PATCH", "/api/v1/discovery-networks/" + id, {{"enabled", false}}, {{"Authorization", "Bearer " + by}});
    EXPECT_EQ(cloud.post("/api/v1/discovery-networks/" + id + "/scan", by).status, 409);
}

TEST_F(networks, what_is_due_is_asked_for_once_by_however_many_processes)
{
    for (int i = 0; i < 5; ++i) allow(fmt::format("192.168.{}.0/24", i));
    std::vector<int> asked(3);
    std::vector<std::thread> processes;
    for (auto& each : asked) processes.emplace_back([this, &each] { each = ask(); });
    for (auto& process : processes) process.join();
    EXPECT_EQ(asked[0] + asked[1] + asked[2], 5);
    EXPECT_EQ(count("commands.commands"), 5);
    EXPECT_EQ(ask(), 0) << "the next time is a day later";
    EXPECT_EQ(count("cmdb.discovery_networks where next_scan_at > now() + interval '23 hours'"), 5);
    cloud.superuser.run("update cmdb.discovery_networks set next_scan_at = now() - interval '100 hours'");
    EXPECT_EQ(ask(), 5);
    EXPECT_EQ(count("cmdb.discovery_networks where next_scan_at between now() and now() + interval '24 hours'"), 5)
        << "missed times are not made up for";
    cloud.superuser.run("update devices.devices set revoked_at = now()");
    cloud.superuser.run("update cmdb.discovery_networks set next_scan_at = now()");
    EXPECT_EQ(ask(), 0);
}

TEST_F(networks, a_scan_counts_when_all_its_parts_are_there)
{
    auto const id = allow();
    auto const second = scan(2, 2, host("192.168.1.9", "aa:bb:cc:dd:ee:09"));
    tell({second});
    EXPECT_EQ(count("cmdb.network_hosts"), 0);
    EXPECT_TRUE(cloud.get("/api/v1/network-scans", by).json().at("items").at(0).at("taken_at").is_null());
    tell({second, scan(1, 2, host("192.168.1.10") + "," + host("192.168.1.2", "aa:bb:cc:dd:ee:02", R"(,"hostname":"nas.lan")"))});
    tell({second});
    auto const scans = cloud.get("/api/v1/network-scans?network_id=" + id, by).json();
    ASSERT_EQ(scans.at("items").as_array().size(), 1U);
    EXPECT_EQ(scans.at("items").at(0).at("hosts"), 3);
    EXPECT_EQ(scans.at("items").at(0).at("new_hosts"), 3);
    EXPECT_EQ(count("cmdb.network_scan_parts"), 0);
    auto const hosts = cloud.get("/api/v1/discovery-networks/" + id + "/hosts?sort=address", by).json();
    EXPECT_EQ(all(hosts, "address"), "192.168.1.2 192.168.1.9 192.168.1.10 ") << "in the order of their numbers";
    EXPECT_EQ(test::text(hosts.at("items").at(0), "ci_name"), "nas");
    EXPECT_EQ(count("cmdb.cis where class_key = 'network' and attributes->>'cidr' = '192.168.1.0/24'"), 1);
    EXPECT_EQ(count("cmdb.relations where type_key = 'in_network'"), 3);
    EXPECT_TRUE(network(id).at("ci_id").is_string());
}

TEST_F(networks, who_is_gone_is_quiet_after_a_complete_scan_only)
{
    auto const id = allow();
    tell({scan(1, 1, host("192.168.1.2", "aa:bb:cc:dd:ee:02") + "," + host("192.168.1.3", "aa:bb:cc:dd:ee:03"))});
    tell({scan(1, 1, host("192.168.1.2", "aa:bb:cc:dd:ee:02"), "2026-01-02T00:00:00Z", "2026-01-02T00:01:00Z", false)});
    EXPECT_EQ(count("cmdb.network_hosts where quiet"), 0);
    tell({scan(1, 1, host("192.168.1.7", "aa:bb:cc:dd:ee:02"), "2026-01-03T00:00:00Z", "2026-01-03T00:01:00Z")});
    EXPECT_EQ(cloud.value("select address from cmdb.network_hosts where quiet"), "192.168.1.3");
    EXPECT_EQ(network(id).at("last_scan").at("quiet_hosts"), 1);
    EXPECT_EQ(cloud.value("select address from cmdb.network_hosts where not quiet"), "192.168.1.7") << "it has another address now";
    tell({scan(1, 1, host("192.168.1.3", "aa:bb:cc:dd:ee:03"), "2026-01-01T12:00:00Z", "2026-01-01T12:01:00Z")});
    EXPECT_EQ(count("cmdb.network_hosts where quiet"), 1) << "an older scan that comes late changes nothing";
}

TEST_F(networks, what_a_look_at_services_told_stays_when_only_hosts_are_looked_at)
{
    allow();
    auto const seen =
        host("192.168.1.2", "aa:bb:cc:dd:ee:02", R"(,"ports":[{"port":22,"state":"open"}],"os_guess":{"name":"Linux","accuracy":96})");
    tell({scan(1, 1, seen, "2026-01-01T00:00:00Z", "2026-01-01T00:01:00Z", true, "services")});
    tell({scan(1, 1, host("192.168.1.2", "aa:bb:cc:dd:ee:02"), "2026-01-02T00:00:00Z", "2026-01-02T00:01:00Z")});
    EXPECT_EQ(cloud.value("select os_name || ' ' || os_accuracy || ' ' || jsonb_array_length(ports) from cmdb.network_hosts"),
              "Linux 96 1");
}

TEST_F(networks, what_nobody_asked_to_look_at_is_passed_over)
{
    tell({scan(1, 1, host("192.168.1.2"))});
    EXPECT_EQ(count("cmdb.cis"), 0);
    EXPECT_EQ(count("cmdb.network_scans"), 0);
}

TEST_F(networks, a_host_that_runs_an_appliance_is_one_ci_with_it)
{
    auto const id = allow();
    tell({full("system", "s1", system("web1")),
          full("interfaces", "i1", R"({"name":"eth0","kind":"ethernet","mac":"aa:bb:cc:dd:ee:05","addresses":["192.168.1.5/24"]})")});
    tell({scan(1, 1, host("192.168.1.5") + "," + host("192.168.1.6", "aa:bb:cc:dd:ee:06"))});
    auto const hosts = cloud.get("/api/v1/discovery-networks/" + id + "/hosts", by).json();
    EXPECT_EQ(test::text(hosts.at("items").at(0), "ci_id"), ci()) << "it knows its own address's MAC";
    EXPECT_EQ(count("cmdb.cis where live and class_key <> 'network'"), 2);
}

}  // namespace
}  // namespace mz::inventory
