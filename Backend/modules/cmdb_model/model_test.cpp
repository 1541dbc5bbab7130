#include "model.hpp"
#include "lifecycle.hpp"
#include "values.hpp"

#include <gmock/gmock.h>
#include <boost/json/parse.hpp>

#include <ranges>
#include <set>

namespace mz::cmdb_model {
namespace {

using testing::ElementsAre;

std::vector<std::string> keys(std::vector<Attribute const*> const& attributes)
{
    std::vector<std::string> out;
    for (auto const* attribute : attributes) out.push_back(attribute->key);
    return out;
}

TEST(catalogue, hangs_together)
{
    auto const& model = Model::built_in();
    std::set<std::string> seen;
    for (auto const& each : model.classes()) {
        EXPECT_TRUE(seen.insert(each.key).second) << each.key << " is there twice";
        EXPECT_TRUE(model.is_a(each.key, "ci")) << each.key;
        EXPECT_TRUE(each.parent_key.empty() || seen.contains(each.parent_key)) << each.key << " comes before its parent";
    }
    for (auto const& relation : model.relation_types()) {
        EXPECT_NE(model.find_class(relation.from_class), nullptr) << relation.key;
        EXPECT_NE(model.find_class(relation.to_class), nullptr) << relation.key;
    }
    for (auto const& rules : model.rules()) {
        ASSERT_NE(model.find_class(rules.class_key), nullptr) << rules.class_key;
        for (auto const& attribute : rules.identifiers | std::views::join) {
            EXPECT_TRUE(model.has_attribute(rules.class_key, attribute)) << rules.class_key << " is identified by " << attribute;
        }
        for (auto const& [attribute, order] : rules.precedence) {
            EXPECT_TRUE(attribute == "*" || model.has_attribute(rules.class_key, attribute)) << rules.class_key << " ranks " << attribute;
            EXPECT_EQ(order.size(), 5U) << rules.class_key << " " << attribute;
        }
    }
}

TEST(catalogue, its_attributes_keep_their_own_rules)
{
    auto const& model = Model::built_in();
    std::set<std::string> seen;
    for (auto const& attribute : model.attributes()) {
        EXPECT_TRUE(seen.insert(attribute.key).second) << attribute.key << " is there twice";
        EXPECT_NE(model.find_class(attribute.class_key), nullptr) << attribute.key;
        EXPECT_EQ(attribute.type == AttributeType::enumeration, !attribute.choices.empty()) << attribute.key;
        EXPECT_EQ(attribute.type == AttributeType::reference, attribute.reference_class.has_value()) << attribute.key;
        EXPECT_EQ(attribute.type == AttributeType::list, attribute.element_type.has_value()) << attribute.key;
        if (attribute.reference_class) EXPECT_NE(model.find_class(*attribute.reference_class), nullptr) << attribute.key;
        if (attribute.pattern) EXPECT_EQ(pattern_problem(*attribute.pattern), "") << attribute.key;
        if (attribute.default_value) EXPECT_TRUE(normalised(attribute, boost::json::parse(attribute.default_value->text))) << attribute.key;
    }
}

TEST(model, a_class_has_what_its_ancestors_have)
{
    auto const& model = Model::built_in();
    EXPECT_TRUE(model.is_a("server", "hardware"));
    EXPECT_TRUE(model.is_a("server", "server"));
    EXPECT_FALSE(model.is_a("hardware", "server"));
    EXPECT_FALSE(model.is_a("nothing", "ci"));
    EXPECT_FALSE(model.is_a("server", "nothing"));
    EXPECT_TRUE(model.has_attribute("server", "serial_number"));
    EXPECT_TRUE(model.has_attribute("server", "name"));
    EXPECT_FALSE(model.has_attribute("hardware", "kernel"));
    EXPECT_THAT(model.with_descendants("application"), ElementsAre("application", "database", "web_application"));
    EXPECT_TRUE(model.with_descendants("nothing").empty());
    auto const attributes = keys(model.attributes_of("ups"));
    EXPECT_EQ(attributes.front(), "name");
    EXPECT_EQ(attributes.back(), "battery_replaced");
    EXPECT_LT(std::ranges::find(attributes, "owner"), std::ranges::find(attributes, "serial_number"));
}

TEST(model, the_nearest_class_with_rules_decides)
{
    auto const& model = Model::built_in();
    EXPECT_EQ(model.identifiers_of("server"), model.identifiers_of("computer"));
    EXPECT_THAT(model.identifiers_of("virtual_machine").front(), ElementsAre("uuid"));
    EXPECT_THAT(model.identifiers_of("printer").front(), ElementsAre("serial_number"));
    EXPECT_EQ(model.rank("server", "memory_bytes", SourceKind::appliance), 0U);
    EXPECT_LT(model.rank("server", "serial_number", SourceKind::appliance), model.rank("server", "serial_number", SourceKind::manual));
    EXPECT_LT(model.rank("server", "owner", SourceKind::manual), model.rank("server", "owner", SourceKind::appliance));
    EXPECT_EQ(model.rank("server", "owner", SourceKind::discovery), 4U);
}

TEST(model, a_tenant_adds_classes_and_replaces_rules)
{
    Class kiosk;
    kiosk.key = "kiosk";
    kiosk.parent_key = "workstation";
    kiosk.built_in = false;
    Attribute stand;
    stand.key = "stand";
    stand.class_key = "kiosk";
    Rules for_computers{"computer", {{"hostname"}}, {}, false};
    Rules for_kiosks{"kiosk", {}, {{"stand", {SourceKind::import, SourceKind::manual}}}, false};
    auto const model = Model::extended(3, {kiosk}, {stand}, {}, {for_computers, for_kiosks});
    EXPECT_EQ(model.version(), 3);
    EXPECT_TRUE(model.is_a("kiosk", "hardware"));
    EXPECT_TRUE(model.has_attribute("kiosk", "stand"));
    EXPECT_FALSE(model.has_attribute("workstation", "stand"));
    EXPECT_THAT(model.identifiers_of("kiosk"), ElementsAre(ElementsAre("hostname")));
    EXPECT_EQ(model.rank("kiosk", "stand", SourceKind::import), 0U);
    EXPECT_EQ(model.rank("kiosk", "stand", SourceKind::appliance), 2U) << "kinds that the rule does not name come last";
    EXPECT_EQ(model.rank("kiosk", "kernel", SourceKind::appliance), 0U) << "what was not replaced still holds";
    EXPECT_EQ(Model::built_in().find_class("kiosk"), nullptr);
}

TEST(lifecycle, every_status_leads_somewhere_and_none_to_itself)
{
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<CiStatus>>([](auto status) {
        EXPECT_TRUE(may_follow(status.value, status.value));
        auto const step = std::ranges::find(transitions(), status.value, &Transition::from);
        ASSERT_NE(step, transitions().end()) << status.name;
        EXPECT_FALSE(step->to.empty()) << status.name;
        EXPECT_EQ(std::ranges::count(step->to, status.value), 0) << status.name;
    });
}

TEST(lifecycle, what_runs_is_retired_before_it_is_disposed_of)
{
    using enum CiStatus;
    EXPECT_TRUE(may_follow(planned, in_use));
    EXPECT_TRUE(may_follow(in_use, maintenance));
    EXPECT_TRUE(may_follow(in_use, retired));
    EXPECT_FALSE(may_follow(in_use, disposed));
    EXPECT_FALSE(may_follow(in_use, planned));
    EXPECT_TRUE(may_follow(retired, disposed));
    EXPECT_FALSE(may_follow(disposed, in_use));
}

}  // namespace
}  // namespace mz::cmdb_model
