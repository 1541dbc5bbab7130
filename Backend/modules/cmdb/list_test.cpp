#include "list.hpp"

#include "keys.hpp"
#include "test_backend.hpp"

#include <boost/json/parse.hpp>

#include <algorithm>
#include <set>

namespace mz::cmdb {
namespace {

using backend::test::Answer;
using backend::test::text;
namespace bj = boost::json;

struct Given {
    std::string name;
    std::string class_key = "server";
    std::string status = "in_use";
    bj::object attributes = {};
    bool stale = false;
};

std::string escaped(std::string const& text)
{
    std::string out;
    for (char const c : text) {
        constexpr std::string_view plain = "-._~:*=&";
        if (std::isalnum(static_cast<unsigned char>(c)) != 0 || plain.find(c) != std::string_view::npos) out += c;
        else out += "%" + hex(std::string_view(&c, 1));
    }
    return out;
}

class cis : public ::testing::Test {
protected:
    static void SetUpTestSuite()
    {
        cloud = std::make_unique<backend::test::Backend>(list_routes(), [](net::Worker, web::Services&) {});
    }
    static void TearDownTestSuite() { cloud.reset(); }

    void SetUp() override
    {
        tenant = cloud->make_tenant();
        by = cloud->token(tenant, cloud->make_person(tenant, "Ann"), "cis:read");
    }

    // Everything at once: a thousand calls would take longer than the tests.
    void give(Uuid const& owner, std::vector<Given> const& all)
    {
        auto const& model = Model::built_in();
        std::string rows;
        std::string values;
        std::string words;
        for (auto const& one : all) {
            auto const id = Uuid::v7();
            Attributes attributes;
            for (auto const& [key, value] : one.attributes) attributes.emplace(key, value);
            auto const at = 1'700'000'000 + clock++ * 7919 % 100'000;
            bj::object row{{"id", id.to_string()}, {"class_key", one.class_key},   {"name", one.name}, {"status", one.status},
                           {"stale", one.stale},   {"attributes", one.attributes}, {"at", at}};
            rows += (rows.empty() ? "" : ",") + bj::serialize(row);
            for (auto const& value : value_rows(id, one.name, attributes, model))
                values += (values.empty() ? "" : ",") + json::write(value);
            for (auto const& word : word_rows(one.name, attributes, model)) {
                words += (words.empty() ? "" : ",") + bj::serialize(bj::object{{"word", word}, {"ci_id", id.to_string()}});
            }
        }
        cloud->superuser.run(R"(
            with given as (
              select r.* from jsonb_to_recordset($2::jsonb)
                as r (id uuid, class_key text, name text, status text, stale boolean, attributes jsonb, at double precision)),
            made as (
              insert into cmdb.cis (tenant_id, id, class_key, name, status, attributes, stale, seen_at, created_at, updated_at)
              select $1::uuid, g.id, g.class_key, g.name, g.status, g.attributes, g.stale, to_timestamp(g.at), to_timestamp(g.at), to_timestamp(g.at)
              from given g)
            insert into cmdb.ci_history (tenant_id, ci_id, version, valid_from, class_key, name, status, live, attributes, changes, cause)
            select $1::uuid, g.id, 1, '2026-01-01', g.class_key, g.name, g.status, true, g.attributes, '{}', 'created' from given g)",
                             {owner.to_string(), "[" + rows + "]"});
        cloud->superuser.run(R"(
            insert into cmdb.ci_values (tenant_id, ci_id, attribute, element, text_key, number_key, name)
            select $1::uuid, r.ci_id, r.attribute, r.element, r.text_key, r.number_key, r.name
            from jsonb_to_recordset($2::jsonb)
              as r (ci_id uuid, attribute text, element integer, text_key text, number_key double precision, name text))",
                             {owner.to_string(), "[" + values + "]"});
        cloud->superuser.run(R"(
            insert into cmdb.ci_words (tenant_id, word, ci_id)
            select $1::uuid, r.word, r.ci_id from jsonb_to_recordset($2::jsonb) as r (word text, ci_id uuid))",
                             {owner.to_string(), "[" + words + "]"});
    }
    void give(std::vector<Given> const& all) { give(tenant, all); }

    Answer list(std::string const& query) const { return cloud->get("/api/v1/cis?" + query, by); }
    // The names of one page.
    std::string names(std::string const& query) const
    {
        auto const answer = list(query);
        EXPECT_EQ(answer.status, 200) << query << ": " << answer.body;
        std::string out;
        if (answer.status != 200) return answer.body;
        for (auto const& item : answer.json().at("items").as_array()) out += (out.empty() ? "" : " ") + text(item, "name");
        return out;
    }
    std::string by_filter(std::string const& filter) const { return names("filter=" + escaped(filter)); }
    // All pages of a list one after the other.
    std::vector<std::string> all_ids(std::string const& query, int at_once) const
    {
        std::vector<std::string> out;
        std::string after;
        do {
            auto const page = list(query + "&limit=" + std::to_string(at_once) + (after.empty() ? "" : "&after=" + after)).json();
            for (auto const& item : page.at("items").as_array()) out.push_back(text(item, "id"));
            after = page.at("next").is_null() ? "" : text(page, "next");
        } while (!after.empty());
        return out;
    }

    static std::unique_ptr<backend::test::Backend> cloud;
    Uuid tenant;
    std::string by;
    std::int64_t clock = 0;
};
std::unique_ptr<backend::test::Backend> cis::cloud;

