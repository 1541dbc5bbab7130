#include "commands/commands.hpp"
#include "test_inventory.hpp"

namespace mz::inventory {
namespace {

class inventory : public test::World {};

TEST_F(inventory, a_machine_becomes_a_ci_with_everything_on_it)
{
    auto const taken =
        tell({full("system", "s1", system("web1")),
              full("hardware", "h1", R"({"manufacturer":"Acme","serial_number":"S-1","cpu_threads":4,"memory_bytes":1000})"),
              full("interfaces", "i1", R"({"name":"eth0","kind":"ethernet","mac":"aa:bb:cc:dd:ee:ff","addresses":["10.0.0.5/24"]})"),
              full("disks", "d1", R"({"name":"sda","size_bytes":5000,"mounts":[{"path":"/","filesystem":"ext4"}]})"),
              full("neighbours", "n1", R"({"address":"10.0.0.1","mac":"aa:bb:cc:dd:ee:00","interface":"eth0"})"),
              full("services", "v1", R"({"name":"ssh.service","state":"active","enabled":true})"),
              full("listeners", "l1", R"({"protocol":"tcp","address":"0.0.0.0","port":22,"process":"sshd"})"),
              full("software", "p1", package("bash", "5.2") + "," + package("openssl", "3.0.11-1")),
              full("certificates", "c1",
                   R"({"fingerprint":")" + std::string(64, 'a') +
                       R"(","subject":"CN=web1","not_after":"2027-01-01T00:00:00Z","endpoints":["0.0.0.0:443"]})")});
    EXPECT_EQ(taken.unreadable, 0);
    EXPECT_EQ(taken.asked, 0);
    machine = ci();
    EXPECT_EQ(cloud.value("select class_key || ' ' || name from cmdb.cis where id = '" + machine + "'"), "virtual_machine web1");
    EXPECT_EQ(cloud.value("select attributes->>'serial_number' from cmdb.cis where id = '" + machine + "'"), "S-1");
    EXPECT_EQ(test::text(of_ci("interfaces").at("items").at(0), "mac"), "aa:bb:cc:dd:ee:ff");
    EXPECT_EQ(test::text(of_ci("disks").at("items").at(0).at("mounts").at(0), "path"), "/");
    EXPECT_EQ(all(of_ci("neighbours"), "address"), "10.0.0.1 ");
    EXPECT_EQ(all(of_ci("services"), "name"), "ssh.service ");
    EXPECT_EQ(of_ci("listeners").at("items").at(0).at("port"), 22);
    EXPECT_EQ(all(of_ci("software"), "name"), "bash openssl ");
    auto const certificate = of_ci("certificates").at("items").at(0);
    EXPECT_EQ(cloud.value("select class_key from cmdb.cis where id = '" + test::text(certificate, "ci_id") + "'"), "certificate");
    EXPECT_EQ(count("cmdb.relations where type_key = 'secured_by'"), 1);
    auto const known = of_ci("inventory");
    EXPECT_EQ(test::text(known.at("devices").at(0), "id"), device.to_string());
    EXPECT_EQ(known.at("sections").as_array().size(), 9U);
}

TEST_F(inventory, a_change_is_put_on_top_of_what_it_continues)
{
    tell({full("system", "s1", system("web1")), full("software", "p1", package("bash", "5.2") + "," + package("vim", "9"))});
    tell({change("software", "p1", "p2", package("bash", "5.3") + "," + package("git", "2.39"), R"("dpkg/vim/amd64")")});
    machine = ci();
    EXPECT_EQ(all(of_ci("software"), "name"), "bash git ");
    EXPECT_EQ(all(of_ci("software"), "version"), "5.3 2.39 ");
    EXPECT_EQ(all(of_ci("software?removed=true&sort=removed_at"), "name").size(), std::string("bash vim ").size());
    tell({change("services", "none", "v2", R"({"name":"a"})", "")});
    EXPECT_EQ(all(of_ci("services"), "name"), "");
}

TEST_F(inventory, who_lost_the_thread_is_asked_once_for_everything)
{
    tell({full("system", "s1", system("web1")), full("software", "p1", package("bash", "5.2"))});
    EXPECT_EQ(tell({change("software", "p7", "p8", package("git", "2"), "")}).asked, 1);
    EXPECT_EQ(tell({same("software", "p9")}).asked, 0) << "it has been asked already";
    EXPECT_EQ(count("commands.commands where command = 'collect_inventory'"), 1);
    machine = ci();
    EXPECT_EQ(all(of_ci("software"), "name"), "bash ") << "what does not fit changes nothing";
    cloud.superuser.run("update cmdb.inventories set asked_at = now() - interval '2 hours'");
    EXPECT_EQ(tell({same("software", "p9")}).asked, 1) << "it may have been away";
}

TEST_F(inventory, a_device_of_which_nothing_is_known_is_asked_and_makes_no_ci)
{
    EXPECT_EQ(tell({same("software", "p1")}).asked, 1);
    EXPECT_EQ(count("cmdb.cis"), 0);
    EXPECT_EQ(cloud.get("/api/v1/devices/" + device.to_string() + "/ci", by).status, 404);
}

TEST_F(inventory, the_same_again_writes_nothing_but_that_it_was_seen)
{
    tell({full("system", "s1", system("web1")), full("software", "p1", package("bash", "5.2"))});
    auto const before = cloud.value("select string_agg(xmin::text, ' ') from cmdb.installations");
    auto const history = count("cmdb.ci_history");
    auto const seen = cloud.value("select max(seen_at) from cmdb.inventory_sections");
    EXPECT_EQ(tell({same("system", "s1"), same("software", "p1")}).asked, 0);
    tell({full("software", "p1", package("bash", "5.2"))});
    EXPECT_EQ(cloud.value("select string_agg(xmin::text, ' ') from cmdb.installations"), before);
    EXPECT_EQ(count("cmdb.ci_history"), history);
    EXPECT_NE(cloud.value("select max(seen_at) from cmdb.inventory_sections"), seen);
    EXPECT_EQ(cloud.value("select class_key from cmdb.cis"), "virtual_machine") << "and its class is as it was";
}

TEST_F(inventory, what_comes_late_does_not_undo_what_came_after_it)
{
    tell({full("system", "s1", system("web1")), full("software", "p2", package("bash", "5.3"))});
    auto const earlier = now() - std::chrono::minutes(5);
    EXPECT_EQ(tell({full("software", "p1", package("bash", "5.2"))}, earlier).asked, 0);
    machine = ci();
    EXPECT_EQ(all(of_ci("software"), "version"), "5.3 ");
}

TEST_F(inventory, a_list_that_is_sent_anew_in_parts_does_not_make_its_end_new)
{
    auto const begun = now() - std::chrono::hours(48);
    tell({full("system", "s1", system("web1")), full("software", "p1", package("a", "1") + "," + package("b", "1"))}, begun);
    tell({full("software", "p2", package("a", "1"))});
    machine = ci();
    EXPECT_EQ(all(of_ci("software"), "name"), "a ");
    tell({change("software", "p2", "p3", package("b", "1"), "")});
    EXPECT_EQ(all(of_ci("software"), "name"), "a b ");
    EXPECT_EQ(count("cmdb.installations where first_seen_at > now() - interval '47 hours'"), 0);
}

TEST_F(inventory, software_follows_its_machine_to_another_ci)
{
    tell({full("system", "s1", system("web1")), full("software", "p1", package("bash", "5.2"))});
    auto const first = ci();
    device = cloud.make_device(tenant, "box again");
    tell({full("system", "s1", system("web1")), full("software", "p1", package("bash", "5.2") + "," + package("git", "2"))});
    EXPECT_EQ(ci(), first) << "the same machine id is the same machine";
    machine = first;
    EXPECT_EQ(all(of_ci("software"), "name"), "bash git ") << "what both devices tell of is there once";
    EXPECT_EQ(of_ci("inventory").at("devices").as_array().size(), 2U);
    tell({full("system", "s2", system("other", "fedcba9876543210fedcba9876543210"))});
    EXPECT_NE(ci(), first) << "it turned out to be another machine";
    machine = ci();
    EXPECT_EQ(all(of_ci("software"), "name"), "bash git ");
    machine = first;
    EXPECT_EQ(all(of_ci("software"), "name"), "bash ");
}

TEST_F(inventory, software_is_found_across_machines_by_version)
{
    tell({full("system", "s1", system("web1")), full("software", "p1", package("openssl", "3.0.9-1") + "," + package("bash", "5"))});
    device = cloud.make_device(tenant, "box2");
    tell({full("system", "s1", system("web2", std::string(32, 'b'))), full("software", "p1", package("openssl", "3.0.11-1"))});
    auto const list = cloud.get("/api/v1/software?q=SSL", by).json();
    EXPECT_EQ(all(list, "version"), "3.0.9-1 3.0.11-1 ");
    EXPECT_EQ(list.at("items").at(0).at("machines"), 1);
    auto const machines = [&](std::string const& query) {
        auto const answer = cloud.get("/api/v1/software-installations?count=exact&" + query, by);
        EXPECT_EQ(answer.status, 200) << answer.body;
        return answer.json();
    };
    EXPECT_EQ(all(machines("name=openssl&below=3.0.11-1"), "ci_name"), "web1 ");
    EXPECT_EQ(machines("name=openssl").at("total"), 2);
    EXPECT_EQ(all(machines("name=openssl&sort=-ci_id"), "ci_name"), "web2 web1 ");
    EXPECT_EQ(all(machines("title_id=" + test::text(list.at("items").at(0), "id")), "ci_name"), "web1 ");
    auto const first = machines("name=openssl&limit=1");
    EXPECT_EQ(all(machines("name=openssl&limit=1&after=" + test::text(first, "next")), "ci_name"), "web2 ");
    EXPECT_EQ(cloud.get("/api/v1/software-installations", by).status, 400);
    tell({full("software", "p2", package("openssl", "3.0.11-2"))});
    EXPECT_EQ(all(cloud.get("/api/v1/software?name=openssl", by).json(), "version"), "3.0.9-1 3.0.11-2 ")
        << "what nobody has is not listed";
}

TEST_F(inventory, is_forgotten_after_its_time)
{
    tell({full("system", "s1", system("web1")), full("software", "p1", package("a", "1")), full("services", "v1", R"({"name":"x"})")});
    tell({full("software", "p2", ""), full("services", "v2", "")});
    asio::io_context io;
    pg::Pool pool(io, cloud.database.url("monozu_jobs"), {});
    EXPECT_FALSE(testing::run_task(io, purge(pool, settings)));
    EXPECT_EQ(count("cmdb.installations"), 1);
    cloud.superuser.run("update cmdb.installations set removed_at = now() - interval '401 days'");
    cloud.superuser.run("update cmdb.findings set removed_at = now() - interval '401 days' where section = 'services'");
    io.restart();
    testing::run_task(io, purge(pool, settings));
    EXPECT_EQ(count("cmdb.installations"), 0);
    EXPECT_EQ(count("cmdb.findings where section = 'services'"), 0);
    EXPECT_EQ(count("cmdb.findings where section = 'system'"), 1);
}

}  // namespace
}  // namespace mz::inventory
