#include "parts.hpp"

#include "core/text.hpp"
#include "json/value.hpp"
#include "values.hpp"

#include <boost/json/serialize.hpp>

#include <algorithm>
#include <ranges>
#include <set>

namespace mz::cmdb_model {
namespace {

template <class T>
std::vector<T> own(std::vector<T> const& all)
{
    std::vector<T> out;
    std::ranges::copy_if(all, std::back_inserter(out), [](T const& part) { return !part.built_in; });
    return out;
}

bool has(std::vector<std::string> const& all, std::string_view wanted) { return std::ranges::find(all, wanted) != all.end(); }

// What values of the attribute, or its elements, are.
AttributeType element_of(Attribute const& attribute)
{
    return attribute.type == AttributeType::list ? attribute.element_type.value_or(AttributeType::text) : attribute.type;
}

void check_type(Attribute const& part, Model const& in, std::vector<FieldError>& errors)
{
    using enum AttributeType;
    auto const element = element_of(part);
    if (part.element_type && part.type != list) errors.push_back({"/element_type", "only a list has elements"});
    if (part.element_type && (element == number || element == boolean || element == list))
        errors.push_back({"/element_type", "must be one of: text, date, enumeration, reference, ip, mac, url"});
    if ((element == enumeration) == part.choices.empty())
        errors.push_back({"/choices", element == enumeration ? "must not be empty" : "only an enumeration has choices"});
    if (part.choices.size() > choices_most)
        errors.push_back({"/choices", "must have at most " + std::to_string(choices_most) + " elements"});
    std::set<std::string> seen;
    for (std::size_t i = 0; i < part.choices.size(); ++i) {
        auto const& choice = part.choices[i];
        auto const at = "/choices/" + std::to_string(i);
        if (choice.empty() || utf8_length(choice) > choice_most || choice.contains(';') || choice.front() == ' ' || choice.back() == ' ')
            errors.push_back({at, "must have 1 to " + std::to_string(choice_most) + " characters, no semicolon and no space around"});
        if (!seen.insert(lower_ascii(choice)).second) errors.push_back({at, "is there twice"});
    }
    if ((element == reference) != part.reference_class.has_value())
        errors.push_back({"/reference_class", element == reference ? "is required" : "only a reference has one"});
    if (part.reference_class && in.find_class(*part.reference_class) == nullptr)
        errors.push_back({"/reference_class", "there is no such class"});
}

void check_precedence(Rules const& part, Model const& in, std::vector<FieldError>& errors)
{
    for (auto const& [attribute, order] : part.precedence) {
        auto const at = "/precedence/" + attribute;
        if (attribute != "*" && !in.has_attribute(part.class_key, attribute)) errors.push_back({at, "the class has no such attribute"});
        std::set<SourceKind> const kinds(order.begin(), order.end());
        if (order.empty() || kinds.size() != order.size()) errors.push_back({at, "must name at least one kind of source, and none twice"});
    }
}

}  // namespace

Parts Parts::of(Model const& model)
{
    return {own(model.classes()), own(model.attributes()), own(model.relation_types()), own(model.rules())};
}

std::vector<FieldError> key_problems(std::string const& key, bool taken)
{
    if (taken) return {{"/key", "is taken already"}};
    if (!matches("[a-z][a-z0-9_]{0,49}", key))
        return {{"/key", "must begin with a letter and have only small letters, digits and _, at most 50"}};
    return {};
}

bool is_reserved(std::string_view attribute)
{
    // Members of a CI and words of its lists.
    static constexpr std::string_view reserved[] = {"id",    "class",   "class_key",  "attributes", "live",    "merged_into", "deleted_at",
                                                    "stale", "seen_at", "created_at", "updated_at", "version", "source",      "limit",
                                                    "after", "sort",    "count",      "q",          "key"};
    return std::ranges::find(reserved, attribute) != std::end(reserved);
}

std::vector<FieldError> problems(Class const& part, Model const& in)
{
    if (in.find_class(part.parent_key) == nullptr) return {{"/parent_key", "there is no such class"}};
    if (in.is_a(part.parent_key, part.key)) return {{"/parent_key", "is the class itself or below it"}};
    return {};
}

std::vector<FieldError> problems(Attribute& part, Model const& in)
{
    using enum AttributeType;
    std::vector<FieldError> errors;
    if (in.find_class(part.class_key) == nullptr) errors.push_back({"/class_key", "there is no such class"});
    check_type(part, in, errors);
    if (part.unit && part.type != number) errors.push_back({"/unit", "only a number has one"});
    if (part.is_unique && (part.type == boolean || part.type == list || part.type == enumeration))
        errors.push_back({"/is_unique", "values of this type are meant to be there more than once"});
    if (part.pattern) {
        auto const wrong = pattern_problem(*part.pattern);
        if (element_of(part) != text && element_of(part) != url) errors.push_back({"/pattern", "only texts and URLs have one"});
        else if (!wrong.empty()) errors.push_back({"/pattern", "is not a regular expression (RE2): " + wrong});
    }
    if (!errors.empty() || !part.default_value) return errors;
    auto value = normalised(part, json::parse(part.default_value->text));
    if (!value) return {{"/default_value", value.error()}};
    if (value->is_null()) part.default_value.reset();
    else part.default_value->text = json::bj::serialize(*value);
    if (part.is_unique && part.default_value) return {{"/default_value", "what is unique has no default"}};
    return {};
}

std::vector<FieldError> problems(RelationType const& part, Model const& in)
{
    std::vector<FieldError> errors;
    if (in.find_class(part.from_class) == nullptr) errors.push_back({"/from_class", "there is no such class"});
    if (in.find_class(part.to_class) == nullptr) errors.push_back({"/to_class", "there is no such class"});
    return errors;
}

std::vector<FieldError> problems(Rules const& part, Model const& in)
{
    std::vector<FieldError> errors;
    if (part.identifiers.empty() && part.precedence.empty()) errors.push_back({"", "must have identifiers or a precedence"});
    if (part.identifiers.size() > identifiers_most)
        errors.push_back({"/identifiers", "must have at most " + std::to_string(identifiers_most) + " elements"});
    std::set<std::vector<std::string>> seen;
    for (std::size_t i = 0; i < part.identifiers.size(); ++i) {
        auto const& together = part.identifiers[i];
        auto const at = "/identifiers/" + std::to_string(i);
        if (together.empty() || together.size() > together_most)
            errors.push_back({at, "must have 1 to " + std::to_string(together_most) + " attributes"});
        if (!seen.insert(together).second) errors.push_back({at, "is there twice"});
        for (auto const& attribute : together) {
            auto const* found = in.find_attribute(attribute);
            if (found == nullptr || !in.has_attribute(part.class_key, attribute))
                errors.push_back({at, "the class has no attribute " + attribute});
            else if (found->type == AttributeType::boolean || attribute == "status")
                errors.push_back({at, attribute + " tells nothing apart"});
        }
    }
    check_precedence(part, in, errors);
    return errors;
}

std::vector<std::string> needed_by(Class const& part, Model const& in)
{
    std::vector<std::string> out;
    for (auto const& each : in.classes()) {
        if (each.parent_key == part.key) out.push_back("The class " + each.key + " is below it.");
    }
    for (auto const& each : in.attributes()) {
        if (each.reference_class == part.key) out.push_back("The attribute " + each.key + " refers to it.");
    }
    for (auto const& each : in.relation_types()) {
        if (each.from_class == part.key || each.to_class == part.key) out.push_back("The relation type " + each.key + " is for it.");
    }
    for (auto const& each : in.attributes()) {
        if (each.class_key != part.key) continue;
        for (auto const& need : needed_by(each, in)) {
            if (need != "The rules of the class " + part.key + " name it.") out.push_back(each.key + ": " + need);
        }
    }
    return out;
}

std::vector<std::string> needed_by(Attribute const& part, Model const& in)
{
    std::vector<std::string> out;
    for (auto const& each : in.rules()) {
        bool const identifies = std::ranges::any_of(each.identifiers, [&](auto const& together) { return has(together, part.key); });
        if (identifies || each.precedence.contains(part.key)) out.push_back("The rules of the class " + each.class_key + " name it.");
    }
    return out;
}

}  // namespace mz::cmdb_model
