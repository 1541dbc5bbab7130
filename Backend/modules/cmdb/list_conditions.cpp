#include "list_conditions.hpp"

#include "keys.hpp"

#include <unicode/unistr.h>

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <span>

namespace mz::cmdb {
namespace {

using cmdb_model::Attribute;
using cmdb_model::AttributeType;
namespace bj = json::bj;

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr std::size_t short_value = 200;  // bytes; of longer ones the index knows the beginning alone

enum class Operator { eq, ne, starts, lt, le, gt, ge, between, in_network, set, unset };
constexpr std::array<std::string_view, 11> operator_names = {"eq", "ne",      "starts",     "lt",  "le",   "gt",
                                                             "ge", "between", "in-network", "set", "unset"};

using enum Operator;
constexpr std::array of_texts = {eq, ne, starts, lt, le, gt, ge, between, set, unset};
constexpr std::array of_numbers = {eq, ne, lt, le, gt, ge, between, set, unset};
constexpr std::array of_addresses = {eq, ne, between, in_network, set, unset};
constexpr std::array of_lists = {eq, ne, starts, set, unset};
constexpr std::array of_address_lists = {eq, ne, in_network, set, unset};
constexpr std::array of_choices = {eq, ne, set, unset};

// What its keys are made of: of a list, its elements.
AttributeType type_of_keys(Attribute const& attribute)
{
    if (attribute.type != AttributeType::list) return attribute.type;
    return attribute.element_type.value_or(AttributeType::text);
}

std::span<Operator const> operators_of(Attribute const& attribute)
{
    switch (attribute.type) {
        case AttributeType::text:
        case AttributeType::url:
        case AttributeType::mac: return of_texts;
        case AttributeType::number:
        case AttributeType::date: return of_numbers;
        case AttributeType::ip: return of_addresses;
        case AttributeType::list:
            if (type_of_keys(attribute) == AttributeType::ip) return of_address_lists;
            return of_lists;
        default: return of_choices;
    }
}

std::string named(std::span<Operator const> operators)
{
    std::string out;
    for (auto const one : operators) out += (out.empty() ? "" : ", ") + std::string(operator_names[static_cast<std::size_t>(one)]);
    return out;
}

struct Parts {
    std::string_view attribute;
    std::string_view operation;
    std::string_view value;
};

Parts parts_of(std::string_view filter)
{
    auto const first = std::min(filter.find(':'), filter.size());
    auto const second = std::min(filter.find(':', first + 1), filter.size());
    Parts parts;
    parts.attribute = filter.substr(0, first);
    if (first < filter.size()) parts.operation = filter.substr(first + 1, second - first - 1);
    if (second < filter.size()) parts.value = filter.substr(second + 1);
    return parts;
}

std::expected<std::pair<std::string_view, std::string_view>, std::string> ends_of(std::string_view value)
{
    auto const dots = value.find("..");
    if (dots == std::string_view::npos || dots == 0 || dots + 2 == value.size()) return std::unexpected("needs two values: low..high");
    return std::pair(value.substr(0, dots), value.substr(dots + 2));
}

// The value as the CMDB writes it. A text that does not match its attribute's pattern may be asked for all the same.
std::expected<bj::value, std::string> value_of(Attribute const& attribute, std::string_view text)
{
    auto one = attribute;
    one.type = type_of_keys(attribute);
    auto value = cmdb_model::parsed(one, text);
    if (!value && one.type == AttributeType::text) return bj::value(bj::string(text.data(), text.size()));
    if (value && value->is_null()) return std::unexpected("needs a value");
    return value;
}

std::string shown(bj::value const& value)
{
    if (value.is_bool()) return value.get_bool() ? "true" : "false";
    return std::string(value.get_string());
}

// The stretch of the index between two values of a type that has keys.
Drive stretch(Attribute const& attribute, std::optional<bj::value> const& low, std::optional<bj::value> const& high)
{
    Drive drive;
    drive.attribute = attribute.key;
    bool const numeric =
        attribute.type == AttributeType::number || attribute.type == AttributeType::date || attribute.type == AttributeType::boolean;
    auto const key = [&](std::optional<bj::value> const& end) {
        return end ? key_of(type_of_keys(attribute), *end).value_or(Key{}) : Key{};
    };
    if (numeric) {
        drive.kind = Drive::Kind::number;
        drive.least = key(low).number.value_or(-infinite);
        drive.most = key(high).number.value_or(infinite);
    } else {
        drive.low = key(low).text.value_or("");
        drive.high = key(high).text.value_or(std::string(last_character));
    }
    return drive;
}

std::expected<Condition, std::string> equal(Attribute const& attribute, std::string_view text)
{
    auto const value = value_of(attribute, text);
    if (!value) return std::unexpected(value.error());
    Condition out;
    if (attribute.type == AttributeType::number) {
        out.kind = "number";
        out.least = out.most = value->to_number<double>();
    } else {
        out.kind = attribute.type == AttributeType::list ? "holds" : "is";
        out.low = shown(*value);
    }
    out.drive = stretch(attribute, *value, *value);
    out.drive->whole = !out.low || out.low->size() < short_value;
    return out;
}

// Texts sort without regard to case and digits by their value, so what begins with "Web1" is looked for from "web" on.
Drive stretch_of_prefix(Attribute const& attribute, std::string_view prefix)
{
    auto const digits = prefix.find_last_not_of("0123456789");
    std::string stem;
    icu::UnicodeString::fromUTF8(std::string(prefix.substr(0, digits + 1))).toLower().toUTF8String(stem);
    Drive drive;
    drive.attribute = attribute.key;
    drive.high = stem.substr(0, short_value) + std::string(last_character);
    drive.low = std::move(stem);
    return drive;
}

std::expected<Condition, std::string> starting(Attribute const& attribute, std::string_view prefix)
{
    Condition out;
    out.kind = attribute.type == AttributeType::list ? "key_begins" : "begins";
    out.low = std::string(prefix);
    out.drive = stretch_of_prefix(attribute, prefix);
    return out;
}

std::expected<Condition, std::string> ranging(Attribute const& attribute, Operator operation, std::string_view text)
{
    std::optional<std::string_view> low;
    std::optional<std::string_view> high;
    if (operation == between) {
        auto const ends = ends_of(text);
        if (!ends) return std::unexpected(ends.error());
        std::tie(low, high) = *ends;
    } else {
        (operation == lt || operation == le ? high : low) = text;
    }
    bool const exclusive = operation == lt || operation == gt;
    std::optional<bj::value> from;
    std::optional<bj::value> to;
    for (auto const& [end, into] : {std::pair(low, &from), std::pair(high, &to)}) {
        if (!end) continue;
        auto value = value_of(attribute, *end);
        if (!value) return std::unexpected(value.error());
        *into = std::move(*value);
    }
    Condition out;
    out.drive = stretch(attribute, from, to);
    if (attribute.type == AttributeType::number) {
        out.kind = "number";
        out.least = from ? from->to_number<double>() : -infinite;
        out.most = to ? to->to_number<double>() : infinite;
        if (exclusive && from) out.least = std::nextafter(*out.least, infinite);
        if (exclusive && to) out.most = std::nextafter(*out.most, -infinite);
    } else if (attribute.type == AttributeType::ip) {
        out.kind = "key";
        out.low = out.drive->low;
        out.high = out.drive->high;
    } else {
        out.kind = "between";
        out.low = from ? shown(*from) : "";
        out.high = to ? shown(*to) : std::string(last_character);
        if (exclusive) out.besides = from ? out.low : out.high;
    }
    return out;
}

// The first and the last address of 10.1.0.0/16 as keys.
std::expected<Condition, std::string> inside(std::string_view network)
{
    constexpr auto wrong = "must be a network such as 10.1.0.0/16";
    constexpr int mapped = 96;  // an IPv4 address is the end of one of IPv6
    constexpr int byte = 8;
    auto const slash = std::min(network.find('/'), network.size());
    std::string const address(network.substr(0, slash));
    std::array<unsigned char, 16> low{};
    bool const v6 = inet_pton(AF_INET6, address.c_str(), low.data()) == 1;
    if (!v6) {
        low = {};
        low[10] = low[11] = 0xFF;
        if (inet_pton(AF_INET, address.c_str(), low.data() + 12) != 1) return std::unexpected(wrong);
    }
    int bits = 0;
    auto const digits = slash < network.size() ? network.substr(slash + 1) : std::string_view();
    auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), bits);
    int const most = v6 ? 128 : 32;
    if (error != std::errc{} || end != digits.data() + digits.size() || bits < 0 || bits > most) return std::unexpected(wrong);
    auto high = low;
    for (int bit = v6 ? bits : bits + mapped; bit < static_cast<int>(low.size()) * byte; ++bit) {
        auto const mask = static_cast<unsigned char>(1U << (byte - 1 - bit % byte));
        low[static_cast<std::size_t>(bit / byte)] &= static_cast<unsigned char>(~mask);
        high[static_cast<std::size_t>(bit / byte)] |= mask;
    }
    auto const key = [](std::array<unsigned char, 16> const& bytes) {
        std::array<char, INET6_ADDRSTRLEN> text{};
        inet_ntop(AF_INET6, bytes.data(), text.data(), text.size());
        return address_key(text.data()).value_or("");
    };
    Condition out;
    out.kind = "key";
    out.low = key(low);
    out.high = key(high);
    out.drive.emplace();
    out.drive->low = *out.low;
    out.drive->high = *out.high;
    return out;
}

