#include "web/router.hpp"

#include "web/openapi.hpp"

#include <gtest/gtest.h>

#include <boost/json/parse.hpp>

namespace mz::web {
namespace {

struct Thing {
    Uuid id;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Thing, (), (id, version))

struct ById {
    Uuid id;
};
BOOST_DESCRIBE_STRUCT(ById, (), (id))

struct NewThing {
    Text<1, 20> name;
    std::optional<int> size;
};
BOOST_DESCRIBE_STRUCT(NewThing, (), (name, size))

Task<Page<Thing>> list(Request&, Query<ListQuery>) { co_return Page<Thing>{}; }
Task<Thing> get(Request&, Path<ById>) { co_return Thing{}; }
Task<Created<Thing>> create(Request&, Body<NewThing>) { co_return Created<Thing>{}; }
Task<void> close(Request&, Tx&, Path<ById>) { co_return; }

std::vector<Route> routes()
{
    return {
        route(Verb::get, "/api/v1/things", Permission{"things:read"}, "thing_list", "List things", list),
        route(Verb::post, "/api/v1/things", Permission{"things:write"}, "thing_create", "Make a thing", create),
        route(Verb::get, "/api/v1/things/{id}", Permission{"things:read"}, "thing_get", "Fetch a thing", get),
        route(Verb::post, "/api/v1/things/{id}/close", Permission{"things:write"}, "thing_close", "Close a thing", close),
        route(Verb::get, "/api/v1/things/newest", Permission{"things:read"}, "thing_newest", "The newest", get),
    };
}

TEST(router, a_path_finds_its_route_and_parameters)
{
    auto const all = routes();
    Router const router(all);
    auto const match = router.find(net::Method::post, "/api/v1/things/42/close");
    ASSERT_NE(match.route, nullptr);
    EXPECT_EQ(match.route->operation, "thing_close");
    EXPECT_TRUE(match.route->transaction);
    EXPECT_EQ(match.parameters, (std::vector<std::pair<std::string, std::string>>{{"id", "42"}}));
}

TEST(router, a_fixed_path_wins_over_a_parameter)
{
    auto const all = routes();
    EXPECT_EQ(Router(all).find(net::Method::get, "/api/v1/things/newest").route->operation, "thing_newest");
}

TEST(router, another_method_learns_which_are_allowed)
{
    auto const all = routes();
    auto const match = Router(all).find(net::Method::patch, "/api/v1/things");
    EXPECT_EQ(match.route, nullptr);
    EXPECT_EQ(match.allowed, "GET, POST");
}

TEST(router, an_unknown_path_is_nothing)
{
    auto const all = routes();
    Router const router(all);
    for (std::string const path : {"/", "/api/v1/thing", "/api/v1/things/", "/api/v1/things//close", "/api/v1/things/1/2/3"}) {
        auto const match = router.find(net::Method::get, path);
        EXPECT_EQ(match.route, nullptr) << path;
        EXPECT_TRUE(match.allowed.empty()) << path;
    }
}

TEST(router, two_routes_of_one_name_or_place_are_a_mistake)
{
    auto all = routes();
    all.push_back(all.front());
    EXPECT_THROW(Router{all}, std::logic_error);
    all.back().operation = "another";
    EXPECT_THROW(Router{all}, std::logic_error);
}

TEST(openapi, everything_follows_from_the_signatures)
{
    auto const document = boost::json::parse(openapi("Things", "1", routes()));
    auto const& create_thing = document.at("paths").at("/api/v1/things").at("post");
    EXPECT_EQ(create_thing.at("x-permission"), "things:write");
    EXPECT_TRUE(create_thing.at("responses").as_object().contains("201"));
    EXPECT_EQ(create_thing.at("requestBody").at("content").at("application/json").at("schema").at("$ref"), "#/components/schemas/NewThing");
    EXPECT_EQ(document.at("components").at("schemas").at("NewThing").at("required"), boost::json::array{"name"});
    auto const& parameter = document.at("paths").at("/api/v1/things/{id}").at("get").at("parameters").at(0);
    EXPECT_EQ(parameter.at("in"), "path");
    EXPECT_EQ(parameter.at("schema").at("format"), "uuid");
    EXPECT_TRUE(document.at("components").at("schemas").as_object().contains("ThingPage") ||
                document.at("components").at("schemas").as_object().contains("PageThing"));
    EXPECT_TRUE(document.at("paths").at("/api/v1/things/{id}/close").at("post").at("responses").as_object().contains("204"));
}

}  // namespace
}  // namespace mz::web
