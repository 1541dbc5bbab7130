// What people do to CIs, by the routes.
#include "test_cmdb.hpp"

#include <gtest/gtest.h>

#include <future>
#include <memory>

namespace mz::cmdb {
namespace {

using backend::test::Answer;
using backend::test::text;
using test::Cmdb;
namespace bj = boost::json;

constexpr auto everything = "cis:read cis:write cis:merge cis:delete";

class items : public ::testing::Test {
protected:
    static void SetUpTestSuite() { cmdb = std::make_unique<Cmdb>(); }
    static void TearDownTestSuite() { cmdb.reset(); }
    void SetUp() override
    {
        tenant = cmdb->backend.make_tenant();
        ann = cmdb->backend.make_person(tenant, "Ann");
        by = backend::test::Backend::token(tenant, ann, everything);
    }

    Answer send(std::string const& method, std::string const& path, bj::value const& body = bj::object(), std::string const& match = "")
    {
        std::map<std::string, std::string> headers{{"Authorization", "Bearer " + by}};
        if (!match.empty()) headers["If-Match"] = match;
        return cmdb->backend.send(method, "/api/v1/" + path, body, std::move(headers));
    }
    bj::value done(int status, Answer const& answer)
    {
        EXPECT_EQ(answer.status, status) << answer.body;
        return answer.body.empty() ? bj::value() : answer.json();
    }
    bj::value get(std::string const& path) { return done(200, cmdb->backend.get("/api/v1/" + path, by)); }
    bj::value create(bj::object const& body) { return done(201, send("POST", "cis", body)); }
    bj::value server(std::string const& name, bj::object const& attributes = {})
    {
        return create({{"class_key", "server"}, {"name", name}, {"attributes", attributes}});
    }
    bj::value observe(bj::array const& observations)
    {
        return done(200, send("POST", "ci-observations", bj::object{{"observations", observations}})).at("items");
    }
    static bj::object seen(std::string const& key, bj::object const& attributes)
    {
        return {{"key", key}, {"class_key", "server"}, {"attributes", attributes}};
    }
    std::string path_of(bj::value const& ci) { return "cis/" + text(ci, "id"); }