TEST_F(cis, are_listed_by_name_as_people_read_it)
{
    give({{"web-10"}, {"Web-9"}, {"db"}, {"web-2"}});
    EXPECT_EQ(names(""), "db web-2 Web-9 web-10");
    EXPECT_EQ(names("sort=-name"), "web-10 Web-9 web-2 db");
}

TEST_F(cis, of_a_class_are_those_below_it_too)
{
    give({{"a", "server"}, {"b", "printer"}, {"c", "switch"}, {"d", "application"}});
    EXPECT_EQ(names("class_key=network_device"), "c");
    EXPECT_EQ(names("class_key=hardware"), "a b c");
    EXPECT_EQ(names("class_key=printer,application"), "b d");
    EXPECT_EQ(names("class_key=ci"), "a b c d");
    EXPECT_EQ(list("class_key=spaceship").status, 400);
}

TEST_F(cis, are_filtered_by_status_and_by_what_went_quiet)
{
    give({{"a", "server", "retired"}, {"b"}, {"c", "printer", "retired"}, {"d", "server", "in_use", {}, true}});
    EXPECT_EQ(names("status=retired"), "a c");
    EXPECT_EQ(names("status=retired&class_key=server"), "a");
    EXPECT_EQ(names("stale=true"), "d");
    EXPECT_EQ(names("stale=false&status=in_use"), "b");
}

TEST_F(cis, are_filtered_by_texts)
{
    give({{"a", "server", "in_use", {{"manufacturer", "Dell"}}},
          {"b", "server", "in_use", {{"manufacturer", "dell Technologies"}}},
          {"c", "server", "in_use", {{"manufacturer", "HP, Inc."}}},
          {"d"}});
    EXPECT_EQ(by_filter("manufacturer:eq:Dell"), "a");
    EXPECT_EQ(by_filter("manufacturer:ne:Dell"), "b c d");
    EXPECT_EQ(by_filter("manufacturer:starts:DELL"), "a b");
    EXPECT_EQ(by_filter("manufacturer:ge:e"), "c");
    EXPECT_EQ(by_filter("manufacturer:lt:Dell"), "");
    EXPECT_EQ(by_filter("manufacturer:le:Dell"), "a");
    EXPECT_EQ(by_filter("manufacturer:between:a..e"), "a b");
    EXPECT_EQ(by_filter("manufacturer:set"), "a b c");
    EXPECT_EQ(by_filter("manufacturer:unset"), "d");
    EXPECT_EQ(by_filter("manufacturer:eq:HP\\, Inc."), "c");
}

TEST_F(cis, that_begin_with_a_number_are_found_by_a_part_of_it)
{
    give({{"a", "server", "in_use", {{"asset_tag", "A1"}}},
          {"b", "server", "in_use", {{"asset_tag", "A10"}}},
          {"c", "server", "in_use", {{"asset_tag", "A123"}}},
          {"d", "server", "in_use", {{"asset_tag", "A2"}}}});
    EXPECT_EQ(by_filter("asset_tag:starts:a1"), "a b c");
}

