#include "commands.hpp"
#include "core/problem.hpp"
#include "devices/devices.hpp"
#include "test_backend.hpp"

#include <future>

namespace mz::commands {
namespace {

using backend::test::Answer;
using backend::test::text;
namespace bj = boost::json;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr auto everything = "commands:read commands:write";

class commands : public ::testing::Test {
protected:
    static void SetUpTestSuite()
    {
        static Bell bell;
        static std::unique_ptr<pg::Listener> listener;
        auto const add = [](net::Worker worker, web::Services& services) {
            auto settings = std::make_shared<CommandSettings>();
            settings->command_lease_seconds = 1;
            services.add(settings);
            services.add(bell.attach(worker.io));
        };
        cloud = std::make_unique<backend::test::Backend>(routes(), add, devices::authenticate);
        std::promise<void> made;
        asio::post(cloud->server->io(0), [&] {
            listener = listen(cloud->server->io(0), cloud->database.url("monozu_app"), bell);
            made.set_value();
        });
        made.get_future().wait();
        stop = [] {
            std::promise<void> ended;
            asio::post(cloud->server->io(0), [&] {
                listener.reset();
                ended.set_value();
            });
            ended.get_future().wait();
            bell.close();
            auto const began = steady_clock::now();
            cloud.reset();
            return steady_clock::now() - began;
        };
        backend::test::eventually([] {
            return cloud->value("select count(*) from pg_stat_activity where query ilike 'listen%' and datname = current_database()") !=
                   "0";
        });
    }
    static void TearDownTestSuite()
    {
        // A long poll that nobody answers must not hold up the end.
        auto const hanging = std::async(std::launch::async, [] { return poll(last_key, 60).status; });
        std::this_thread::sleep_for(milliseconds(300));
        EXPECT_LT(stop(), std::chrono::seconds(5));
    }

    void SetUp() override
    {
        tenant = cloud->make_tenant();
        by = cloud->token(tenant, cloud->make_person(tenant, "Ann"), everything);
        device = cloud->make_device(tenant, "box");
        key = make_key(device);
        last_key = key;
    }

    std::string make_key(Uuid const& of)
    {
        std::string made = "mzd_" + random_token();
        auto const provisioning = Uuid::v7().to_string();
        cloud->superuser.run(
            "insert into devices.provisioning_keys (tenant_id, id, name, prefix, key_hash, created_at) values ($1, $2, 'k', 'mzp_', $3, "
            "now())",
            {tenant.to_string(), provisioning, "\\x" + hex(sha256(provisioning))});
        cloud->superuser.run(
            "insert into devices.device_keys (tenant_id, id, device_id, provisioning_key_id, key_hash, created_at) values ($1, $2, $3, $4, "
            "$5, now())",
            {tenant.to_string(), Uuid::v7().to_string(), of.to_string(), provisioning, "\\x" + hex(sha256(made))});
        return made;
    }

    bj::value enqueue(bj::object body = {{"command", "collect_now"}})
    {
        auto const answer = cloud->post("/api/v1/devices/" + device.to_string() + "/commands", by, body);
        EXPECT_EQ(answer.status, 201) << answer.body;
        return answer.json();
    }
    static Answer poll(std::string const& by_key, int wait = 0)
    {
        return testing::exchange(cloud->server->port(),
                                 {"GET", "/api/v1/commands?wait=" + std::to_string(wait), "", {{"X-Device-Key", by_key}}});
    }
    int report(bj::value const& command, bj::object const& result, std::string const& by_key)
    {
        return cloud->send("POST", "/api/v1/commands/" + text(command, "id") + "/result", result, {{"X-Device-Key", by_key}}).status;
    }
    bj::value newest()
    {
        return cloud->get("/api/v1/devices/" + device.to_string() + "/commands?sort=-created_at", by).json().at("items").at(0);
    }

