#include "views.hpp"

#include "test_backend.hpp"

namespace mz::views {
namespace {

using backend::test::text;
namespace bj = boost::json;

class views : public ::testing::Test {
protected:
    static void SetUpTestSuite()
    {
        cloud = std::make_unique<backend::test::Backend>(routes(), [](net::Worker, web::Services&) {});
    }
    static void TearDownTestSuite() { cloud.reset(); }

    void SetUp() override
    {
        tenant = cloud->make_tenant();
        ann = cloud->token(tenant, cloud->make_person(tenant, "Ann"), "cis:read");
        bob = cloud->token(tenant, cloud->make_person(tenant, "Bob"), "cis:read");
        eve = cloud->token(tenant, cloud->make_person(tenant, "Eve"), "cis:read cis:write");
    }

    bj::value keep(std::string const& by, std::string const& name, bool shared, std::string const& list = "cis")
    {
        auto const answer =
            cloud->post("/api/v1/views", by,
                        {{"list", list}, {"name", name}, {"shared", shared}, {"query", {{"status", "in_use"}}}, {"columns", {"name"}}});
        EXPECT_EQ(answer.status, 201) << answer.body;
        return answer.json();
    }
    int change(std::string const& by, bj::value const& view, bj::object const& body, std::string const& version = "*")
    {
        return cloud->send("PATCH", "/api/v1/views/" + text(view, "id"), body, {{"Authorization", "Bearer " + by}, {"If-Match", version}})
            .status;
    }
    int remove(std::string const& by, bj::value const& view)
    {
        return cloud->send("DELETE", "/api/v1/views/" + text(view, "id"), {}, {{"Authorization", "Bearer " + by}}).status;
    }
    std::string seen(std::string const& by, std::string const& query = "")
    {
        std::string out;
        auto const page = cloud->get("/api/v1/views?" + query, by).json();
        for (auto const& view : page.at("items").as_array()) out += (out.empty() ? "" : ", ") + text(view, "name");
        return out;
    }

    static std::unique_ptr<backend::test::Backend> cloud;
    Uuid tenant;
    std::string ann;
    std::string bob;
    std::string eve;
};
std::unique_ptr<backend::test::Backend> views::cloud;

TEST_F(views, keep_what_a_list_was_set_to)
{
    auto const view = keep(ann, "In use", false);
    EXPECT_EQ(view.at("query"), (bj::value{{"status", "in_use"}}));
    EXPECT_EQ(view.at("columns"), (bj::value{"name"}));
    EXPECT_EQ(text(view, "owner_name"), "Ann");
    keep(ann, "Mine", false, "incidents");
    EXPECT_EQ(seen(ann), "In use, Mine");
    EXPECT_EQ(seen(ann, "list=incidents"), "Mine");
}

TEST_F(views, are_their_owners_alone_until_they_are_shared)
{
    auto const view = keep(ann, "In use", false);
    EXPECT_EQ(seen(bob), "");
    EXPECT_EQ(change(bob, view, {{"name", "x"}}), 404);
    EXPECT_EQ(change(eve, view, {{"name", "x"}}), 404);
    EXPECT_EQ(change(ann, view, {{"shared", true}}), 200);
    EXPECT_EQ(seen(bob), "In use");
}

TEST_F(views, that_are_shared_are_changed_by_their_owner_or_by_who_may_write)
{
    auto const view = keep(ann, "In use", true);
    EXPECT_EQ(change(bob, view, {{"name", "x"}}), 403);
    EXPECT_EQ(remove(bob, view), 403);
    EXPECT_EQ(change(eve, view, {{"name", "Used"}}), 200);
    EXPECT_EQ(change(ann, view, {{"name", "In use"}}, "\"1\""), 412);
    EXPECT_EQ(seen(bob), "Used");
    EXPECT_EQ(remove(ann, view), 204);
    EXPECT_EQ(seen(bob), "");
}

TEST_F(views, have_a_name_once_for_each_person_and_list)
{
    keep(ann, "In use", false);
    EXPECT_EQ(cloud->post("/api/v1/views", ann, {{"list", "cis"}, {"name", "In use"}}).status, 409);
    keep(ann, "In use", false, "incidents");
    keep(bob, "In use", false);
    EXPECT_EQ(cloud->post("/api/v1/views", ann, {{"list", "No list"}, {"name", "x"}}).status, 400);
}

TEST_F(views, of_another_tenant_are_never_there)
{
    auto const other = cloud->make_tenant();
    auto const stranger = cloud->token(other, cloud->make_person(other, "Zoe"), "cis:read cis:write");
    auto const view = keep(ann, "In use", true);
    EXPECT_EQ(seen(stranger), "");
    EXPECT_EQ(change(stranger, view, {{"name", "x"}}), 404);
    EXPECT_EQ(remove(stranger, view), 404);
}

}  // namespace
}  // namespace mz::views