TEST_F(cis, are_filtered_by_numbers_and_dates)
{
    give({{"a", "server", "in_use", {{"cpu_count", 2}, {"warranty_end", "2026-12-31"}}},
          {"b", "server", "in_use", {{"cpu_count", 4.5}, {"warranty_end", "2027-01-01"}}},
          {"c", "server", "in_use", {{"cpu_count", 16}, {"warranty_end", "2027-06-01"}}},
          {"d"}});
    EXPECT_EQ(by_filter("cpu_count:eq:16"), "c");
    EXPECT_EQ(by_filter("cpu_count:ne:16"), "a b d");
    EXPECT_EQ(by_filter("cpu_count:lt:4.5"), "a");
    EXPECT_EQ(by_filter("cpu_count:le:4.5"), "a b");
    EXPECT_EQ(by_filter("cpu_count:gt:4.5"), "c");
    EXPECT_EQ(by_filter("cpu_count:between:2..4.5"), "a b");
    EXPECT_EQ(by_filter("warranty_end:eq:2027-01-01"), "b");
    EXPECT_EQ(by_filter("warranty_end:lt:2027-01-01"), "a");
    EXPECT_EQ(by_filter("warranty_end:ge:2027-01-01"), "b c");
    EXPECT_EQ(by_filter("warranty_end:between:2026-12-01..2027-01-31"), "a b");
    EXPECT_EQ(by_filter("warranty_end:unset"), "d");
}

TEST_F(cis, are_filtered_by_choices_flags_addresses_and_lists)
{
    give({{"a", "printer", "in_use", {{"prints_color", true}, {"tags", {"floor 1", "red"}}}},
          {"b", "printer", "in_use", {{"prints_color", false}, {"tags", {"red"}}}},
          {"c", "switch", "in_use", {{"management_ip", "10.1.2.3"}, {"ip_addresses", {"10.1.2.3", "fe80::1"}}}},
          {"d", "switch", "in_use", {{"management_ip", "10.10.0.1"}, {"ip_addresses", {"192.168.0.1"}}}},
          {"e", "switch", "in_use", {{"management_ip", "2001:db8::5"}, {"criticality", "high"}}}});
    EXPECT_EQ(by_filter("prints_color:eq:true"), "a");
    EXPECT_EQ(by_filter("prints_color:ne:true"), "b c d e");
    EXPECT_EQ(by_filter("criticality:eq:high"), "e");
    EXPECT_EQ(by_filter("tags:eq:red"), "a b");
    EXPECT_EQ(by_filter("tags:starts:Flo"), "a");
    EXPECT_EQ(by_filter("tags:unset"), "c d e");
    EXPECT_EQ(by_filter("management_ip:eq:10.1.2.3"), "c");
    EXPECT_EQ(by_filter("management_ip:in-network:10.0.0.0/13"), "c");
    EXPECT_EQ(by_filter("management_ip:in-network:10.0.0.0/8"), "c d");
    EXPECT_EQ(by_filter("management_ip:in-network:2001:db8::/32"), "e");
    EXPECT_EQ(by_filter("management_ip:between:10.1.2.3..10.10.0.1"), "c d");
    EXPECT_EQ(by_filter("ip_addresses:in-network:fe80::/10"), "c");
    EXPECT_EQ(by_filter("ip_addresses:eq:192.168.0.1"), "d");
}

TEST_F(cis, meet_all_conditions_at_once)
{
    give({{"a", "server", "in_use", {{"manufacturer", "Dell"}, {"cpu_count", 2}}},
          {"b", "server", "in_use", {{"manufacturer", "Dell"}, {"cpu_count", 4}}},
          {"c", "server", "retired", {{"manufacturer", "Dell"}, {"cpu_count", 4}}}});
    EXPECT_EQ(names("status=in_use&filter=manufacturer:eq:Dell,cpu_count:ge:4"), "b");
    EXPECT_EQ(names("status=in_use&filter=manufacturer:eq:Dell,cpu_count:ge:4&q=b"), "b");
    EXPECT_EQ(names("status=in_use&filter=manufacturer:eq:Dell,cpu_count:ge:4&q=c"), "");
}

TEST_F(cis, are_found_by_the_beginnings_of_their_words)
{
    give({{"web-1.example.org"}, {"Łódź printer", "printer"}, {"other", "server", "in_use", {{"serial_number", "CN-4711"}}}});
    EXPECT_EQ(names("q=exam"), "web-1.example.org");
    EXPECT_EQ(names("q=web-1.ex"), "web-1.example.org");
    EXPECT_EQ(names("q=lodz%20prin"), "Łódź printer");
    EXPECT_EQ(names("q=cn-47"), "other");
    EXPECT_EQ(names("q=rinter"), "");
    EXPECT_EQ(list("q=%2D%2D").status, 400);
}

