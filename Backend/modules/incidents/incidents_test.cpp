#include "incidents.hpp"
#include "test_backend.hpp"

#include <boost/json/parse.hpp>

#include <algorithm>
#include <future>
#include <set>

namespace mz::incidents {
namespace {

using backend::test::Answer;
using backend::test::text;
namespace bj = boost::json;

constexpr auto everything = "incidents:read incidents:write";

class incidents : public ::testing::Test {
protected:
    static void SetUpTestSuite()
    {
        cloud = std::make_unique<backend::test::Backend>(routes(), [](net::Worker, web::Services&) {});
    }
    static void TearDownTestSuite() { cloud.reset(); }

    void SetUp() override
    {
        tenant = cloud->make_tenant();
        ann = cloud->make_person(tenant, "Ann");
        bob = cloud->make_person(tenant, "Bob");
        by = cloud->token(tenant, ann, everything);
    }

    bj::value open(std::string const& title = "Mail is down", std::string const& impact = "high", std::string const& urgency = "high")
    {
        auto const answer = cloud->post("/api/v1/incidents", by, bj::object{{"title", title}, {"impact", impact}, {"urgency", urgency}});
        EXPECT_EQ(answer.status, 201) << answer.body;
        return answer.json();
    }
    Answer act(bj::value const& incident, std::string const& action, bj::object const& body = {})
    {
        return cloud->post("/api/v1/incidents/" + text(incident, "id") + "/" + action, by, body);
    }
    Answer patch(bj::value const& incident, bj::object const& body, std::string const& if_match = "*")
    {
        return cloud->send("PATCH", "/api/v1/incidents/" + text(incident, "id"), body,
                           {{"Authorization", "Bearer " + by}, {"If-Match", if_match}});
    }
    bj::value timeline(bj::value const& incident)
    {
        auto const answer = cloud->get("/api/v1/incidents/" + text(incident, "id") + "/timeline", by);
        EXPECT_EQ(answer.status, 200) << answer.body;
        return answer.json().at("items");
    }
    std::string numbers(std::string const& query)
    {
        auto const answer = cloud->get("/api/v1/incidents?" + query, by);
        EXPECT_EQ(answer.status, 200) << answer.body;
        std::string out;
        auto const json = answer.json();
        for (auto const& item : json.at("items").as_array()) out += text(item, "number").substr(9) + " ";
        return out;
    }

