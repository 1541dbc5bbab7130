#include "core/problem.hpp"
#include "json/read.hpp"
#include "json/schema.hpp"
#include "json/write.hpp"

#include <gtest/gtest.h>

#include <boost/json/serialize.hpp>

namespace mz::json {
namespace {

enum class Colour { red, green };
BOOST_DESCRIBE_ENUM(Colour, red, green)

struct Part {
    Text<1, 5> name;
    std::optional<Int<1, 10>> count;
};
BOOST_DESCRIBE_STRUCT(Part, (), (name, count))

struct Thing {
    Uuid id;
    Timestamp at;
    Colour colour = Colour::red;
    std::vector<Part> parts;
    std::map<std::string, bool> flags;
    Raw extra;
};
BOOST_DESCRIBE_STRUCT(Thing, (), (id, at, colour, parts, flags, extra))

struct ThingPatch {
    std::optional<Text<1, 5>> name;
    Patched<std::optional<Uuid>> owner_id;
};
BOOST_DESCRIBE_STRUCT(ThingPatch, (), (name, owner_id))

constexpr auto whole = R"({"id":"01890a5d-ac96-774b-bcce-b302099a8057","at":"2026-11-22T05:00:00.5+01:00","colour":"green",)"
                       R"("parts":[{"name":"zażół"},{"name":"b","count":3}],"flags":{"x":true},"extra":{"a":[1,2]}})";

std::vector<std::string> pointers_refused(std::string_view text)
{
    std::vector<std::string> out;
    try {
        read_text<Thing>(text);
    } catch (Problem const& problem) {
        for (auto const& error : problem.errors) out.push_back(error.pointer);
    }
    return out;
}

TEST(json, what_was_read_is_written_again)
{
    auto const thing = read_text<Thing>(whole);
    EXPECT_EQ(thing.parts[0].name, "zażół");
    EXPECT_EQ(write(thing), R"({"id":"01890a5d-ac96-774b-bcce-b302099a8057","at":"2026-11-22T04:00:00.500000Z","colour":"green",)"
                            R"("parts":[{"name":"zażół","count":null},{"name":"b","count":3}],"flags":{"x":true},"extra":{"a":[1,2]}})");
}

TEST(json, every_offending_field_is_named_by_its_pointer)
{
    std::string broken = whole;
    broken.replace(broken.find("green"), 5, "blue");
    broken.replace(broken.find("zażół"), std::string_view("zażół").size(), "too long");
    broken.replace(broken.find("\"count\":3"), 9, "\"count\":11,\"si/ze\":1");
    auto const expected = std::vector<std::string>{"/colour", "/parts/0/name", "/parts/1/count", "/parts/1/si~1ze"};
    EXPECT_EQ(pointers_refused(broken), expected);
}

TEST(json, a_missing_member_is_named)
{
    auto const refused = pointers_refused(R"({"id":"nonsense","at":"2026-02-30T00:00:00Z"})");
    auto const expected = std::vector<std::string>{"/id", "/at", "/colour", "/parts", "/flags", "/extra"};
    EXPECT_EQ(refused, expected);
}

TEST(json, a_patch_tells_null_from_absent)
{
    EXPECT_FALSE(read_text<ThingPatch>("{}").owner_id.given);
    auto const cleared = read_text<ThingPatch>(R"({"owner_id":null})");
    EXPECT_TRUE(cleared.owner_id.given);
    EXPECT_FALSE(cleared.owner_id.value.has_value());
}

TEST(json, malformed_text_is_refused)
{
    for (std::string const text : {"", "{", "{}x", "{'a':1}", "[1,]", "\"\xff\"", "nul", "{\"a\":1}{}"}) {
        EXPECT_THROW(parse(text), Problem) << text;
    }
    EXPECT_THROW(parse(std::string(40, '[') + std::string(40, ']')), Problem);
    EXPECT_NO_THROW(parse(" {} \n"));
}

TEST(json, control_characters_in_text_are_refused)
{
    EXPECT_THROW(read_text<Part>(R"({"name":"a\u0000b"})"), Problem);
    EXPECT_NO_THROW(read_text<Part>(R"({"name":"a\nb"})"));
}

TEST(json, strings_are_escaped)
{
    std::string out;
    append_string(out, "a\"b\\c\n\x01ż");
    EXPECT_EQ(out, "\"a\\\"b\\\\c\\n\\u0001ż\"");
}

TEST(json, a_schema_describes_limits_and_what_is_required)
{
    Components components;
    auto const reference = schema<Thing>(components, Direction::request);
    EXPECT_EQ(bj::serialize(reference), R"({"$ref":"#/components/schemas/Thing"})");
    auto const& part = components["Part"].as_object();
    EXPECT_EQ(bj::serialize(part.at("required")), R"(["name"])");
    EXPECT_EQ(bj::serialize(part.at("properties").at("name")), R"({"type":"string","minLength":1,"maxLength":5})");
    EXPECT_EQ(bj::serialize(part.at("properties").at("count")), R"({"type":["integer","null"],"minimum":1,"maximum":10})");
}

TEST(json, an_answer_always_has_every_member)
{
    Components components;
    schema<Part>(components, Direction::response);
    EXPECT_EQ(bj::serialize(components["Part"].at("required")), R"(["name","count"])");
}

}  // namespace
}  // namespace mz::json