TEST_F(cis, are_sorted_by_an_attribute_and_those_without_it_come_last)
{
    give({{"a", "server", "in_use", {{"cpu_count", 16}, {"manufacturer", "b"}}},
          {"b"},
          {"c", "server", "in_use", {{"cpu_count", 2}, {"manufacturer", "A"}}},
          {"d", "printer", "in_use", {{"cpu_count", 16}, {"manufacturer", "c"}}}});
    EXPECT_EQ(names("order_by=cpu_count"), "c a d b");
    EXPECT_EQ(names("order_by=cpu_count&sort=-value"), "d a c b");
    EXPECT_EQ(names("order_by=manufacturer"), "c a d b");
    EXPECT_EQ(names("order_by=manufacturer&sort=-value"), "d a c b");
    EXPECT_EQ(names("order_by=cpu_count&class_key=server"), "c a b");
    EXPECT_EQ(names("order_by=cpu_count&filter=cpu_count:ge:16"), "a d");
    EXPECT_EQ(names("order_by=cpu_count&sort=-value&filter=manufacturer:set"), "d a c");
    EXPECT_EQ(list("order_by=tags").status, 400);
    EXPECT_EQ(list("order_by=cpu_count&sort=name").status, 400);
}

// More CIs than are found first and sorted then, so that each way of walking takes part; names, times and values that come twice.
TEST_F(cis, come_once_each_whatever_the_order_and_the_size_of_a_page)
{
    std::vector<Given> all;
    for (int i = 0; i < 2400; ++i) {
        bj::object attributes;
        if (i % 3 != 0) attributes["manufacturer"] = i % 2 == 0 ? "Dell" : "HP";
        if (i % 4 != 0) attributes["cpu_count"] = i % 7;
        all.push_back({"ci-" + std::to_string(i / 2), i % 2 == 0 ? "server" : "printer", i % 5 == 0 ? "retired" : "in_use", attributes});
    }
    give(all);
    std::vector<std::pair<std::string, std::size_t>> const lists = {
        {"", 2400},
        {"class_key=server", 1200},
        {"status=retired", 480},
        {"class_key=hardware&status=in_use", 1920},
        {"filter=manufacturer:eq:Dell", 800},
        {"filter=cpu_count:eq:3", 258},
        {"filter=cpu_count:set", 1800},
        {"filter=cpu_count:unset", 600},
        {"filter=manufacturer:starts:d,cpu_count:ge:1", 343},
        {"class_key=printer&filter=manufacturer:eq:Dell", 0},
        {"class_key=server&filter=manufacturer:eq:Dell", 800},
        {"q=ci&class_key=printer", 1200},
    };
    for (auto const& [query, count] : lists) {
        for (std::string const order :
             {"sort=name", "sort=-name", "sort=updated_at", "sort=-updated_at", "sort=created_at", "sort=-seen_at", "order_by=manufacturer",
              "order_by=manufacturer&sort=-value", "order_by=cpu_count&sort=-value"}) {
            auto const asked = order + (query.empty() ? "" : "&" + query);
            auto const ids = all_ids(asked, 97);
            EXPECT_EQ(ids.size(), count) << asked;
            EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), ids.size()) << asked;
            if (count == 0) continue;
            EXPECT_EQ(all_ids(asked, 1000), ids) << asked;
        }
        EXPECT_EQ(list("count=exact&limit=1&" + query).json().at("total").to_number<std::size_t>(), count) << query;
    }
}

TEST_F(cis, of_another_tenant_are_never_there)
{
    auto const other = cloud->make_tenant();
    Given const one{"secret", "server", "in_use", {{"manufacturer", "Dell"}, {"cpu_count", 4}}};
    give(other, {one});
    for (std::string const query : {"", "class_key=server", "filter=manufacturer:eq:Dell", "filter=cpu_count:ge:1", "q=secret",
                                    "order_by=cpu_count", "as_of=2026-06-01T00:00:00Z", "as_of=2026-06-01T00:00:00Z&class_key=server"}) {
        EXPECT_EQ(names(query), "") << query;
    }
    EXPECT_TRUE(cloud->get("/api/v1/cis/facets", by).json().at("classes").as_array().empty());
}

