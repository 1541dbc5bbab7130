#include "values.hpp"
#include "model.hpp"

#include <gtest/gtest.h>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <map>

namespace mz::cmdb_model {
namespace {

namespace bj = json::bj;

Attribute of(AttributeType type, std::string key = "custom")
{
    Attribute attribute;
    attribute.key = std::move(key);
    attribute.class_key = "ci";
    attribute.type = type;
    return attribute;
}

Attribute list_of(AttributeType type, std::string key = "custom")
{
    auto attribute = of(AttributeType::list, std::move(key));
    attribute.element_type = type;
    return attribute;
}

// What becomes of JSON; "! .." where it is refused.
std::string made(Attribute const& attribute, std::string_view json)
{
    auto const out = normalised(attribute, bj::parse(json));
    return out ? bj::serialize(*out) : "! " + out.error();
}

std::string read(Attribute const& attribute, std::string_view text)
{
    auto const out = parsed(attribute, text);
    return out ? bj::serialize(*out) : "! " + out.error();
}

bool refused(std::string const& answer) { return answer.starts_with("! "); }

TEST(values, a_text_is_trimmed_and_an_empty_one_is_nothing)
{
    auto const text = of(AttributeType::text);
    EXPECT_EQ(made(text, R"("  rack 4\n")"), R"("rack 4")");
    EXPECT_EQ(made(text, R"("  ")"), "null");
    EXPECT_EQ(made(text, "null"), "null");
    EXPECT_EQ(made(text, "7"), "! must be a text");
    EXPECT_EQ(made(text, R"("a\u0000b")"), "! has control characters");
    EXPECT_TRUE(refused(made(text, '"' + std::string(text_most + 1, 'a') + '"')));
    EXPECT_FALSE(refused(made(text, '"' + std::string(text_most, 'a') + '"')));
}

TEST(values, a_pattern_is_matched_as_a_whole)
{
    auto text = of(AttributeType::text);
    text.pattern = "[A-Z]{2}-[0-9]+";
    EXPECT_EQ(made(text, R"(" KR-17 ")"), R"("KR-17")");
    EXPECT_EQ(made(text, R"("KR-17b")"), "! must match [A-Z]{2}-[0-9]+");
    EXPECT_TRUE(refused(made(text, R"("xKR-17")")));
    EXPECT_EQ(made(text, "null"), "null");
    EXPECT_EQ(pattern_problem("[A-Z]+"), "");
    EXPECT_NE(pattern_problem("[A-Z"), "");
    EXPECT_NE(pattern_problem("(?=a)"), "") << "RE2 has no look-ahead, and so no pattern that takes for ever";
}

TEST(values, equal_numbers_are_written_alike)
{
    auto const number = of(AttributeType::number);
    EXPECT_EQ(made(number, "16"), "16");
    EXPECT_EQ(made(number, "16.0"), "16");
    EXPECT_EQ(made(number, "1.6e1"), "16");
    EXPECT_EQ(made(number, "-0.0"), "0");
    EXPECT_EQ(made(number, "0.5"), "5E-1");
    EXPECT_EQ(made(number, R"("16")"), "! must be a number");
    EXPECT_EQ(read(number, " 12.50 "), "1.25E1");
    EXPECT_EQ(read(number, "9007199254740993"), "9007199254740993");
    EXPECT_EQ(read(number, ""), "null");
    EXPECT_TRUE(refused(read(number, "12,5")));
    EXPECT_TRUE(refused(read(number, "12 GB")));
    EXPECT_TRUE(refused(read(number, "nan")));
    EXPECT_TRUE(refused(read(number, "inf")));
    EXPECT_EQ(written(*parsed(number, "12.50")), "12.5");
}

TEST(values, a_boolean_is_read_in_both_languages)
{
    auto const flag = of(AttributeType::boolean);
    EXPECT_EQ(made(flag, "true"), "true");
    EXPECT_TRUE(refused(made(flag, R"("true")")));
    for (auto const* yes : {"true", "Yes", "1", "TAK"}) EXPECT_EQ(read(flag, yes), "true") << yes;
    for (auto const* no : {"false", "no", "0", "nie"}) EXPECT_EQ(read(flag, no), "false") << no;
    EXPECT_TRUE(refused(read(flag, "maybe")));
}

TEST(values, a_date_is_a_day_that_there_is)
{
    auto const day = of(AttributeType::date);
    EXPECT_EQ(made(day, R"("2024-02-29")"), R"("2024-02-29")");
    for (auto const* wrong : {R"("2023-02-29")", R"("2024-13-01")", R"("2024-1-1")", R"("0000-01-01")", R"("-024-01-01")",
                              R"("2024-02-29T00:00:00Z")", "20240229"}) {
        EXPECT_TRUE(refused(made(day, wrong))) << wrong;
    }
    EXPECT_EQ(read(day, "22.11.2026"), R"("2026-11-22")");
    EXPECT_TRUE(refused(read(day, "11/22/2026")));
    EXPECT_TRUE(refused(read(day, "31.02.2026")));
}

TEST(values, an_enumeration_has_its_choices_only)
{
    auto choice = of(AttributeType::enumeration);
    choice.choices = {"gold", "silver"};
    EXPECT_EQ(made(choice, R"("gold")"), R"("gold")");
    EXPECT_EQ(made(choice, R"("Gold")"), "! must be one of: gold, silver");
    EXPECT_EQ(read(choice, "Gold"), R"("gold")");
    EXPECT_TRUE(refused(read(choice, "bronze")));
}

TEST(values, a_reference_is_an_id)
{
    auto const reference = of(AttributeType::reference);
    EXPECT_EQ(made(reference, R"("0190E6A2-0000-7000-8000-00000000000A")"), R"("0190e6a2-0000-7000-8000-00000000000a")");
    EXPECT_EQ(made(reference, R"("srv-1")"), "! must be the id of a CI");
}

TEST(values, an_ip_address_has_one_form)
{
    auto const address = of(AttributeType::ip);
    std::map<std::string, std::string> const good{{"10.0.0.1", "10.0.0.1"},
                                                  {"2001:DB8:0:0:0:0:0:1", "2001:db8::1"},
                                                  {"::ffff:10.0.0.1", "10.0.0.1"},
                                                  {"::1", "::1"},
                                                  {" fe80::1 ", "fe80::1"}};
    for (auto const& [given, expected] : good) EXPECT_EQ(read(address, given), '"' + expected + '"') << given;
    for (auto const* wrong : {"10.0.0", "10.0.0.256", "010.0.0.1", "10.0.0.1/24", "fe80::1%eth0", "1:2:3", "localhost"}) {
        EXPECT_TRUE(refused(read(address, wrong))) << wrong;
    }
}

TEST(values, a_mac_address_has_one_form)
{
    auto const address = of(AttributeType::mac);
    for (auto const* given : {"00:1A:2B:3C:4D:5E", "00-1a-2b-3c-4d-5e", "001a.2b3c.4d5e", "001A2B3C4D5E"}) {
        EXPECT_EQ(read(address, given), R"("00:1a:2b:3c:4d:5e")") << given;
    }
    for (auto const* wrong : {"00:1A:2B:3C:4D", "00:1A:2B:3C:4D:5E:6F", "00:1A-2B:3C:4D:5E", "0:01A:2B:3C:4D:5E", "00:1A:2B:3C:4D:5G",
                              ":001A2B3C4D5E", "001a:2b3c:4d5e"}) {
        EXPECT_TRUE(refused(read(address, wrong))) << wrong;
    }
}

TEST(values, a_url_has_one_form_and_a_harmless_scheme)
{
    auto const link = of(AttributeType::url);
    EXPECT_EQ(read(link, "HTTPS://Example.COM/a/../b?q=1"), R"("https://example.com/b?q=1")");
    EXPECT_EQ(read(link, "ssh://router.example.com:22"), R"("ssh://router.example.com:22")");
    for (auto const* wrong : {"example.com", "javascript:alert(1)", "javascript://x/%0aalert(1)", "https://", "data:text/html,x",
                              "https://u:p@example.com", "http://a b/"}) {
        EXPECT_TRUE(refused(read(link, wrong))) << wrong;
    }
}

TEST(values, a_list_is_sorted_and_without_doubles)
{
    auto const words = list_of(AttributeType::text);
    EXPECT_EQ(made(words, R"([" b ", "a", "b", ""])"), R"(["a","b"])");
    EXPECT_EQ(made(words, R"(["", " "])"), "null");
    EXPECT_EQ(made(words, "[]"), "null");
    EXPECT_EQ(made(words, R"(["a", 1])"), "! each element must be a text");
    EXPECT_TRUE(refused(made(words, R"("a")")));
    EXPECT_EQ(read(words, "b; a ;;b"), R"(["a","b"])");
    EXPECT_EQ(written(*parsed(words, "b; a")), "a;b");
    EXPECT_EQ(read(list_of(AttributeType::ip), "::FFFF:10.0.0.1; 10.0.0.1"), R"(["10.0.0.1"])");
    EXPECT_TRUE(refused(read(list_of(AttributeType::ip), "10.0.0.1; here")));
    bj::array many;
    for (std::size_t i = 0; i <= list_most; ++i) many.emplace_back(std::to_string(i));
    EXPECT_TRUE(refused(made(words, bj::serialize(many))));
}

TEST(values, a_makers_placeholder_identifies_nothing)
{
    auto const serial = *Model::built_in().find_attribute("serial_number");
    for (auto const* placeholder : {"To be filled by O.E.M.", "0", "00000000", "None", "DEFAULT STRING", "System Serial Number", "xxxxxxx",
                                    "1111111", "Not Specified"}) {
        EXPECT_EQ(read(serial, placeholder), "! is a placeholder") << placeholder;
    }
    EXPECT_EQ(read(serial, "VMware-56 4d 0c"), R"("VMware-56 4d 0c")");
    EXPECT_EQ(read(*Model::built_in().find_attribute("asset_tag"), "7"), R"("7")");
    auto const uuid = *Model::built_in().find_attribute("uuid");
    EXPECT_TRUE(refused(read(uuid, "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF")));
    EXPECT_TRUE(refused(read(uuid, "03000200-0400-0500-0006-000700080009")));
    auto const macs = *Model::built_in().find_attribute("mac_addresses");
    EXPECT_TRUE(refused(read(macs, "00:00:00:00:00:00")));
    EXPECT_TRUE(refused(read(macs, "ff:ff:ff:ff:ff:ff")));
    EXPECT_TRUE(refused(read(macs, "01:00:5e:00:00:fb")));
    EXPECT_FALSE(refused(read(macs, "52:54:00:12:34:56")));
    // The same words in an attribute of the tenant's own mean what they say.
    EXPECT_EQ(read(of(AttributeType::text), "none"), R"("none")");
}

TEST(values, identifying_values_have_one_form)
{
    auto const& model = Model::built_in();
    EXPECT_EQ(read(*model.find_attribute("fqdn"), "Web01.Example.COM."), R"("web01.example.com")");
    EXPECT_EQ(read(*model.find_attribute("machine_id"), "0123ABCD-4567-89ab-cdef-0123456789ab"), R"("0123abcd456789abcdef0123456789ab")");
    EXPECT_EQ(read(*model.find_attribute("cidr"), "10.1.2.3/16"), R"("10.1.0.0/16")");
    EXPECT_EQ(read(*model.find_attribute("cidr"), "2001:db8::5/32"), R"("2001:db8::/32")");
    EXPECT_TRUE(refused(read(*model.find_attribute("cidr"), "10.1.2.3/33")));
    EXPECT_TRUE(refused(read(*model.find_attribute("cidr"), "10.1.2.3")));
    std::string colons;
    for (int i = 0; i < 32; ++i) colons += i == 0 ? "AB" : ":AB";
    EXPECT_FALSE(refused(read(*model.find_attribute("fingerprint"), colons))) << read(*model.find_attribute("fingerprint"), colons);
}

// What a value looks like after a round through a table or a form is the value.
TEST(values, what_is_written_is_read_as_the_same)
{
    std::map<AttributeType, std::string> const samples{{AttributeType::text, R"("a b")"},
                                                       {AttributeType::number, "-2.25"},
                                                       {AttributeType::boolean, "false"},
                                                       {AttributeType::date, R"("2026-11-22")"},
                                                       {AttributeType::list, R"(["a","b c"])"},
                                                       {AttributeType::ip, R"("2001:db8::1")"},
                                                       {AttributeType::url, R"("https://example.com/")"}};
    for (auto const& [type, json] : samples) {
        auto const attribute = of(type);
        auto const value = normalised(attribute, bj::parse(json));
        ASSERT_TRUE(value);
        EXPECT_EQ(*parsed(attribute, written(*value)), *value) << json;
        EXPECT_EQ(*normalised(attribute, *value), *value) << json;
    }
}

}  // namespace
}  // namespace mz::cmdb_model
