#include "mapping.hpp"

#include "core/crypto.hpp"
#include "json/write.hpp"

#include <boost/describe/enum_from_string.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <cctype>
#include <set>
#include <utility>

namespace mz::cmdb_import {
namespace {

using cmdb_model::Attribute;
using cmdb_model::AttributeType;

// "Serial number", "SERIAL-NUMBER" and "serial_number" are the same word.
std::string plain(std::string_view text)
{
    std::string out;
    for (auto const c : lower_ascii(text)) {
        if (c != ' ' && c != '_' && c != '-' && c != '.') out += c;
    }
    return out;
}

bool is_special(std::string_view target) { return target == name_column || target == status_column || target == class_column; }

// The attributes that a row may have: those of the plan's class, or of any where each row says its own.
bool takes(Plan const& plan, std::string_view attribute, Model const& model)
{
    if (is_special(attribute)) return true;
    auto const by_row = [](auto const& pair) { return pair.second == class_column; };
    if (std::ranges::any_of(plan.mapping, by_row)) return model.find_attribute(attribute) != nullptr;
    return model.has_attribute(plan.class_key, attribute);
}

// By its key or its name.
std::string class_of(std::string const& text, Model const& model)
{
    for (auto const& known : model.classes()) {
        if (known.abstract) continue;
        if (known.key == text || plain(known.name) == plain(text)) return known.key;
    }
    return {};
}

void put(Understood& row, std::string const& key, json::bj::value const& value)
{
    row.observation.attributes[key] = json::Raw{json::bj::serialize(value)};
}

void read_status(Understood& row, std::string const& column, std::string const& text)
{
    auto const key = [&] {
        auto out = lower_ascii(text);
        std::ranges::replace(out, ' ', '_');
        return out;
    }();
    cmdb::CiStatus status{};
    if (boost::describe::enum_from_string(key.c_str(), status)) put(row, std::string(status_column), json::bj::value(key));
    else row.problems.push_back({column, "is no status: planned, ordered, in_stock, in_use, maintenance, retired or disposed"});
}

void read_name(Understood& row, std::string const& column, std::string const& text)
{
    if (utf8_length(text) > cmdb::CiName::max_length) row.problems.push_back({column, "must have at most 200 characters"});
    else put(row, std::string(name_column), json::bj::value(text));
}

void read_value(Understood& row, Attribute const& attribute, std::string const& column, std::string const& text)
{
    if (attribute.type == AttributeType::reference && !Uuid::parse(text)) {
        row.references.push_back({column, attribute.key, text, attribute.reference_class.value_or("ci")});
        return;
    }
    auto value = cmdb_model::parsed(attribute, text);
    if (!value) row.problems.push_back({column, value.error()});
    else if (!value->is_null()) put(row, attribute.key, *value);
}

// Each way in which the attributes of one rule can be read: a list's elements identify alone.
std::vector<std::string> identities_of(cmdb::Observation const& observation, std::vector<std::string> const& rule)
{
    std::vector<std::string> out{std::string()};
    for (auto const& key : rule) {
        auto const found = observation.attributes.find(key);
        if (found == observation.attributes.end()) return {};
        auto const value = json::parse(found->second.text);
        std::vector<std::string> texts;
        if (auto const* const list = value.if_array()) {
            for (auto const& element : *list) texts.push_back(json::bj::serialize(element));
        } else {
            texts.push_back(lower_ascii(found->second.text));
        }
        std::vector<std::string> longer;
        for (auto const& begun : out) {
            for (auto const& text : texts) {
                auto next = begun;
                next.append(next.empty() ? "" : " ").append(key).append("=").append(text);
                longer.push_back(std::move(next));
            }
        }
        out = std::move(longer);
    }
    return out;
}

}  // namespace

std::string fingerprint(std::vector<std::string> const& columns)
{
    auto const sorted = std::set<std::string>(columns.begin(), columns.end());
    std::string all;
    for (auto const& column : sorted) all.append(column).push_back('\n');
    return hex(sha256(all));
}

Mapping guess(std::vector<std::string> const& columns, std::string_view class_key, Model const& model)
{
    std::map<std::string, std::string> known{{"name", "name"}, {"status", "status"}, {"class", "class"}, {"type", "class"}};
    for (auto const* attribute : model.attributes_of(class_key)) {
        known.emplace(plain(attribute->name), attribute->key);
        known.insert_or_assign(plain(attribute->key), attribute->key);
    }
    Mapping out;
    std::set<std::string> taken;
    for (auto const& column : columns) {
        auto const found = known.find(plain(column));
        if (found != known.end() && taken.insert(found->second).second) out.emplace(column, found->second);
    }
    return out;
}

std::vector<FieldError> wrong_with(Plan const& plan, std::vector<std::string> const& columns, Model const& model)
{
    std::vector<FieldError> out;
    auto const* const known = model.find_class(plan.class_key);
    if (known == nullptr) out.push_back({"/class_key", "is no class of the CMDB"});
    else if (known->abstract) out.push_back({"/class_key", "only groups other classes; choose one of those"});
    if (plan.mapping.empty()) out.push_back({"/mapping", "must say what at least one column means"});
    std::set<std::string> taken;
    for (auto const& [column, target] : plan.mapping) {
        auto const at = "/mapping/" + column;
        if (std::ranges::find(columns, column) == columns.end()) out.push_back({at, "is no column of this file"});
        else if (known != nullptr && !takes(plan, target, model)) out.push_back({at, target + " is no attribute of this class"});
        else if (!taken.insert(target).second) out.push_back({at, "another column means " + target + " already"});
    }
    return out;
}

Understood understood(Cells const& cells, std::int32_t number, Plan const& plan, Model const& model)
{
    Understood row;
    row.observation.key = "row " + std::to_string(number);
    row.observation.class_key = plan.class_key;
    for (auto const& [column, target] : plan.mapping) {
        auto const cell = cells.find(column);
        if (cell == cells.end() || target != class_column) continue;
        row.observation.class_key = class_of(cell->second, model);
        if (row.observation.class_key.empty()) row.problems.push_back({column, "is no class of the CMDB"});
    }
    for (auto const& [column, target] : plan.mapping) {
        auto const cell = cells.find(column);
        if (cell == cells.end() || target == class_column) continue;
        if (target == name_column) read_name(row, column, cell->second);
        else if (target == status_column) read_status(row, column, cell->second);
        else if (!model.has_attribute(row.observation.class_key, target))
            row.problems.push_back({column, "is no attribute of this row's class"});
        else read_value(row, *model.find_attribute(target), column, cell->second);
    }
    if (row.observation.attributes.empty() && row.references.empty() && row.problems.empty()) row.problems.push_back({"", "has no values"});
    if (!row.observation.class_key.empty()) {
        for (auto const& rule : model.identifiers_of(row.observation.class_key))
            std::ranges::move(identities_of(row.observation, rule), std::back_inserter(row.identities));
    }
    return row;
}

}  // namespace mz::cmdb_import