    static inline std::unique_ptr<backend::test::Backend> cloud;
    static inline std::function<steady_clock::duration()> stop;
    static inline std::string last_key;
    Uuid tenant;
    Uuid device;
    std::string by;
    std::string key;
};

TEST_F(commands, a_command_is_given_out_run_and_reported)
{
    auto const command = enqueue({{"command", "update_snap"}, {"args", {{"name", "core22"}}}});
    EXPECT_EQ(text(command, "status"), "queued");
    EXPECT_EQ(text(command, "created_by_name"), "Ann");
    auto const given = poll(key).json();
    ASSERT_EQ(given.as_array().size(), 1U);
    EXPECT_EQ(text(given.at(0), "id"), text(command, "id"));
    EXPECT_EQ(given.at(0).at("args"), (bj::value{{"name", "core22"}}));
    EXPECT_EQ(text(newest(), "status"), "delivered");
    EXPECT_EQ(report(command, {{"status", "succeeded"}, {"exit_code", 0}, {"output", "done\n"}}, key), 204);
    auto const finished = newest();
    EXPECT_EQ(text(finished, "status"), "succeeded");
    EXPECT_EQ(text(finished, "output"), "done\n");
    EXPECT_FALSE(finished.at("finished_at").is_null());
    EXPECT_TRUE(poll(key).json().as_array().empty());
}

TEST_F(commands, a_waiting_device_hears_of_a_command_at_once)
{
    auto waiting = std::async(std::launch::async, [this] { return poll(key, 20); });
    std::this_thread::sleep_for(milliseconds(300));
    auto const began = steady_clock::now();
    auto const command = enqueue();
    auto const given = waiting.get();
    EXPECT_LT(steady_clock::now() - began, std::chrono::seconds(2));
    ASSERT_EQ(given.status, 200) << given.body;
    EXPECT_EQ(text(given.json().at(0), "id"), text(command, "id"));
}

TEST_F(commands, a_wait_for_nothing_ends_in_its_time)
{
    auto const began = steady_clock::now();
    EXPECT_TRUE(poll(key, 1).json().as_array().empty());
    EXPECT_GE(steady_clock::now() - began, milliseconds(950));
    EXPECT_LT(steady_clock::now() - began, std::chrono::seconds(3));
}

TEST_F(commands, what_was_given_out_without_a_result_comes_again_after_the_lease)
{
    auto const command = enqueue();
    EXPECT_EQ(poll(key).json().as_array().size(), 1U);
    EXPECT_TRUE(poll(key).json().as_array().empty()) << "the lease holds";
    std::this_thread::sleep_for(milliseconds(1100));
    EXPECT_EQ(text(poll(key).json().at(0), "id"), text(command, "id"));
}

TEST_F(commands, a_result_counts_once)
{
    auto const command = enqueue();
    EXPECT_EQ(report(command, {{"status", "failed"}, {"exit_code", 1}}, key), 409) << "it was never given out";
    poll(key);
    bj::object const failed{{"status", "failed"}, {"exit_code", 1}, {"output", "no"}};
    EXPECT_EQ(report(command, failed, key), 204);
    EXPECT_EQ(report(command, failed, key), 204);
    EXPECT_EQ(report(command, {{"status", "succeeded"}}, key), 409);
    EXPECT_EQ(text(newest(), "status"), "failed");
}

TEST_F(commands, a_device_sees_and_reports_its_own_commands_alone)
{
    auto const command = enqueue();
    auto const neighbour = make_key(cloud->make_device(tenant, "neighbour"));
    EXPECT_TRUE(poll(neighbour).json().as_array().empty());
    poll(key);
    EXPECT_EQ(report(command, {{"status", "succeeded"}}, neighbour), 404);
    EXPECT_EQ(poll("mzd_" + random_token()).status, 401);
}

TEST_F(commands, a_command_whose_time_is_over_is_not_given_out)
{
    auto const command = enqueue({{"command", "restart_agent"}, {"ttl_seconds", 10}});
    cloud->superuser.run(
        "update commands.commands set created_at = created_at - interval '1 minute', expires_at = expires_at - interval '1 minute' where "
        "id = $1",
        {text(command, "id")});
    EXPECT_TRUE(poll(key).json().as_array().empty());
    EXPECT_EQ(text(newest(), "status"), "expired");
}

TEST_F(commands, revoked_and_foreign_devices_get_no_commands)
{
    auto const path = "/api/v1/devices/" + device.to_string() + "/commands";
    auto const stranger = cloud->make_tenant();
    auto const by_stranger = cloud->token(stranger, cloud->make_person(stranger, "Bob"), everything);
    EXPECT_EQ(cloud->post(path, by_stranger, bj::object{{"command", "collect_now"}}).status, 404);
    EXPECT_EQ(cloud->get(path, by_stranger).status, 404);
    cloud->superuser.run("update devices.devices set revoked_at = now() where id = $1", {device.to_string()});
    EXPECT_EQ(cloud->post(path, by, bj::object{{"command", "collect_now"}}).status, 409);
    EXPECT_EQ(poll(key).status, 401);
}

TEST(arguments, are_those_of_the_command)
{
    auto const refused = [](CommandName command, Args const& args) {
        try {
            check_args(command, args, {});
        } catch (Problem const& problem) {
            return !problem.errors.empty();
        }
        return false;
    };
    EXPECT_FALSE(refused(CommandName::update_snap, {}));
    EXPECT_FALSE(refused(CommandName::update_snap, {{"name", {R"("monozu-edge")"}}}));
    for (auto const* name : {R"("--all")", R"("a;b")", R"("a b")", R"("../x")", "7", R"("")"}) {
        EXPECT_TRUE(refused(CommandName::update_snap, {{"name", {name}}})) << name;
    }
    EXPECT_TRUE(refused(CommandName::update_snap, {{"channel", {R"("edge")"}}}));
    EXPECT_TRUE(refused(CommandName::collect_now, {{"name", {R"("core")"}}}));
    EXPECT_FALSE(refused(CommandName::collect_inventory, {}));
    EXPECT_TRUE(refused(CommandName::collect_inventory, {{"section", {R"("disks")"}}}));
}

TEST(arguments, of_a_discovery_are_a_network_of_a_bounded_size_and_a_method)
{
    auto const errors = [](Args const& args) -> std::string {
        try {
            check_args(CommandName::discover_network, args, {});
        } catch (Problem const& problem) {
            std::string out;
            for (auto const& error : problem.errors) out += error.pointer + " " + error.detail + "\n";
            return out;
        }
        return "";
    };
    auto const of_network = [&](std::string const& network) { return errors({{"network", {network}}, {"method", {R"("hosts")"}}}); };
    for (auto const* good : {R"("192.168.1.0/24")", R"("10.0.0.0/20")", R"("10.0.0.7/32")", R"("fd00:1::/116")", R"("fe80::1/128")"}) {
        EXPECT_EQ(of_network(good), "") << good;
    }
    for (auto const* bad : {R"("192.168.1.0")", R"("192.168.1.0/33")", R"("-iL /etc/passwd")", R"("192.168.1.0/24 10.0.0.0/8")", R"("")",
                            "7", R"("fe80::%eth0/120")", R"("host/24")"}) {
        EXPECT_EQ(of_network(bad), "/args/network must be a network such as 192.168.1.0/24 or fd00:1::/120\n") << bad;
    }
    EXPECT_EQ(of_network(R"("192.168.1.5/24")"), "/args/network has bits set that name a host; the network is 192.168.1.0/24\n");
    EXPECT_EQ(of_network(R"("10.0.0.0/19")"), "/args/network is too large: /20 is the largest network\n");
    EXPECT_EQ(of_network(R"("fd00:1::/64")"), "/args/network is too large: /116 is the largest network\n");
    EXPECT_EQ(errors({}), "/args/method is required\n/args/network is required\n");
    EXPECT_EQ(errors({{"network", {R"("10.0.0.0/24")"}}, {"method", {R"("aggressive")"}}, {"rate", {"9"}}}),
              "/args/method must be hosts or services\n/args/rate is not an argument of this command\n");
    EXPECT_EQ(errors({{"network", {R"("10.0.0.0/24")"}}, {"method", {R"("services")"}}}), "");
}

}  // namespace
}  // namespace mz::commands
