#include "test_related.hpp"

namespace mz::cmdb_relations::test {
namespace {

class graph : public Related {
protected:
    // "Shop 2: Shop < Web < web-1, " for each hit: its name, its distance and the CIs on the way.
    std::string hits(Uuid const& ci, std::string const& query = "")
    {
        std::string out;
        auto const analysis = ask(ci, "impact" + query);
        for (auto const& hit : analysis.at("hits").as_array()) {
            out += text(hit.at("ci"), "name") + " " + std::to_string(hit.at("depth").to_number<int>()) + ":";
            for (auto const& step : hit.at("path").as_array()) {
                out += std::string(text(step, "direction") == "outgoing" ? " >" : " <") + text(step, "type_key") + " " + text(step, "name");
            }
            out += ", ";
        }
        return out;
    }
    std::string nodes(Uuid const& ci, std::string const& query = "")
    {
        std::set<std::string> names;
        auto const found = ask(ci, "graph" + query);
        for (auto const& node : found.at("nodes").as_array()) {
            names.insert(text(node, "name") + std::to_string(node.at("depth").to_number<int>()));
        }
        std::string out;
        for (auto const& name : names) out += name + " ";
        return out;
    }
};

TEST_F(graph, shows_the_neighbourhood_and_every_relation_in_it)
{
    auto const a = make_ci("a");
    auto const b = make_ci("b");
    auto const c = make_ci("c");
    auto const d = make_ci("d");
    related("depends_on", a, b);
    related("depends_on", c, a);
    related("uses", b, c);
    related("depends_on", d, b);
    EXPECT_EQ(nodes(a), "a0 b1 c1 ");
    auto const near = ask(a, "graph");
    EXPECT_EQ(near.at("edges").as_array().size(), 3U) << "also the one between b and c";
    EXPECT_FALSE(near.at("truncated").as_bool());
    EXPECT_EQ(nodes(a, "?depth=2"), "a0 b1 c1 d2 ");
    EXPECT_EQ(nodes(a, "?depth=5&types=depends_on"), "a0 b1 c1 d2 ");
    EXPECT_EQ(nodes(a, "?depth=5&types=uses"), "a0 ");
    EXPECT_EQ(cloud->get("/api/v1/cis/" + a.to_string() + "/graph?types=loves", by).status, 400);
    EXPECT_EQ(cloud->get("/api/v1/cis/" + a.to_string() + "/graph?depth=6", by).status, 400);
}

TEST_F(graph, says_when_there_is_more_than_it_shows)
{
    auto const hub = make_ci("hub");
    for (int i = 0; i < 12; ++i) related("depends_on", make_ci("spoke"), hub);
    auto const shown = ask(hub, "graph");
    EXPECT_EQ(shown.at("nodes").as_array().size(), 12U);
    EXPECT_EQ(shown.at("edges").as_array().size(), 11U);
    EXPECT_TRUE(shown.at("truncated").as_bool());
}

TEST_F(graph, impact_names_who_suffers_and_why)
{
    auto const host = make_ci("web-1");
    auto const web = make_ci("Web", "application");
    auto const shop = make_ci("Shop", "business_service");
    auto const cluster = make_ci("Cluster", "cluster");
    auto const ann = make_ci("Ann", "person");
    related("runs_on", web, host);
    related("depends_on", shop, web);
    related("depends_on", web, shop);  // a circle
    related("member_of", host, cluster);
    related("located_in", host, make_ci("Kraków", "location"));
    related("owned_by", web, ann);
    related("owned_by", shop, ann);
    EXPECT_EQ(hits(host), "Cluster 1: >member_of Cluster, Web 1: <runs_on Web, Shop 2: <runs_on Web <depends_on Shop, ");
    EXPECT_EQ(
        hits(shop, "?direction=causes"),
        "Web 1: >depends_on Web, web-1 2: >depends_on Web >runs_on web-1, Kraków 3: >depends_on Web >runs_on web-1 >located_in Kraków, ");
    EXPECT_EQ(hits(host, "?depth=1"), "Cluster 1: >member_of Cluster, Web 1: <runs_on Web, ");

    auto const analysis = ask(host, "impact");
    EXPECT_EQ(text(analysis.at("ci"), "name"), "web-1");
    EXPECT_EQ(analysis.at("total"), 3);
    ASSERT_EQ(analysis.at("services").as_array().size(), 1U);
    EXPECT_EQ(text(analysis.at("services").at(0), "name"), "Shop");
    EXPECT_EQ(text(analysis.at("people").at(0).at("ci"), "name"), "Ann");
    EXPECT_EQ(analysis.at("people").at(0).at("owns"), 2);
    EXPECT_EQ(analysis.at("classes").as_array().size(), 3U);
}

TEST_F(graph, impact_goes_round_what_was_deleted)
{
    auto const host = make_ci("web-1");
    auto const web = make_ci("Web", "application");
    auto const shop = make_ci("Shop", "business_service");
    related("runs_on", web, host);
    related("depends_on", shop, web);
    cloud->superuser.run("update cmdb.cis set live = false, deleted_at = now() where id = $1", {web.to_string()});
    EXPECT_EQ(hits(host), "");
    EXPECT_EQ(nodes(host, "?depth=5"), "web-10 ");
}

TEST_F(graph, impact_is_bounded_nearest_first)
{
    auto const host = make_ci("host");
    auto last = host;
    for (int i = 0; i < 3; ++i) {
        auto const next = make_ci("chain", "application");
        related("depends_on", next, last);
        last = next;
    }
    for (int i = 0; i < 30; ++i) related("depends_on", make_ci("leaf", "application"), host);
    auto const analysis = ask(host, "impact");
    EXPECT_EQ(analysis.at("total"), 20);
    EXPECT_TRUE(analysis.at("truncated").as_bool());
    for (auto const& hit : analysis.at("hits").as_array()) EXPECT_EQ(hit.at("depth"), 1);
}

}  // namespace
}  // namespace mz::cmdb_relations::test
