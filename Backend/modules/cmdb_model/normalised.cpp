#include "model.hpp"

#include "core/text.hpp"
#include "core/uuid.hpp"
#include "json/write.hpp"
#include "values.hpp"

#include <boost/json/serialize.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>

namespace mz::cmdb_model {
namespace {

using json::bj::value;
using Result = std::expected<value, std::string>;

constexpr double exact_most = 9007199254740992;  // 2^53: up to here a double holds every whole number

std::string_view view(value const& text) { return {text.get_string().data(), text.get_string().size()}; }

std::string_view trimmed(std::string_view text)
{
    constexpr auto space = " \t\r\n";
    auto const first = text.find_first_not_of(space);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(space) - first + 1);
}

Written chosen(Attribute const& attribute, std::string_view text)
{
    if (std::ranges::find(attribute.choices, text) != attribute.choices.end()) return std::string(text);
    std::string allowed;
    for (auto const& choice : attribute.choices) allowed += (allowed.empty() ? "" : ", ") + choice;
    return std::unexpected("must be one of: " + allowed);
}

Written reference(std::string_view text)
{
    auto const id = Uuid::parse(text);
    if (!id) return std::unexpected("must be the id of a CI");
    return id->to_string();
}

// `text` is trimmed and not empty.
Written one(Attribute const& attribute, AttributeType type, std::string_view text)
{
    switch (type) {
        case AttributeType::enumeration: return chosen(attribute, text);
        case AttributeType::ip: return ip_address(text);
        case AttributeType::mac: return mac_address(text);
        case AttributeType::url: return url(text);
        case AttributeType::date: return date(text);
        case AttributeType::reference: return reference(text);
        default: return std::string(text);
    }
}

Written element(Attribute const& attribute, AttributeType type, value const& given)
{
    if (!given.is_string()) return std::unexpected("must be a text");
    auto const text = trimmed(view(given));
    if (text.empty()) return std::string();
    if (utf8_length(text) > text_most) return std::unexpected("must have at most " + std::to_string(text_most) + " characters");
    if (has_control_characters(text)) return std::unexpected("has control characters");
    auto out = one(attribute, type, text);
    if (out) out = identifying(attribute.key, std::move(*out));
    if (out && attribute.pattern && !matches(*attribute.pattern, *out)) return std::unexpected("must match " + *attribute.pattern);
    return out;
}

Result text_value(Attribute const& attribute, value const& given)
{
    auto out = element(attribute, attribute.type, given);
    if (!out) return std::unexpected(std::move(out.error()));
    return out->empty() ? value(nullptr) : value(*out);
}

Result list_value(Attribute const& attribute, value const& given)
{
    if (!given.is_array()) return std::unexpected("must be a list");
    if (given.get_array().size() > list_most) return std::unexpected("must have at most " + std::to_string(list_most) + " elements");
    std::vector<std::string> elements;
    for (auto const& each : given.get_array()) {
        auto out = element(attribute, attribute.element_type.value_or(AttributeType::text), each);
        if (!out) return std::unexpected("each element " + out.error());
        if (!out->empty()) elements.push_back(std::move(*out));
    }
    if (elements.empty()) return nullptr;
    std::ranges::sort(elements);
    elements.erase(std::ranges::unique(elements).begin(), elements.end());
    json::bj::array out;
    for (auto const& each : elements) out.emplace_back(each);
    return out;
}

// A whole number is written as one, however it came, so that equal numbers are equal texts.
Result number_value(value const& given)
{
    if (given.is_int64()) return given;
    if (!given.is_number()) return std::unexpected("must be a number");
    auto const number = given.to_number<double>();
    if (!std::isfinite(number)) return std::unexpected("must be a finite number");
    if (std::abs(number) <= exact_most && number == std::trunc(number)) return static_cast<std::int64_t>(number);
    return number;
}

Result parsed_number(std::string_view text)
{
    double number = 0;
    auto const* const end = text.data() + text.size();
    auto const [stop, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc{} || stop != end) return std::unexpected("must be a number such as 12.5");
    std::int64_t exact = 0;
    auto const [exact_stop, exact_error] = std::from_chars(text.data(), end, exact);
    if (exact_error == std::errc{} && exact_stop == end) return exact;
    return number_value(number);
}

Result parsed_boolean(std::string_view text)
{
    static constexpr std::string_view yes[] = {"true", "yes", "1", "tak"};
    static constexpr std::string_view no[] = {"false", "no", "0", "nie"};
    auto const lower = lower_ascii(text);
    if (std::ranges::find(yes, lower) != std::end(yes)) return true;
    if (std::ranges::find(no, lower) != std::end(no)) return false;
    return std::unexpected("must be true or false");
}

// People's tables have 22.11.2026, too; that form cannot be taken for another day.
std::string iso_date(std::string_view text)
{
    bool const dotted = text.size() == std::strlen("dd.mm.yyyy") && text[2] == '.' && text[5] == '.';
    if (!dotted) return std::string(text);
    return std::string(text.substr(6)) + "-" + std::string(text.substr(3, 2)) + "-" + std::string(text.substr(0, 2));
}

std::string choice_like(Attribute const& attribute, std::string_view text)
{
    auto const lower = lower_ascii(text);
    for (auto const& choice : attribute.choices) {
        if (lower_ascii(choice) == lower) return choice;
    }
    return std::string(text);
}

json::bj::array split(std::string_view text)
{
    json::bj::array out;
    while (true) {
        auto const end = text.find(';');
        out.emplace_back(trimmed(text.substr(0, end)));
        if (end == std::string_view::npos) return out;
        text.remove_prefix(end + 1);
    }
}

}  // namespace

std::expected<value, std::string> normalised(Attribute const& attribute, value const& given)
{
    if (given.is_null()) return nullptr;
    switch (attribute.type) {
        case AttributeType::number: return number_value(given);
        case AttributeType::list: return list_value(attribute, given);
        case AttributeType::boolean:
            if (given.is_bool()) return given;
            return std::unexpected("must be true or false");
        default: return text_value(attribute, given);
    }
}

std::expected<value, std::string> parsed(Attribute const& attribute, std::string_view text)
{
    text = trimmed(text);
    if (text.empty()) return nullptr;
    switch (attribute.type) {
        case AttributeType::number: return parsed_number(text);
        case AttributeType::boolean: return parsed_boolean(text);
        case AttributeType::date: return text_value(attribute, value(iso_date(text)));
        case AttributeType::enumeration: return text_value(attribute, value(choice_like(attribute, text)));
        case AttributeType::list: return list_value(attribute, split(text));
        default: return text_value(attribute, value(text));
    }
}

std::string written(value const& given)
{
    if (given.is_null()) return {};
    if (given.is_string()) return std::string(view(given));
    if (given.is_double()) return json::write(given.get_double());  // "1.5", where Boost writes 1.5E0
    if (!given.is_array()) return json::bj::serialize(given);
    std::string out;
    for (auto const& each : given.get_array()) out += (out.empty() ? "" : ";") + written(each);
    return out;
}

}  // namespace mz::cmdb_model
