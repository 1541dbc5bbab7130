#include "model.hpp"

#include "catalogue.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace mz::cmdb_model {
namespace {

template <class T>
std::map<std::string, std::size_t, std::less<>> index_of(std::vector<T> const& all, std::string T::* key)
{
    std::map<std::string, std::size_t, std::less<>> index;
    for (std::size_t i = 0; i < all.size(); ++i) index.emplace(all[i].*key, i);
    return index;
}

template <class T, class Index>
T const* find(std::vector<T> const& all, Index const& index, std::string_view key)
{
    auto const found = index.find(key);
    return found == index.end() ? nullptr : &all[found->second];
}

template <class T>
std::vector<T> joined(std::vector<T> first, std::vector<T> second)
{
    std::ranges::move(second, std::back_inserter(first));
    return first;
}

}  // namespace

Model::Model(std::int64_t version, std::vector<Class> classes, std::vector<Attribute> attributes, std::vector<RelationType> relation_types,
             std::vector<Rules> rules)
    : version_(version),
      classes_(std::move(classes)),
      attributes_(std::move(attributes)),
      relation_types_(std::move(relation_types)),
      rules_(std::move(rules)),
      class_at_(index_of(classes_, &Class::key)),
      attribute_at_(index_of(attributes_, &Attribute::key)),
      relation_type_at_(index_of(relation_types_, &RelationType::key)),
      rules_at_(index_of(rules_, &Rules::class_key))
{
}

Model const& Model::built_in()
{
    static Model const model(0, catalogue::classes(), catalogue::attributes(), catalogue::relation_types(), catalogue::rules());
    return model;
}

Model Model::extended(std::int64_t version, std::vector<Class> classes, std::vector<Attribute> attributes,
                      std::vector<RelationType> relation_types, std::vector<Rules> rules)
{
    auto all_rules = catalogue::rules();
    for (auto& own : rules) {
        auto const built_in = std::ranges::find(all_rules, own.class_key, &Rules::class_key);
        if (built_in == all_rules.end()) {
            all_rules.push_back(std::move(own));
            continue;
        }
        if (own.identifiers.empty()) own.identifiers = built_in->identifiers;
        if (own.precedence.empty()) own.precedence = built_in->precedence;
        *built_in = std::move(own);
    }
    return {version, joined(catalogue::classes(), std::move(classes)), joined(catalogue::attributes(), std::move(attributes)),
            joined(catalogue::relation_types(), std::move(relation_types)), std::move(all_rules)};
}

Class const* Model::find_class(std::string_view key) const { return find(classes_, class_at_, key); }
Attribute const* Model::find_attribute(std::string_view key) const { return find(attributes_, attribute_at_, key); }
RelationType const* Model::find_relation_type(std::string_view key) const { return find(relation_types_, relation_type_at_, key); }
Rules const* Model::rules_of(std::string_view class_key) const { return find(rules_, rules_at_, class_key); }

std::string_view Model::parent_of(std::string_view class_key) const
{
    auto const* found = find_class(class_key);
    return found == nullptr ? std::string_view() : std::string_view(found->parent_key);
}

bool Model::is_a(std::string_view key, std::string_view ancestor) const
{
    if (find_class(key) == nullptr) return false;
    while (!key.empty() && key != ancestor) key = parent_of(key);
    return !key.empty();
}

std::vector<std::string> Model::with_descendants(std::string_view key) const
{
    std::vector<std::string> out;
    for (auto const& each : classes_) {
        if (is_a(each.key, key)) out.push_back(each.key);
    }
    return out;
}

std::vector<Attribute const*> Model::attributes_of(std::string_view class_key) const
{
    std::vector<std::string_view> line;
    for (auto key = class_key; find_class(key) != nullptr; key = parent_of(key)) line.push_back(key);
    std::vector<Attribute const*> out;
    for (auto key = line.rbegin(); key != line.rend(); ++key) {
        for (auto const& attribute : attributes_) {
            if (attribute.class_key == *key) out.push_back(&attribute);
        }
    }
    return out;
}

bool Model::has_attribute(std::string_view class_key, std::string_view attribute) const
{
    auto const* found = find_attribute(attribute);
    return found != nullptr && is_a(class_key, found->class_key);
}

std::vector<std::vector<std::string>> const& Model::identifiers_of(std::string_view class_key) const
{
    static std::vector<std::vector<std::string>> const none;
    for (auto key = class_key; !key.empty(); key = parent_of(key)) {
        auto const* own = rules_of(key);
        if (own != nullptr && !own->identifiers.empty()) return own->identifiers;
    }
    return none;
}

std::vector<SourceKind> const& Model::precedence_of(std::string_view class_key, std::string_view attribute) const
{
    static std::vector<SourceKind> const none;
    for (auto const wanted : {attribute, std::string_view("*")}) {
        for (auto key = class_key; !key.empty(); key = parent_of(key)) {
            auto const* own = rules_of(key);
            if (own == nullptr) continue;
            auto const found = own->precedence.find(std::string(wanted));
            if (found != own->precedence.end()) return found->second;
        }
    }
    return none;
}

std::size_t Model::rank(std::string_view class_key, std::string_view attribute, SourceKind kind) const
{
    auto const& order = precedence_of(class_key, attribute);
    return static_cast<std::size_t>(std::ranges::find(order, kind) - order.begin());
}

}  // namespace mz::cmdb_model
