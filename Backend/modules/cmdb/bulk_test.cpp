#include "bulk.hpp"

#include "test_cmdb.hpp"

#include <gtest/gtest.h>

namespace mz::cmdb {
namespace {

using backend::test::text;
namespace bj = boost::json;

class bulk_edit : public ::testing::Test {
protected:
    static void SetUpTestSuite() { cmdb = std::make_unique<test::Cmdb>(); }
    static void TearDownTestSuite() { cmdb.reset(); }

    void SetUp() override
    {
        tenant = cmdb->backend.make_tenant();
        by = cmdb->backend.token(tenant, cmdb->backend.make_person(tenant, "Ann"), "cis:read cis:write");
    }

    std::string make(std::string const& name, std::string const& status = "in_use", std::string const& class_key = "server")
    {
        auto const made = cmdb->backend.post("/api/v1/cis", by, {{"class_key", class_key}, {"name", name}, {"status", status}});
        EXPECT_EQ(made.status, 201) << made.body;
        return text(made.json(), "id");
    }
    bj::value ask(std::string const& path, bj::object const& body, int status = 200)
    {
        auto const answer = cmdb->backend.post("/api/v1/cis/bulk-edit" + path, by, body);
        EXPECT_EQ(answer.status, status) << answer.body;
        return answer.json();
    }
    std::int64_t count(bj::value const& of, char const* what) { return of.at(what).to_number<std::int64_t>(); }
    std::string said(std::string const& name, std::string const& what)
    {
        return cmdb->value("select " + what + " from cmdb.cis where tenant_id = '" + tenant.to_string() + "' and name = '" + name + "'");
    }

    static std::unique_ptr<test::Cmdb> cmdb;
    Uuid tenant;
    std::string by;
};
std::unique_ptr<test::Cmdb> bulk_edit::cmdb;

TEST_F(bulk_edit, changes_what_its_preview_says)
{
    bj::array const ids{make("a"), make("b", "in_stock"), make("c", "planned"), make("d", "retired")};
    bj::object const body{{"ids", ids}, {"status", "retired"}, {"attributes", {{"manufacturer", "Dell"}}}};
    auto const preview = ask("/preview", body);
    EXPECT_EQ(count(preview, "total"), 4);
    EXPECT_EQ(count(preview, "changed") + count(preview, "refusals"), 4);
    ASSERT_EQ(count(preview, "refusals"), 1);
    EXPECT_EQ(text(preview.at("refused").at(0), "name"), "c");
    EXPECT_EQ(text(preview.at("refused").at(0).at("errors").at(0), "reason"), "transition");
    EXPECT_EQ(text(preview.at("reasons").at(0), "reason"), "transition");
    EXPECT_EQ(said("a", "status"), "in_use") << "a preview changes nothing";

    auto const done = ask("", body);
    EXPECT_EQ(count(done, "changed"), 3);
    EXPECT_EQ(count(done, "refusals"), 1);
    EXPECT_TRUE(done.at("next").is_null());
    EXPECT_EQ(said("a", "status"), "retired");
    EXPECT_EQ(said("b", "attributes ->> 'manufacturer'"), "Dell");
    EXPECT_EQ(said("c", "status"), "planned");
    EXPECT_EQ(count(ask("", body), "unchanged"), 3);
}

TEST_F(bulk_edit, says_of_each_value_why_it_does_not_fit)
{
    bj::array const ids{make("a"), make("p", "in_use", "printer")};
    auto const preview = ask("/preview", {{"ids", ids}, {"attributes", {{"prints_color", true}, {"warranty_end", "soon"}}}});
    EXPECT_EQ(count(preview, "refusals"), 2);
    std::string all = bj::serialize(preview.at("refused"));
    EXPECT_NE(all.find("server has no such attribute"), std::string::npos) << all;
    EXPECT_NE(all.find("/attributes/warranty_end"), std::string::npos) << all;
}

// More than one portion, of a list whose filter stops holding as soon as a CI is changed.
TEST_F(bulk_edit, of_a_list_goes_on_portion_by_portion)
{
    for (int i = 0; i < 103; ++i) make("ci-" + std::to_string(i));
    make("other", "in_use", "printer");
    bj::object body{{"query", {{"class_key", {"server"}}, {"status", {"in_use"}}, {"filter", bj::array()}}}, {"status", "retired"}};
    EXPECT_EQ(count(ask("/preview", body), "changed"), 103);
    std::int64_t changed = 0;
    for (bool more = true; more;) {
        auto const part = ask("", body);
        changed += count(part, "changed");
        more = !part.at("next").is_null();
        body["after"] = part.at("next");
    }
    EXPECT_EQ(changed, 103);
    EXPECT_EQ(said("other", "status"), "in_use");
}

TEST_F(bulk_edit, asks_for_one_selection_and_something_to_change)
{
    auto const id = make("a");
    ask("/preview", {{"status", "retired"}}, 400);
    ask("/preview", {{"ids", {id}}, {"query", bj::object()}, {"status", "retired"}}, 400);
    ask("/preview", {{"ids", {id}}}, 400);
}

TEST_F(bulk_edit, of_another_tenants_cis_finds_none)
{
    auto const id = make("a");
    auto const other = cmdb->backend.make_tenant();
    by = cmdb->backend.token(other, cmdb->backend.make_person(other, "Zoe"), "cis:read cis:write");
    auto const done = ask("", {{"ids", {id}}, {"status", "retired"}});
    EXPECT_EQ(count(done, "changed"), 0);
    EXPECT_EQ(said("a", "status"), "in_use");
}

}  // namespace
}  // namespace mz::cmdb
