#include "web/reference.hpp"

#include "web/openapi.hpp"
#include "web/route.hpp"

#include <gtest/gtest.h>

#include <set>

namespace mz::web {
namespace {

enum class Colour { red, green };
BOOST_DESCRIBE_ENUM(Colour, red, green)

struct Paint {
    Text<1, 80> name;
    Colour colour = Colour::red;
    std::optional<Text<0, 200>> note;
};
BOOST_DESCRIBE_STRUCT(Paint, (), (name, colour, note))

struct PaintPath {
    Uuid id;
};
BOOST_DESCRIBE_STRUCT(PaintPath, (), (id))

Task<Created<Paint>> mix(Request&, Body<Paint> paint) { co_return Created<Paint>{paint.value}; }
Task<Paint> fetch(Request&, Path<PaintPath>) { co_return Paint{}; }

std::string page()
{
    std::vector<Route> routes;
    routes.push_back(route(Verb::post, "/api/v1/paints", Permission{"paints:write"}, "paint_mix", "Mix a <paint> & keep it", mix));
    routes.push_back(route(Verb::get, "/api/v1/paints/{id}", permission::none, "paint_get", "Fetch one", fetch));
    return reference_page(openapi("Paints", "1", routes));
}

std::set<std::string> values_after(std::string const& html, std::string const& start)
{
    std::set<std::string> out;
    for (auto at = html.find(start); at != std::string::npos; at = html.find(start, at + 1)) {
        auto const from = at + start.size();
        out.insert(html.substr(from, html.find('"', from) - from));
    }
    return out;
}

TEST(reference, has_every_operation_and_every_schema_where_its_links_point)
{
    auto const html = page();
    auto const anchors = values_after(html, "id=\"");
    EXPECT_TRUE(anchors.contains("paint_mix"));
    EXPECT_TRUE(anchors.contains("paint_get"));
    EXPECT_TRUE(anchors.contains("schema-Paint"));
    for (auto const& link : values_after(html, "href=\"#")) EXPECT_TRUE(anchors.contains(link)) << link;
}

TEST(reference, says_who_may_call_and_what_a_value_may_be)
{
    auto const html = page();
    EXPECT_NE(html.find("Permission <code>paints:write</code>"), std::string::npos);
    EXPECT_NE(html.find("Public."), std::string::npos);
    EXPECT_NE(html.find("at most 80 characters"), std::string::npos);
    EXPECT_NE(html.find("one of <code>red</code>, <code>green</code>"), std::string::npos);
    EXPECT_NE(html.find("Idempotency-Key"), std::string::npos);
}

TEST(reference, is_text_and_never_markup_of_somebody_else)
{
    auto const html = page();
    EXPECT_NE(html.find("Mix a &lt;paint&gt; &amp; keep it"), std::string::npos);
    EXPECT_EQ(html.find("<paint>"), std::string::npos);
    EXPECT_EQ(html.find("<script"), std::string::npos);
    EXPECT_EQ(html.find("style=\""), std::string::npos);
}

}  // namespace
}  // namespace mz::web