    static inline std::unique_ptr<backend::test::Backend> cloud;
    Uuid tenant;
    Uuid ann;
    Uuid bob;
    std::string by;
};

TEST_F(incidents, a_new_incident_has_a_number_a_priority_and_a_reporter)
{
    auto const incident = open();
    EXPECT_EQ(text(incident, "number"), "INC-000001");
    EXPECT_EQ(text(incident, "priority"), "critical");
    EXPECT_EQ(text(incident, "status"), "open");
    EXPECT_EQ(text(incident, "reporter_name"), "Ann");
    EXPECT_EQ(text(open("Second", "low", "low"), "number"), "INC-000002");
    EXPECT_EQ(text(timeline(incident).at(0), "kind"), "created");
}

TEST_F(incidents, the_millionth_sorts_after_the_one_before)
{
    open("first");
    cloud->superuser.run("update itsm.incident_counters set last_number = 999998 where tenant_id = $1", {tenant.to_string()});
    open("second");
    EXPECT_EQ(text(open("third"), "number"), "INC-1000000");
    std::string seen;
    std::string after;
    for (int page = 0; page < 3; ++page) {
        auto const json = cloud->get("/api/v1/incidents?sort=number&limit=1" + after, by).json();
        seen += text(json.at("items").at(0), "title") + " ";
        if (!json.at("next").is_null()) after = "&after=" + text(json, "next");
    }
    EXPECT_EQ(seen, "first second third ");
    EXPECT_EQ(text(cloud->get("/api/v1/incidents?sort=-number", by).json().at("items").at(0), "title"), "third");
}

TEST_F(incidents, numbers_have_no_gaps_and_no_doubles_when_many_are_opened_at_once)
{
    std::vector<std::future<std::string>> opened;
    for (int i = 0; i < 12; ++i) opened.push_back(std::async(std::launch::async, [this] { return text(open("at once"), "number"); }));
    // One that fails in the middle takes no number with it.
    EXPECT_EQ(cloud->post("/api/v1/incidents", by, bj::object{{"title", ""}, {"impact", "low"}, {"urgency", "low"}}).status, 400);
    std::set<std::string> numbers;
    for (auto& each : opened) numbers.insert(each.get());
    EXPECT_EQ(numbers.size(), 12U);
    EXPECT_EQ(*numbers.begin(), "INC-000001");
    EXPECT_EQ(*numbers.rbegin(), "INC-000012");
}

TEST_F(incidents, every_tenant_counts_for_itself)
{
    open();
    auto const other = cloud->make_tenant();
    auto const by_other = cloud->token(other, cloud->make_person(other, "Zoe"), everything);
    auto const theirs =
        cloud->post("/api/v1/incidents", by_other, bj::object{{"title", "x"}, {"impact", "low"}, {"urgency", "low"}}).json();
    EXPECT_EQ(text(theirs, "number"), "INC-000001");
    auto const path = "/api/v1/incidents/" + text(theirs, "id");
    EXPECT_EQ(cloud->get(path, by).status, 404);
    EXPECT_EQ(cloud->get(path + "/timeline", by).status, 404);
    EXPECT_EQ(act(theirs, "comments", {{"body", "hello"}}).status, 404);
    EXPECT_EQ(act(theirs, "resolve", {{"resolution", "x"}}).status, 404);
    EXPECT_EQ(patch(theirs, {{"title", "mine"}}).status, 404);
}

TEST_F(incidents, a_change_is_told_with_what_it_was_before)
{
    auto const incident = open("Mail is slow", "low", "low");
    auto const changed = patch(incident, {{"impact", "high"}, {"description", "since nine"}}).json();
    EXPECT_EQ(text(changed, "priority"), "medium");
    EXPECT_EQ(changed.at("version"), 2);
    auto const entry = timeline(incident).at(1);
    EXPECT_EQ(text(entry, "kind"), "changed");
    EXPECT_EQ(text(entry, "actor_name"), "Ann");
    EXPECT_EQ(entry.at("changes"), bj::parse(R"({"description":{"from":"","to":"since nine"},"impact":{"from":"low","to":"high"},
                                                 "priority":{"from":"low","to":"medium"}})"));
    EXPECT_EQ(patch(incident, {{"impact", "high"}}).json().at("version"), 2) << "nothing changed";
    EXPECT_EQ(timeline(incident).as_array().size(), 2U);
}

TEST_F(incidents, a_change_of_an_older_version_is_refused)
{
    auto const incident = open();
    EXPECT_EQ(patch(incident, {{"title", "First"}}, "\"1\"").status, 200);
    EXPECT_EQ(patch(incident, {{"title", "Second"}}, "\"1\"").status, 412);
    EXPECT_EQ(text(cloud->get("/api/v1/incidents/" + text(incident, "id"), by).json(), "title"), "First");
}

TEST_F(incidents, two_people_who_change_it_at_once_do_not_lose_a_change)
{
    auto const incident = open();
    std::vector<std::future<int>> attempts;
    for (int i = 0; i < 6; ++i) {
        attempts.push_back(
            std::async(std::launch::async, [&, i] { return patch(incident, {{"title", "by " + std::to_string(i)}}, "\"1\"").status; }));
    }
    std::multiset<int> statuses;
    for (auto& attempt : attempts) statuses.insert(attempt.get());
    EXPECT_EQ(statuses.count(200), 1U);
    EXPECT_EQ(statuses.count(412), 5U);
}

TEST_F(incidents, assigning_starts_the_work_and_names_both_sides)
{
    auto const incident = open();
    auto const assigned = act(incident, "assign", {{"assignee_id", bob.to_string()}}).json();
    EXPECT_EQ(text(assigned, "status"), "in_progress");
    EXPECT_EQ(text(assigned, "assignee_name"), "Bob");
    auto const entry = timeline(incident).at(1);
    EXPECT_EQ(text(entry, "kind"), "assigned");
    EXPECT_EQ(text(entry.at("changes").at("assignee_name"), "to"), "Bob");
    auto const freed = act(incident, "assign", {{"assignee_id", nullptr}}).json();
    EXPECT_EQ(text(freed, "status"), "open");
    EXPECT_TRUE(freed.at("assignee_name").is_null());
    EXPECT_EQ(act(incident, "assign").status, 400) << "leaving it out is no wish";
}

TEST_F(incidents, work_is_given_to_active_members_alone)
{
    auto const incident = open();
    auto const former = cloud->make_person(tenant, "Former", false);
    auto const other = cloud->make_tenant();
    auto const stranger = cloud->make_person(other, "Stranger");
    for (auto const& who : {former, stranger, Uuid::v7()}) {
        EXPECT_EQ(act(incident, "assign", {{"assignee_id", who.to_string()}}).status, 422);
    }
}

TEST_F(incidents, goes_through_its_life_and_back)
{
    auto const incident = open();
    EXPECT_EQ(act(incident, "close").status, 409);
    EXPECT_EQ(act(incident, "reopen", {{"reason", "too early"}}).status, 409);
    auto const resolved = act(incident, "resolve", {{"resolution", "Restarted"}}).json();
    EXPECT_EQ(text(resolved, "resolution"), "Restarted");
    EXPECT_FALSE(resolved.at("resolved_at").is_null());
    EXPECT_EQ(act(incident, "resolve", {{"resolution", "Again"}}).status, 409);
    EXPECT_EQ(patch(incident, {{"title", "changed"}}).status, 409);
    EXPECT_EQ(text(act(incident, "close").json(), "status"), "closed");
    EXPECT_EQ(act(incident, "close").status, 409);
    auto const reopened = act(incident, "reopen", {{"reason", "It is back"}}).json();
    EXPECT_EQ(text(reopened, "status"), "open");
    EXPECT_TRUE(reopened.at("resolved_at").is_null());
    EXPECT_TRUE(reopened.at("closed_at").is_null());
    std::string kinds;
    auto const entries = timeline(incident);
    for (auto const& entry : entries.as_array()) kinds += text(entry, "kind") + " ";
    EXPECT_EQ(kinds, "created resolved closed reopened ");
    EXPECT_EQ(text(entries.at(3), "body"), "It is back");
}

TEST_F(incidents, a_comment_shows_who_said_what)
{
    auto const incident = open();
    auto const answer = act(incident, "comments", {{"body", "Looking into it"}});
    EXPECT_EQ(answer.status, 201) << answer.body;
    EXPECT_EQ(text(answer.json(), "actor_name"), "Ann");
    EXPECT_EQ(text(timeline(incident).at(1), "body"), "Looking into it");
    EXPECT_EQ(act(incident, "comments", {{"body", ""}}).status, 400);
}

TEST_F(incidents, many_are_assigned_at_once_and_what_is_over_is_passed_over)
{
    auto const first = open("one");
    auto const second = open("two");
    auto const over = open("three");
    act(over, "resolve", {{"resolution", "done"}});
    bj::object const body{{"ids", {first.at("id"), second.at("id"), over.at("id"), bj::string(Uuid::v7().to_string())}},
                          {"assignee_id", bob.to_string()}};
    EXPECT_EQ(cloud->post("/api/v1/incidents/bulk-assign", by, body).json().at("updated"), 2);
    EXPECT_EQ(cloud->post("/api/v1/incidents/bulk-assign", by, body).json().at("updated"), 0) << "they are Bob's already";
    EXPECT_EQ(numbers("assignee_id=" + bob.to_string() + "&sort=number"), "1 2 ");
    EXPECT_EQ(text(timeline(second).at(1), "kind"), "assigned");
}

TEST_F(incidents, lists_are_filtered_searched_and_sorted)
{
    open("Mail is down", "high", "high");
    open("Printer smokes", "low", "low");
    auto const third = open("Mail is slow", "medium", "medium");
    act(third, "assign", {{"assignee_id", bob.to_string()}});
    EXPECT_EQ(numbers("sort=-priority"), "1 3 2 ");
    EXPECT_EQ(numbers("sort=priority"), "2 3 1 ");
    EXPECT_EQ(numbers("sort=-number"), "3 2 1 ");
    EXPECT_EQ(numbers("sort=-updated_at"), "3 2 1 ");
    EXPECT_EQ(numbers("status=open&sort=number"), "1 2 ");
    EXPECT_EQ(numbers("status=open,in_progress&priority=critical,low&sort=number"), "1 2 ");
    EXPECT_EQ(numbers("q=mail&sort=number"), "1 3 ");
    EXPECT_EQ(numbers("q=inc-000002"), "2 ");
    EXPECT_EQ(numbers("unassigned=true&sort=number"), "1 2 ");
    EXPECT_EQ(cloud->get("/api/v1/incidents?sort=title", by).status, 400);
    EXPECT_EQ(cloud->get("/api/v1/incidents?status=broken", by).status, 400);
}

TEST_F(incidents, every_sort_goes_through_all_pages_once)
{
    for (int i = 0; i < 7; ++i) open("n" + std::to_string(i), i % 2 == 0 ? "high" : "low", "medium");
    for (std::string const sort :
         {"created_at", "-created_at", "updated_at", "-updated_at", "number", "-number", "priority", "-priority"}) {
        std::multiset<std::string> seen;
        std::string after;
        do {
            auto const answer = cloud->get("/api/v1/incidents?limit=2&sort=" + sort + (after.empty() ? "" : "&after=" + after), by);
            ASSERT_EQ(answer.status, 200) << answer.body;
            auto const json = answer.json();
            for (auto const& item : json.at("items").as_array()) seen.insert(text(item, "number"));
            after = json.at("next").is_null() ? "" : text(json, "next");
        } while (!after.empty());
        EXPECT_EQ(seen.size(), 7U) << sort;
        EXPECT_EQ(std::set<std::string>(seen.begin(), seen.end()).size(), 7U) << sort;
    }
}

TEST_F(incidents, a_permission_for_reading_is_none_for_writing)
{
    auto const incident = open();
    auto const reader = cloud->token(tenant, bob, "incidents:read");
    EXPECT_EQ(cloud->get("/api/v1/incidents/" + text(incident, "id"), reader).status, 200);
    EXPECT_EQ(cloud->post("/api/v1/incidents/" + text(incident, "id") + "/close", reader).status, 403);
}

}  // namespace
}  // namespace mz::incidents
