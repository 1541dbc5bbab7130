#pragma once
#include "values.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What a CI is found and sorted by: the rows of cmdb.ci_values and cmdb.ci_words as they follow from its state. Pure.
namespace mz::cmdb {

// One of the two, depending on the type: text, enumeration, url, reference, MAC as they are (the first 200 characters), an IP address
// as 32 letters a to p, one for each four bits (IPv4 as ::ffff:a.b.c.d), so that a network is a range: digits would sort by their value;
// numbers, booleans (0 and 1) and dates (days since 1970).
struct Key {
    std::optional<std::string> text;
    std::optional<double> number;
    friend bool operator==(Key const&, Key const&) = default;
};
// Of one value, or of one element of a list with the list's element_type. Nothing for what is not of the type.
std::optional<Key> key_of(cmdb_model::AttributeType type, json::bj::value const& value);
// 32 letters; nothing for what is no address.
std::optional<std::string> address_key(std::string_view address);

struct ValueRow {
    Uuid ci_id;
    std::string attribute;
    int element = 0;
    std::optional<std::string> text_key;
    std::optional<double> number_key;
    std::string name;
    friend bool operator==(ValueRow const&, ValueRow const&) = default;
};
BOOST_DESCRIBE_STRUCT(ValueRow, (), (ci_id, attribute, element, text_key, number_key, name))

using Attributes = std::map<std::string, json::bj::value>;

// Ordered by attribute and element.
std::vector<ValueRow> value_rows(Uuid ci, std::string const& name, Attributes const& attributes, Model const& model);
// Sorted, without doubles; no more than `words_most`.
inline constexpr std::size_t words_most = 400;
std::vector<std::string> word_rows(std::string const& name, Attributes const& attributes, Model const& model);

}  // namespace mz::cmdb
