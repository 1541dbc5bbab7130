#include "test_related.hpp"

#include <algorithm>
#include <future>
#include <set>

namespace mz::cmdb_relations::test {
namespace {

class relations : public Related {};

TEST_F(relations, reads_from_each_end_in_its_own_words)
{
    auto const shop = make_ci("Shop", "application");
    auto const mail = make_ci("Mail", "application");
    auto const host = make_ci("web-1");
    related("depends_on", shop, mail);
    related("runs_on", shop, host);
    EXPECT_EQ(read(shop), "depends on Mail, runs on web-1, ");
    EXPECT_EQ(read(mail), "is needed by Shop, ");
    EXPECT_EQ(read(host, "?direction=outgoing"), "");
    EXPECT_EQ(read(shop, "?type=runs_on"), "runs on web-1, ");
    auto const item = ask(host, "relations").at("items").at(0);
    EXPECT_EQ(text(item, "direction"), "incoming");
    EXPECT_EQ(text(item.at("other"), "class_key"), "application");
    EXPECT_EQ(text(item.at("sources").at(0), "kind"), "manual");
}

TEST_F(relations, come_in_pages_grouped_by_how_and_sorted_by_name)
{
    auto const hub = make_ci("hub");
    for (auto const* name : {"c", "a", "e"}) related("depends_on", make_ci(name), hub);
    for (auto const* name : {"d", "b"}) related("depends_on", hub, make_ci(name));
    std::string seen;
    std::string after;
    do {
        auto const page = ask(hub, "relations?limit=2" + after);
        for (auto const& item : page.at("items").as_array()) seen += text(item, "direction").substr(0, 1) + text(item.at("other"), "name");
        after = page.at("next").is_null() ? "" : "&after=" + text(page, "next");
    } while (!after.empty());
    EXPECT_EQ(seen, "iaicieobod");
}

TEST_F(relations, need_two_cis_that_are_there_and_are_the_tenants_own)
{
    auto const a = make_ci("a");
    auto const other = cloud->make_tenant();
    auto const theirs = make_ci_in(other, make_source(other, "manual", "people"), "theirs", "server");
    EXPECT_EQ(relate("depends_on", a, theirs).status, 404);
    EXPECT_EQ(relate("depends_on", theirs, a).status, 404);
    EXPECT_EQ(relate("depends_on", a, a).status, 400);
    EXPECT_EQ(relate("loves", a, make_ci("b")).status, 400);
    for (auto const* what : {"relations", "graph", "impact"}) {
        EXPECT_EQ(cloud->get("/api/v1/cis/" + theirs.to_string() + "/" + what, by).status, 404) << what;
    }
    auto const gone = make_ci("gone");
    cloud->superuser.run("update cmdb.cis set live = false, deleted_at = now() where id = $1", {gone.to_string()});
    EXPECT_EQ(relate("depends_on", a, gone).status, 400);

    auto const by_them = cloud->token(other, cloud->make_person(other, "Zoe"), "cis:read cis:write");
    auto const mine = related("depends_on", a, make_ci("c"));
    EXPECT_EQ(cloud->send("DELETE", "/api/v1/relations/" + mine, bj::object(), {{"Authorization", "Bearer " + by_them}}).status, 404);
}

TEST_F(relations, need_ends_of_the_classes_that_the_type_is_for)
{
    auto const host = make_ci("web-1");
    auto const shop = make_ci("Shop", "application");
    auto const refused = relate("connected_to", host, shop);
    EXPECT_EQ(refused.status, 400);
    EXPECT_NE(refused.body.find("/to_id"), std::string::npos) << refused.body;
    EXPECT_EQ(relate("connected_to", host, make_ci("sw-1", "switch")).status, 201) << "a switch is hardware";
}

TEST_F(relations, one_place_is_given_once_and_whoever_has_it_is_named)
{
    auto const host = make_ci("web-1");
    auto const here = make_ci("Kraków", "location");
    auto const there = make_ci("Gdańsk", "location");
    auto const first = related("located_in", host, here);
    EXPECT_EQ(relate("located_in", host, here).status, 409) << "they are related so already";
    auto const refused = relate("located_in", host, there);
    EXPECT_EQ(refused.status, 409);
    EXPECT_NE(text(refused.json(), "detail").find("web-1 is in Kraków"), std::string::npos) << refused.body;
    EXPECT_EQ(text(refused.json().at("in_the_way"), "id"), first);
    EXPECT_EQ(relate("located_in", make_ci("web-2"), here).status, 201) << "a place has room for many";

    EXPECT_EQ(end(first), 204);
    EXPECT_EQ(end(first), 404);
    EXPECT_EQ(relate("located_in", host, there).status, 201);
    EXPECT_EQ(read(host), "is in Gdańsk, ");
}

TEST_F(relations, one_place_is_given_once_also_when_many_ask_at_once)
{
    auto const host = make_ci("web-1");
    std::vector<std::future<int>> attempts;
    for (int i = 0; i < 6; ++i) {
        auto const place = make_ci("room " + std::to_string(i), "location");
        attempts.push_back(std::async(std::launch::async, [this, host, place] { return relate("located_in", host, place).status; }));
    }
    std::multiset<int> statuses;
    for (auto& attempt : attempts) statuses.insert(attempt.get());
    EXPECT_EQ(statuses.count(201), 1U);
    EXPECT_EQ(statuses.count(409), 5U);
}

TEST_F(relations, the_past_is_there_after_they_have_ended)
{
    auto const a = make_ci("a");
    auto const b = make_ci("b");
    auto const relation = related("depends_on", a, b);
    cloud->superuser.run("update cmdb.relations set created_at = now() - interval '2 hours' where id = $1", {relation});
    cloud->superuser.run("update cmdb.ci_history set name = 'b as it was called' where ci_id = $1", {b.to_string()});
    EXPECT_EQ(end(relation), 204);
    EXPECT_EQ(read(a), "");
    auto const ago = [](int minutes) { return "?as_of=" + (now() - std::chrono::minutes(minutes)).to_string(); };
    EXPECT_EQ(read(a, ago(60)), "depends on b as it was called, ");
    EXPECT_EQ(read(b, ago(60)), "is needed by a, ");
    EXPECT_EQ(read(a, ago(180)), "");
    EXPECT_EQ(read(a, ago(0)), "");
    EXPECT_EQ(cloud->value("select ended_by is not null from cmdb.relations where id = '" + relation + "'"), "true");

    cloud->superuser.run("update cmdb.relations set ended_at = now() - interval '3 years' where id = $1", {relation});
    asio::io_context io;
    pg::Pool pool(io, cloud->database.url("monozu_jobs"), {});
    EXPECT_EQ(testing::run_task(io, purge_ended(pool, now() - std::chrono::days(730), 100)), 1);
    EXPECT_EQ(testing::run_task(io, purge_ended(pool, now() - std::chrono::days(730), 100)), 0);
}

TEST_F(relations, follow_their_records_into_another_ci_and_back)
{
    auto const a = make_ci("a");
    auto const b = make_ci("b");
    auto const c = make_ci("c");
    related("depends_on", b, c);
    related("depends_on", a, b);
    auto const move = [&](Uuid const& to) {
        cloud->superuser.run("update cmdb.records set ci_id = $2 where id = $1", {b.to_string(), to.to_string()});
    };
    move(a);  // b turns out to be a
    EXPECT_EQ(read(a), "depends on c, ") << "not on itself";
    EXPECT_EQ(read(c), "is needed by a, ");
    move(b);
    EXPECT_EQ(read(a), "depends on b, ");
    EXPECT_EQ(read(b), "is needed by a, depends on c, ");
}

TEST_F(relations, two_sources_that_say_the_same_are_one)
{
    auto const guest = make_ci("guest", "virtual_machine");
    auto const host = make_ci("host");
    auto const appliance = make_source(tenant, "appliance", "Edge 1");
    ObservedRelation const seen{"runs_on", make_record(tenant, appliance, guest, "guest"), make_record(tenant, appliance, host, "host")};
    related("runs_on", guest, host);
    EXPECT_EQ(observe(appliance, now(), {seen}).begun, 1);
    EXPECT_EQ(observe(appliance, now(), {seen, seen}).begun, 0) << "said again";
    auto const list = ask(guest, "relations").at("items").as_array();
    ASSERT_EQ(list.size(), 1U);
    EXPECT_EQ(list[0].at("sources").as_array().size(), 2U);
    EXPECT_EQ(ask(guest, "graph").at("edges").as_array().size(), 1U);

    EXPECT_EQ(end(text(list[0], "id")), 204);
    EXPECT_EQ(read(guest), "") << "with everybody's word for it";
    observe(appliance, now(), {seen});
    EXPECT_EQ(read(guest), "runs on host, ") << "whoever still sees it says so again";
}

TEST_F(relations, a_source_takes_back_what_it_does_not_see_any_more)
{
    auto const guest = make_ci("guest", "virtual_machine");
    auto const appliance = make_source(tenant, "appliance", "Edge 1");
    auto const record = make_record(tenant, appliance, guest, "guest");
    auto const old_host = make_record(tenant, appliance, make_ci("old"), "old");
    auto const new_host = make_record(tenant, appliance, make_ci("new"), "new");
    auto const t = now();
    auto const later = [&](int seconds) { return t + std::chrono::seconds(seconds); };
    observe(appliance, t, {{"runs_on", record, old_host}}, {record});
    auto const moved = observe(appliance, later(10), {{"runs_on", record, new_host}}, {record});
    EXPECT_EQ(moved.begun, 1);
    EXPECT_EQ(moved.ended, 1);
    EXPECT_EQ(read(guest), "runs on new, ");

    observe(appliance, later(5), {{"runs_on", record, old_host}}, {record});
    EXPECT_EQ(read(guest), "runs on new, ") << "a word that comes late is still the older one";
    EXPECT_EQ(observe(appliance, later(20), {}, {record}).ended, 1);
    EXPECT_EQ(read(guest), "");

    auto const wrong =
        observe(appliance, later(30), {{"loves", record, new_host}, {"runs_on", record, Uuid::v7()}, {"runs_on", record, record}});
    EXPECT_EQ(wrong.refused.size(), 3U);
    EXPECT_EQ(wrong.refused.at(1).pointer, "/1");
}

TEST_F(relations, a_later_place_ends_the_earlier_one_of_the_same_source_alone)
{
    auto const host = make_ci("host");
    auto const importer = make_source(tenant, "import", "Plan");
    auto const record = make_record(tenant, importer, host, "host");
    auto const here = make_record(tenant, importer, make_ci("Kraków", "location"), "krk");
    auto const there = make_record(tenant, importer, make_ci("Gdańsk", "location"), "gdn");
    related("located_in", host, make_ci("Łódź", "location"));
    observe(importer, now() - std::chrono::minutes(5), {{"located_in", record, here}});
    observe(importer, now(), {{"located_in", record, there}});
    EXPECT_EQ(read(host), "is in Gdańsk, is in Łódź, ");
}

TEST_F(relations, reading_is_not_writing)
{
    auto const a = make_ci("a");
    auto const b = make_ci("b");
    by = cloud->token(tenant, Uuid::v7(), "cis:read");
    EXPECT_EQ(relate("depends_on", a, b).status, 403);
    EXPECT_EQ(read(a), "");
}

}  // namespace
}  // namespace mz::cmdb_relations::test
