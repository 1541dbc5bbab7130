#include "mapping.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace mz::cmdb_import {
namespace {

Model const& model() { return Model::built_in(); }

Plan plan(Mapping mapping, std::string class_key = "server") { return {std::move(class_key), std::move(mapping)}; }

std::string value(Understood const& row, std::string const& attribute)
{
    auto const found = row.observation.attributes.find(attribute);
    return found == row.observation.attributes.end() ? "" : found->second.text;
}

TEST(mapping, columns_are_recognised_as_people_write_them)
{
    auto const guessed = guess({"Name", "SERIAL-NUMBER", "Serial number", "os name", "Colour"}, "server", model());
    EXPECT_EQ(guessed, (Mapping{{"Name", "name"}, {"SERIAL-NUMBER", "serial_number"}, {"os name", "os_name"}}));
}

TEST(mapping, the_same_columns_in_another_order_are_the_same_file)
{
    EXPECT_EQ(fingerprint({"a", "b"}), fingerprint({"b", "a"}));
    EXPECT_NE(fingerprint({"a", "b"}), fingerprint({"ab"}));
}

TEST(mapping, a_plan_that_cannot_be_is_refused_with_its_column)
{
    std::vector<std::string> const columns{"a", "b"};
    auto const refused = [&](Plan const& tried) {
        auto const wrong = wrong_with(tried, columns, model());
        return wrong.empty() ? std::string("nothing") : wrong.front().pointer + " " + wrong.front().detail;
    };
    EXPECT_EQ(refused(plan({{"a", "name"}, {"b", "serial_number"}})), "nothing");
    EXPECT_EQ(refused(plan({{"a", "name"}}, "spaceship")), "/class_key is no class of the CMDB");
    EXPECT_EQ(refused(plan({{"c", "name"}})), "/mapping/c is no column of this file");
    EXPECT_EQ(refused(plan({{"a", "name"}, {"b", "name"}})), "/mapping/b another column means name already");
    EXPECT_EQ(refused(plan({{"a", "no_such_thing"}})), "/mapping/a no_such_thing is no attribute of this class");
    EXPECT_EQ(refused(plan({})), "/mapping must say what at least one column means");
}

TEST(mapping, a_row_becomes_an_observation_with_what_identifies_it)
{
    auto const row = understood({{"n", "srv-1"}, {"s", " ABC123 "}, {"state", "In stock"}, {"ips", "10.0.0.2; 10.0.0.1"}}, 7,
                                plan({{"n", "name"}, {"s", "serial_number"}, {"state", "status"}, {"ips", "ip_addresses"}}), model());
    EXPECT_TRUE(row.problems.empty()) << row.problems.front().detail;
    EXPECT_EQ(row.observation.key, "row 7");
    EXPECT_EQ(row.observation.class_key, "server");
    EXPECT_EQ(value(row, "name"), "\"srv-1\"");
    EXPECT_EQ(value(row, "serial_number"), "\"ABC123\"");
    EXPECT_EQ(value(row, "status"), "\"in_stock\"");
    auto const names_serial = [](std::string const& identity) { return identity == "serial_number=\"abc123\""; };
    EXPECT_TRUE(std::ranges::any_of(row.identities, names_serial));
}

TEST(mapping, each_cell_that_does_not_fit_is_named_by_its_column)
{
    auto const row = understood({{"s", "sideways"}, {"c", "many"}, {"m", "nonsense"}}, 1,
                                plan({{"s", "status"}, {"c", "cpu_cores"}, {"m", "mac_addresses"}}), model());
    std::vector<std::string> columns;
    for (auto const& problem : row.problems) columns.push_back(problem.column);
    std::ranges::sort(columns);
    EXPECT_TRUE(std::ranges::includes(columns, std::vector<std::string>{"c", "s"})) << columns.size();
}

TEST(mapping, a_column_may_say_the_class_and_then_decides_what_the_row_may_have)
{
    Plan const by_row = plan({{"k", "class"}, {"n", "name"}, {"cores", "cpu_cores"}});
    EXPECT_EQ(understood({{"k", "Printer"}, {"n", "p"}}, 1, by_row, model()).observation.class_key, "printer");
    EXPECT_EQ(understood({{"k", "Printer"}, {"n", "p"}, {"cores", "4"}}, 1, by_row, model()).problems.front().column, "cores");
    EXPECT_EQ(understood({{"k", "spaceship"}, {"n", "p"}}, 1, by_row, model()).problems.front().detail, "is no class of the CMDB");
}

TEST(mapping, a_reference_by_name_waits_for_somebody_who_knows_the_cmdb)
{
    auto const row = understood({{"n", "srv"}, {"where", "Kraków"}}, 1, plan({{"n", "name"}, {"where", "location"}}), model());
    ASSERT_EQ(row.references.size(), 1U);
    EXPECT_EQ(row.references.front().name, "Kraków");
    EXPECT_EQ(row.references.front().class_key, "location");
}

TEST(mapping, an_empty_row_is_a_problem)
{
    EXPECT_EQ(understood({}, 1, plan({{"n", "name"}}), model()).problems.front().detail, "has no values");
}

}  // namespace
}  // namespace mz::cmdb_import
