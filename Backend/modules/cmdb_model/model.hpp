#pragma once
#include "json/value.hpp"

#include <boost/describe.hpp>

#include <cstdint>
#include <expected>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mz::cmdb_model {

// How a value is written in the CMDB (JSON) and what may be asked of it:
//   text, enumeration, url: a string        number: a finite number           boolean: true or false
//   date: "2026-11-22"                       reference: the id of a CI         list: an array of different strings
//   ip: "10.0.0.1", "2001:db8::1"            mac: "aa:bb:cc:dd:ee:ff"
enum class AttributeType { text, number, boolean, date, enumeration, reference, list, ip, mac, url };
BOOST_DESCRIBE_ENUM(AttributeType, text, number, boolean, date, enumeration, reference, list, ip, mac, url)

enum class SourceKind { manual, appliance, discovery, import, api };
BOOST_DESCRIBE_ENUM(SourceKind, manual, appliance, discovery, import, api)

// Who suffers when an end of a relation fails: `from_on_to`: the from end depends on the to end; `to_on_from`: the other way round.
enum class Impact { none, from_on_to, to_on_from, both };
BOOST_DESCRIBE_ENUM(Impact, none, from_on_to, to_on_from, both)

enum class Cardinality { one_to_one, one_to_many, many_to_one, many_to_many };
BOOST_DESCRIBE_ENUM(Cardinality, one_to_one, one_to_many, many_to_one, many_to_many)

// `name` of what is built in is English; consoles translate by key. `abstract` classes only group others and have no CIs of their own.
struct Class {
    std::string key;
    std::string parent_key;  // empty for the root, "ci"
    std::string name;
    std::string description;
    std::string icon;  // of the console's icon set
    bool abstract = false;
    bool built_in = true;
    std::int64_t version = 1;  // of what the tenant defined
};
BOOST_DESCRIBE_STRUCT(Class, (), (key, parent_key, name, description, icon, abstract, built_in, version))

// Belongs to `class_key` and everything below it. Its key is unique in the tenant's whole model.
struct Attribute {
    std::string key;
    std::string class_key;
    std::string name;
    std::string description;
    AttributeType type = AttributeType::text;
    bool required = false;
    bool is_unique = false;  // among the live CIs of class_key and below
    std::optional<json::Raw> default_value;
    std::optional<std::string> pattern;          // a whole text must match it (RE2 syntax)
    std::vector<std::string> choices;            // of an enumeration
    std::optional<AttributeType> element_type;   // of a list: a type whose values are strings; text where it does not say
    std::optional<std::string> reference_class;  // what a reference may point to
    std::optional<std::string> unit;
    bool built_in = true;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Attribute, (),
                      (key, class_key, name, description, type, required, is_unique, default_value, pattern, choices, element_type,
                       reference_class, unit, built_in, version))

struct RelationType {
    std::string key;           // "depends_on"
    std::string name;          // "depends on", read from the from end
    std::string reverse_name;  // "is needed by", read from the to end
    Impact impact = Impact::none;
    Cardinality cardinality = Cardinality::many_to_many;
    std::string from_class = "ci";
    std::string to_class = "ci";
    bool built_in = true;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(RelationType, (), (key, name, reverse_name, impact, cardinality, from_class, to_class, built_in, version))

// What identifies the CIs of a class, the strongest first, and whom to believe about each attribute ("*" for all others), the most trusted
// first. A class without its own has those of its parent.
struct Rules {
    std::string class_key;
    std::vector<std::vector<std::string>> identifiers;
    std::map<std::string, std::vector<SourceKind>> precedence;
    bool built_in = true;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Rules, (), (class_key, identifiers, precedence, built_in, version))

// A tenant's whole model, the built-in part included. Immutable, pure, and shared between requests. Each class also has the attributes
// `name` (text) and `status` (enumeration of the life-cycle), which every CI has as columns.
class Model {
public:
    Model(std::int64_t version, std::vector<Class> classes, std::vector<Attribute> attributes, std::vector<RelationType> relation_types,
          std::vector<Rules> rules);
    // What a tenant begins with; its version is 0.
    static Model const& built_in();
    // The built-in model with what a tenant added to it. A tenant's rules of a class replace the built-in ones: the identifiers where it
    // names any, and whom to believe where it says so.
    static Model extended(std::int64_t version, std::vector<Class> classes, std::vector<Attribute> attributes,
                          std::vector<RelationType> relation_types, std::vector<Rules> rules);

    std::int64_t version() const { return version_; }
    std::vector<Class> const& classes() const { return classes_; }
    std::vector<Attribute> const& attributes() const { return attributes_; }
    std::vector<RelationType> const& relation_types() const { return relation_types_; }
    std::vector<Rules> const& rules() const { return rules_; }

    // nullptr where there is none.
    Class const* find_class(std::string_view key) const;
    Attribute const* find_attribute(std::string_view key) const;
    RelationType const* find_relation_type(std::string_view key) const;

    // Whether `key` is `ancestor` or below it. False for classes that are not there.
    bool is_a(std::string_view key, std::string_view ancestor) const;
    // The class and everything below it; empty where there is none.
    std::vector<std::string> with_descendants(std::string_view key) const;
    // Its own and inherited attributes, from the root down.
    std::vector<Attribute const*> attributes_of(std::string_view class_key) const;
    bool has_attribute(std::string_view class_key, std::string_view attribute) const;

    // The identifier rules that hold for a class: its own, else the nearest ancestor's that has some. A place in the list is the rule's
    // strength. An attribute that is a list identifies by each of its elements.
    std::vector<std::vector<std::string>> const& identifiers_of(std::string_view class_key) const;
    // Whom to believe about an attribute: what the nearest class says of it by name, else what the nearest says of all others.
    std::vector<SourceKind> const& precedence_of(std::string_view class_key, std::string_view attribute) const;
    // 0 is the most trusted; the same for kinds that the rule does not name.
    std::size_t rank(std::string_view class_key, std::string_view attribute, SourceKind kind) const;

private:
    using Index = std::map<std::string, std::size_t, std::less<>>;
    Rules const* rules_of(std::string_view class_key) const;
    std::string_view parent_of(std::string_view class_key) const;

    std::int64_t version_;
    std::vector<Class> classes_;
    std::vector<Attribute> attributes_;
    std::vector<RelationType> relation_types_;
    std::vector<Rules> rules_;
    Index class_at_;
    Index attribute_at_;
    Index relation_type_at_;
    Index rules_at_;
};

// What values may be at most; more is refused.
inline constexpr std::size_t text_most = 4000;  // characters of a text, a URL, an element of a list
inline constexpr std::size_t list_most = 1000;  // elements

// The value in its one written form (addresses in canonical form, text trimmed, lists sorted and without doubles), or what is wrong with
// it, as a sentence's end: "must be a number". null is a value too: nothing; so are an empty text and an empty list. References are checked
// for their form only. What a maker left in place of a serial number ("To be filled by O.E.M.") is refused.
std::expected<json::bj::value, std::string> normalised(Attribute const& attribute, json::bj::value const& value);
// The same from a text, as a CSV file or a form has it; a list's elements are separated by ";". Empty is null.
std::expected<json::bj::value, std::string> parsed(Attribute const& attribute, std::string_view text);
// A value as `parsed` reads it.
std::string written(json::bj::value const& value);

}  // namespace mz::cmdb_model