TEST_F(cis, as_of_a_time_are_those_that_were_there_then)
{
    give({{"old", "server", "retired", {{"cpu_count", 2}}}, {"new", "printer"}});
    cloud->superuser.run("update cmdb.ci_history set valid_from = '2026-05-01' where tenant_id = $1 and name = 'new'",
                         {tenant.to_string()});
    EXPECT_EQ(names("as_of=2026-04-01T00:00:00Z"), "old");
    EXPECT_EQ(names("as_of=2026-06-01T00:00:00Z"), "new old");
    EXPECT_EQ(names("as_of=2026-06-01T00:00:00Z&sort=-name"), "old new");
    EXPECT_EQ(names("as_of=2026-06-01T00:00:00Z&class_key=printer"), "new");
    EXPECT_EQ(names("as_of=2026-06-01T00:00:00Z&status=retired&filter=cpu_count:eq:2"), "old");
    EXPECT_EQ(names("as_of=2025-06-01T00:00:00Z"), "");
    EXPECT_EQ(list("as_of=2026-06-01T00:00:00Z&q=old").status, 400);
    EXPECT_EQ(list("as_of=2026-06-01T00:00:00Z&order_by=cpu_count").status, 400);
}

TEST_F(cis, are_counted_by_class_and_status)
{
    give({{"a"}, {"b", "server", "retired"}, {"c", "printer", "in_use", {{"manufacturer", "HP"}}}});
    auto const said = [&](std::string const& query, char const* of) {
        std::string out;
        for (auto const& facet : cloud->get("/api/v1/cis/facets?" + query, by).json().at(of).as_array()) {
            out += text(facet, "key") + "=" + bj::serialize(facet.at("count")) + (facet.at("exact").as_bool() ? " " : "+ ");
        }
        return out;
    };
    EXPECT_EQ(said("", "classes"), "printer=1 server=2 ");
    EXPECT_EQ(said("", "statuses"), "in_use=2 retired=1 ");
    EXPECT_EQ(said("class_key=server", "statuses"), "in_use=1 retired=1 ");
    EXPECT_EQ(said("filter=manufacturer:eq:HP", "classes"), "printer=1 ");
    EXPECT_EQ(said("filter=manufacturer:unset", "classes"), "server=2 ");
}

TEST_F(cis, that_cannot_be_asked_for_so_are_refused_with_what_can)
{
    auto const why = [&](std::string const& filter) {
        auto const answer = list("filter=" + escaped(filter));
        EXPECT_EQ(answer.status, 400) << filter;
        return text(answer.json().at("errors").at(0), "detail");
    };
    EXPECT_EQ(why("wheels:eq:4"), "\"wheels:eq:4\": wheels is no attribute; write <attribute>:<operator>:<value>");
    EXPECT_EQ(why("cpu_count:starts:4"), "\"cpu_count:starts:4\": the operator must be one of eq, ne, lt, le, gt, ge, between, set, unset");
    EXPECT_EQ(why("cpu_count:ge:many"), "\"cpu_count:ge:many\": must be a number such as 12.5");
    EXPECT_EQ(why("cpu_count:between:4"), "\"cpu_count:between:4\": needs two values: low..high");
    EXPECT_EQ(why("cpu_count:set:4"), "\"cpu_count:set:4\": takes no value");
    EXPECT_EQ(why("management_ip:in-network:10.0.0.0"), "\"management_ip:in-network:10.0.0.0\": must be a network such as 10.1.0.0/16");
}

TEST_F(cis, as_csv_have_the_columns_that_are_asked_for)
{
    give({{"a", "server", "in_use", {{"cpu_count", 4}, {"tags", {"x", "y"}}}}, {"b"}});
    auto const answer = cloud->send("GET", "/api/v1/cis?columns=name,cpu_count,tags,status", {},
                                    {{"Authorization", "Bearer " + by}, {"Accept", "text/csv"}});
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body, "name,cpu_count,tags,status\r\na,4,x;y,in_use\r\nb,,,in_use\r\n");
    EXPECT_EQ(cloud->send("GET", "/api/v1/cis?columns=wheels", {}, {{"Authorization", "Bearer " + by}, {"Accept", "text/csv"}}).status,
              400);
}

}  // namespace
}  // namespace mz::cmdb
