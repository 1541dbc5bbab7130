#include "web/extract.hpp"

#include "web/page.hpp"

#include <gtest/gtest.h>

namespace mz::web {
namespace {

enum class Colour { red, green };
BOOST_DESCRIBE_ENUM(Colour, red, green)

struct Filter : ListQuery {
    std::vector<Colour> colour;
    std::optional<bool> open;
    std::optional<Uuid> owner_id;
};
BOOST_DESCRIBE_STRUCT(Filter, (ListQuery), (colour, open, owner_id))

struct SignIn {
    Email email;
    Secret<std::string> password;
    json::Patched<std::optional<int>> age;
};
BOOST_DESCRIBE_STRUCT(SignIn, (), (email, password, age))

using Given = std::vector<std::pair<std::string, std::string>>;

std::vector<std::string> refused(Given const& given)
{
    std::vector<std::string> out;
    try {
        detail::read_parameters<Filter>(given, '?', true);
    } catch (Problem const& problem) {
        for (auto const& error : problem.errors) out.push_back(error.pointer);
    }
    return out;
}

TEST(extract, parameters_are_read_by_the_types_of_their_members)
{
    auto const filter = detail::read_parameters<Filter>(Given{{"limit", "20"},
                                                              {"colour", "green,red"},
                                                              {"open", "true"},
                                                              {"owner_id", "01890a5d-ac96-774b-bcce-b302099a8057"},
                                                              {"count", "exact"}},
                                                        '?', true);
    EXPECT_EQ(filter.limit->value, 20);
    EXPECT_EQ(filter.colour, (std::vector<Colour>{Colour::green, Colour::red}));
    EXPECT_EQ(filter.open, true);
    EXPECT_TRUE(filter.owner_id.has_value());
    EXPECT_EQ(filter.count, CountMode::exact);
}

TEST(extract, what_does_not_fit_is_named)
{
    for (auto const& [name, value] : Given{{"limit", "0"},
                                           {"limit", "1001"},
                                           {"limit", "9223372036854775808"},
                                           {"limit", "1e3"},
                                           {"limit", ""},
                                           {"colour", "blue"},
                                           {"colour", "red,"},
                                           {"open", "1"},
                                           {"owner_id", "x"},
                                           {"count", "yes"},
                                           {"tenant_id", "x"}}) {
        EXPECT_EQ(refused(Given{{name, value}}), std::vector<std::string>{"?" + name}) << name << "=" << value;
    }
}

TEST(extract, a_parameter_given_twice_is_refused)
{
    EXPECT_EQ(refused(Given{{"limit", "1"}, {"limit", "2"}}), std::vector<std::string>{"?limit"});
}

TEST(extract, the_audit_row_never_holds_a_secret)
{
    SignIn body;
    body.email = Email("a@example.test");
    body.password = Secret<std::string>("hunter2");
    EXPECT_EQ(detail::redacted(body), R"({"email":"a@example.test","password":"<redacted>"})");
}

TEST(extract, a_cursor_survives_its_way_through_the_client)
{
    Cursor const cursor{"2026-11-22T04:19:00.123456Z", Uuid::v7()};
    auto const back = Cursor::decode(cursor.encode());
    EXPECT_EQ(back.value, cursor.value);
    EXPECT_EQ(back.id, cursor.id);
    for (std::string const text : {"", "x", "e30", "!!!"}) EXPECT_THROW(Cursor::decode(text), Problem) << text;
}

TEST(extract, an_upload_is_taken_as_it_is_in_one_of_its_media_types)
{
    std::string const text = "name\n\"a, b\"\n";
    Input input;
    input.body = &text;
    input.content_type = "text/csv; charset=utf-8";
    auto const upload = detail::Source<Upload<Csv, JsonLines>>::extract(input);
    EXPECT_EQ(upload.media_type, "text/csv");
    EXPECT_EQ(upload.text, text);

    input.content_type = "application/json";
    try {
        detail::Source<Upload<Csv, JsonLines>>::extract(input);
        FAIL() << "JSON was taken";
    } catch (Problem const& problem) {
        EXPECT_EQ(problem.failure, Failure::unsupported_type);
        EXPECT_NE(problem.detail.find("text/csv or application/x-ndjson"), std::string::npos) << problem.detail;
    }
}

}  // namespace
}  // namespace mz::web