    static inline std::unique_ptr<Cmdb> cmdb;
    Uuid tenant;
    Uuid ann;
    std::string by;
};

TEST_F(items, one_is_added_by_hand_and_found_again_with_its_history)
{
    auto const ci = server("Mail", {{"hostname", "mail-1"}, {"memory_bytes", 1024}});
    EXPECT_EQ(text(ci, "status"), "in_use");
    EXPECT_EQ(get(path_of(ci)), ci);
    auto const history = get(path_of(ci) + "/history").at("items").as_array();
    ASSERT_EQ(history.size(), 1U);
    EXPECT_EQ(text(history[0], "cause"), "created");
    EXPECT_EQ(text(history[0], "source_kind"), "manual");
    EXPECT_EQ(text(history[0].at("changes").at("hostname"), "to"), "mail-1");
    EXPECT_EQ(text(history[0].at("changes").at("hostname"), "source_name"), "People");
    EXPECT_TRUE(history[0].at("valid_to").is_null());
}

TEST_F(items, what_does_not_fit_the_model_is_refused_by_name)
{
    auto const answer =
        send("POST", "cis", bj::object{{"class_key", "server"}, {"name", "x"}, {"attributes", {{"wheels", 4}, {"memory_bytes", "much"}}}});
    EXPECT_EQ(answer.status, 422);
    EXPECT_EQ(answer.json().at("errors").as_array().size(), 2U) << answer.body;
    EXPECT_EQ(send("POST", "cis", bj::object{{"class_key", "ci"}, {"name", "x"}}).status, 422);
    EXPECT_EQ(send("POST", "cis", bj::object{{"class_key", "boat"}, {"name", "x"}}).status, 422);
}

TEST_F(items, what_is_there_already_is_named_instead_of_added)
{
    auto const first = server("a", {{"serial_number", "S-1"}});
    bj::object again{{"class_key", "server"}, {"name", "b"}, {"attributes", {{"serial_number", "s-1"}}}};
    auto const refused = send("POST", "cis", again);
    EXPECT_EQ(refused.status, 409);
    EXPECT_NE(refused.body.find("ci-exists"), std::string::npos);
    EXPECT_EQ(text(refused.json(), "ci_id"), text(first, "id"));
    again["even_if_known"] = true;
    EXPECT_EQ(text(create(again), "id"), text(first, "id"));
    EXPECT_EQ(text(get(path_of(first)), "name"), "b");
}

TEST_F(items, an_edit_counts_before_what_sources_say_until_it_is_taken_back)
{
    auto const id = text(observe({seen("k", {{"description", "as seen"}, {"hostname", "h"}})}).at(0), "ci_id");
    auto ci = done(200, send("PATCH", "cis/" + id, bj::object{{"attributes", {{"description", "by hand"}}}}, "\"1\""));
    EXPECT_EQ(text(ci.at("attributes"), "description"), "by hand");
    EXPECT_EQ(send("PATCH", "cis/" + id, bj::object{{"name", "x"}}, "\"1\"").status, 412);
    auto const provenance = get("cis/" + id + "/provenance").at("items").as_array();
    int winners = 0;
    for (auto const& word : provenance) {
        if (text(word, "attribute") != "description") continue;
        if (word.at("wins").as_bool()) {
            ++winners;
            EXPECT_EQ(text(word, "source_kind"), "manual");
        }
    }
    EXPECT_EQ(winners, 1);
    ci = done(200, send("PATCH", "cis/" + id, bj::object{{"attributes", {{"description", nullptr}}}}));
    EXPECT_FALSE(ci.at("attributes").as_object().contains("description"));
    ci = done(200, send("PATCH", "cis/" + id, bj::object{{"forget", bj::array{"description"}}}));
    EXPECT_EQ(text(ci.at("attributes"), "description"), "as seen");
    EXPECT_EQ(get("cis/" + id + "/records").at("items").as_array().size(), 2U);
}

TEST_F(items, a_status_follows_its_life)
{
    auto const ci = server("a");
    EXPECT_EQ(send("PATCH", path_of(ci), bj::object{{"status", "planned"}}).status, 422);
    EXPECT_EQ(text(done(200, send("PATCH", path_of(ci), bj::object{{"status", "retired"}})), "status"), "retired");
}

TEST_F(items, a_merge_is_taken_back_without_loss)
{
    auto const a = server("a", {{"description", "first"}});
    auto const b = server("b", {{"description", "second"}, {"criticality", "high"}});
    auto const merged = done(200, send("POST", path_of(b) + "/merge", bj::object{{"other_id", a.at("id")}, {"reason", "the same box"}}));
    EXPECT_EQ(text(merged, "id"), text(a, "id"));
    EXPECT_EQ(text(merged.at("attributes"), "criticality"), "high");
    EXPECT_EQ(text(get(path_of(b)), "merged_into"), text(a, "id"));
    EXPECT_EQ(send("PATCH", path_of(b), bj::object{{"name", "x"}}).status, 409);
    auto const back = done(200, send("POST", path_of(a) + "/unmerge", bj::object{{"other_id", b.at("id")}}));
    EXPECT_EQ(text(back, "id"), text(b, "id"));
    for (auto const& ci : {a, b}) {
        auto const present = get(path_of(ci));
        EXPECT_EQ(present.at("attributes"), ci.at("attributes"));
        EXPECT_EQ(present.at("name"), ci.at("name"));
        EXPECT_EQ(present.at("live"), true);
    }
    EXPECT_EQ(text(get(path_of(b) + "/history").at("items").at(0), "cause"), "unmerged");
}

TEST_F(items, duplicates_are_proposed_with_the_reason_and_dismissed)
{
    observe(
        {seen("1", {{"serial_number", "1"}, {"fqdn", "x.example.org"}}), seen("2", {{"serial_number", "2"}, {"fqdn", "x.example.org"}})});
    auto const all = get("ci-duplicates").at("items").as_array();
    ASSERT_EQ(all.size(), 1U);
    auto const& reason = all[0].at("reasons").at(0);
    EXPECT_EQ(text(reason, "kind"), "fqdn");
    EXPECT_EQ(text(reason, "against"), "serial_number");
    bj::object const pair{{"ci_a", all[0].at("ci_a")}, {"ci_b", all[0].at("ci_b")}, {"reason", "a cluster"}};
    EXPECT_EQ(send("POST", "ci-duplicates/dismiss", pair).status, 204);
    EXPECT_TRUE(get("ci-duplicates").at("items").as_array().empty());
}

TEST_F(items, what_was_deleted_stays_so_when_it_is_seen_again_and_can_be_restored)
{
    auto const id = text(observe({seen("k", {{"serial_number", "1"}, {"hostname", "h"}})}).at(0), "ci_id");
    EXPECT_EQ(send("DELETE", "cis/" + id).status, 204);
    observe({seen("k", {{"hostname", "new"}})});
    auto const gone = get("cis/" + id);
    EXPECT_EQ(gone.at("live"), false);
    EXPECT_LT(text(gone, "deleted_at"), text(gone, "seen_at"));
    EXPECT_EQ(send("PATCH", "cis/" + id, bj::object{{"name", "x"}}).status, 409);
    auto const known = send("POST", "cis", bj::object{{"class_key", "server"}, {"name", "b"}, {"attributes", {{"serial_number", "1"}}}});
    EXPECT_EQ(known.json().at("deleted"), true);
    auto const back = done(200, send("POST", "cis/" + id + "/restore"));
    EXPECT_EQ(back.at("live"), true);
    EXPECT_TRUE(back.at("deleted_at").is_null());
}

TEST_F(items, values_are_restored_compared_and_shown_as_of_a_time)
{
    auto const ci = server("a", {{"description", "old"}, {"criticality", "low"}});
    auto const changed =
        done(200, send("PATCH", path_of(ci),
                       bj::object{{"name", "b"}, {"attributes", {{"description", "new"}, {"criticality", nullptr}, {"notes", "n"}}}}));
    auto const from = text(ci, "updated_at");
    auto const to = text(changed, "updated_at");
    EXPECT_EQ(text(get(path_of(ci) + "?as_of=" + from), "name"), "a");
    auto const items = get(path_of(ci) + "/diff?from=" + from + "&to=" + to).at("items").as_array();
    EXPECT_EQ(items.size(), 4U);
    auto one = done(200, send("POST", path_of(ci) + "/restore", bj::object{{"version", 1}, {"attributes", bj::array{"description"}}}));
    EXPECT_EQ(text(one.at("attributes"), "description"), "old");
    EXPECT_EQ(text(one, "name"), "b");
    auto const whole = done(200, send("POST", path_of(ci) + "/restore", bj::object{{"version", 1}}));
    EXPECT_EQ(whole.at("attributes"), ci.at("attributes"));
    EXPECT_EQ(text(whole, "name"), "a");
    EXPECT_EQ(text(get(path_of(ci) + "/history").at("items").at(0), "cause"), "restored");
}

TEST_F(items, sources_are_listed_and_say_how_long_their_word_lasts)
{
    observe({seen("k", {{"hostname", "h"}})});
    auto const all = get("ci-sources").at("items").as_array();
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(text(all[0], "name"), "Ann");
    EXPECT_EQ(all[0].at("records"), 1);
    auto const changed =
        done(200, send("PATCH", "ci-sources/" + text(all[0], "id"), bj::object{{"name", "Exporter"}, {"quiet_after_hours", 24}}));
    EXPECT_EQ(text(changed, "name"), "Exporter");
    EXPECT_EQ(changed.at("quiet_after_hours"), 24);
    EXPECT_EQ(changed.at("version"), 2);
}

TEST_F(items, what_many_see_at_once_becomes_one_ci)
{
    std::vector<std::future<int>> sent;
    for (int i = 0; i < 8; ++i) {
        sent.push_back(std::async(std::launch::async, [this, i] {
            bj::array const all{seen(std::to_string(i), {{"serial_number", "S-1"}, {"description", std::to_string(i).c_str()}}),
                                seen("common", {{"serial_number", "S-1"}, {"notes", std::to_string(i).c_str()}})};
            return send("POST", "ci-observations", bj::object{{"observations", all}}).status;
        }));
    }
    for (auto& each : sent) EXPECT_EQ(each.get(), 200);
    auto const of_tenant = " and tenant_id = '" + tenant.to_string() + "'";
    EXPECT_EQ(cmdb->value("select count(*) from cmdb.cis where live" + of_tenant), "1");
    EXPECT_EQ(cmdb->value("select count(distinct ci_id) || '/' || count(*) from cmdb.records where true" + of_tenant), "1/9");
}

TEST_F(items, another_tenant_sees_none_of_it)
{
    auto const ci = server("a");
    auto const other = cmdb->backend.make_tenant();
    by = backend::test::Backend::token(other, cmdb->backend.make_person(other, "Zoe"), everything);
    EXPECT_EQ(cmdb->backend.get("/api/v1/" + path_of(ci), by).status, 404);
    EXPECT_EQ(send("PATCH", path_of(ci), bj::object{{"name", "x"}}).status, 404);
    auto const own = server("b");
    EXPECT_EQ(send("POST", path_of(own) + "/merge", bj::object{{"other_id", ci.at("id")}}).status, 422);
}

}  // namespace
}  // namespace mz::cmdb