std::expected<Condition, std::string> read(Attribute const& attribute, Operator operation, std::string_view value)
{
    switch (operation) {
        case eq:
        case ne: return equal(attribute, value);
        case starts: return starting(attribute, value);
        case in_network: return inside(value);
        case set:
        case unset: {
            Condition out;
            out.kind = "has";
            out.drive = stretch(attribute, std::nullopt, std::nullopt);
            return out;
        }
        default: return ranging(attribute, operation, value);
    }
}

}  // namespace

std::vector<std::string> joined(std::vector<std::string> const& parts)
{
    std::vector<std::string> out;
    bool open = false;
    for (auto const& part : parts) {
        if (open) out.back() += ',' + part;
        else out.push_back(part);
        open = out.back().ends_with('\\');
        if (open) out.back().pop_back();
    }
    return out;
}

std::expected<Condition, std::string> condition_of(Model const& model, std::string_view filter)
{
    auto const wrong = [&](std::string_view why) { return std::unexpected("\"" + std::string(filter) + "\": " + std::string(why)); };
    auto const parts = parts_of(filter);
    if (parts.attribute == "name" || parts.attribute == "status") return wrong("every CI has a name and a status: ask with q or status");
    auto const* attribute = model.find_attribute(parts.attribute);
    if (attribute == nullptr) return wrong(std::string(parts.attribute) + " is no attribute; write <attribute>:<operator>:<value>");
    auto const allowed = operators_of(*attribute);
    auto const name = std::ranges::find(operator_names, parts.operation);
    auto const operation = static_cast<Operator>(name - operator_names.begin());
    if (name == operator_names.end() || std::ranges::find(allowed, operation) == allowed.end())
        return wrong("the operator must be one of " + named(allowed));
    bool const bare = operation == set || operation == unset;
    if (parts.value.empty() != bare) return wrong(bare ? "takes no value" : "needs a value");
    auto condition = read(*attribute, operation, parts.value);
    if (!condition) return wrong(condition.error());
    condition->attribute = attribute->key;
    if (condition->drive) condition->drive->attribute = attribute->key;
    condition->negated = operation == ne || operation == unset;
    if (condition->negated) condition->drive.reset();
    return condition;
}

}  // namespace mz::cmdb
