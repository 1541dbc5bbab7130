#include "keys.hpp"

#include "core/crypto.hpp"
#include "words.hpp"

#include <arpa/inet.h>

#include <array>
#include <charconv>
#include <chrono>
#include <set>

namespace mz::cmdb {
namespace {

namespace bj = json::bj;
using cmdb_model::AttributeType;

constexpr std::size_t key_most = 200;  // characters; what comes later does not change an order that people see

std::string cut(std::string text)
{
    if (utf8_length(text) <= key_most) return text;
    std::size_t bytes = 0;
    for (std::size_t characters = 0; bytes < text.size(); ++bytes) {
        bool const begins = (static_cast<unsigned char>(text[bytes]) & 0xC0U) != 0x80U;
        if (begins && characters++ == key_most) break;
    }
    text.resize(bytes);
    return text;
}

std::optional<double> days_of(std::string const& date)
{
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    constexpr std::size_t length = 10;
    if (date.size() != length || date[4] != '-' || date[7] != '-') return std::nullopt;
    std::from_chars(date.data(), date.data() + 4, year);
    std::from_chars(date.data() + 5, date.data() + 7, month);
    std::from_chars(date.data() + 8, date.data() + length, day);
    std::chrono::year_month_day const parsed{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
    if (!parsed.ok()) return std::nullopt;
    return static_cast<double>(std::chrono::sys_days(parsed).time_since_epoch().count());
}

}  // namespace

std::optional<std::string> address_key(std::string_view address)
{
    std::string const text(address);
    std::array<char, 16> bytes{};
    if (inet_pton(AF_INET6, text.c_str(), bytes.data()) != 1) {
        bytes = {};
        bytes[10] = bytes[11] = static_cast<char>(0xFF);
        if (inet_pton(AF_INET, text.c_str(), bytes.data() + 12) != 1) return std::nullopt;
    }
    auto key = hex({bytes.data(), bytes.size()});
    for (auto& digit : key) digit = static_cast<char>(digit <= '9' ? digit - '0' + 'a' : digit - 'a' + 'k');
    return key;
}

std::optional<Key> key_of(AttributeType type, bj::value const& value)
{
    switch (type) {
        case AttributeType::number:
            if (value.is_number()) return Key{{}, value.to_number<double>()};
            return std::nullopt;
        case AttributeType::boolean:
            if (value.is_bool()) return Key{{}, value.get_bool() ? 1.0 : 0.0};
            return std::nullopt;
        default: break;
    }
    if (!value.is_string()) return std::nullopt;
    std::string text(value.get_string());
    if (type == AttributeType::date) {
        auto const days = days_of(text);
        return days ? std::optional(Key{{}, days}) : std::nullopt;
    }
    if (type == AttributeType::ip) {
        auto key = address_key(text);
        return key ? std::optional(Key{std::move(key), {}}) : std::nullopt;
    }
    return Key{cut(std::move(text)), {}};
}

std::vector<ValueRow> value_rows(Uuid ci, std::string const& name, Attributes const& attributes, Model const& model)
{
    std::vector<ValueRow> out;
    for (auto const& [key, value] : attributes) {
        auto const* attribute = model.find_attribute(key);
        if (attribute == nullptr) continue;
        bool const list = attribute->type == AttributeType::list;
        auto const type = list ? attribute->element_type.value_or(AttributeType::text) : attribute->type;
        auto const add = [&](bj::value const& one, int element) {
            if (auto made = key_of(type, one)) out.push_back({ci, key, element, std::move(made->text), made->number, name});
        };
        if (value.is_array()) {
            int element = 0;
            for (auto const& one : value.get_array()) add(one, element++);
        } else {
            add(value, 0);
        }
    }
    return out;
}

std::vector<std::string> word_rows(std::string const& name, Attributes const& attributes, Model const& model)
{
    std::set<std::string> words = words_of(name);
    auto const add = [&](bj::value const& value) {
        if (words.size() < words_most && value.is_string()) words.merge(words_of(std::string_view(value.get_string())));
    };
    for (auto const& [key, value] : attributes) {
        auto const* attribute = model.find_attribute(key);
        if (attribute == nullptr || attribute->type == AttributeType::reference) continue;
        if (value.is_array()) {
            for (auto const& one : value.get_array()) add(one);
        } else if (value.is_number() || value.is_string()) {
            add(value.is_string() ? value : bj::value(text_of(value)));
        }
    }
    std::vector<std::string> out(words.begin(), words.end());
    if (out.size() > words_most) out.resize(words_most);
    return out;
}

}  // namespace mz::cmdb
