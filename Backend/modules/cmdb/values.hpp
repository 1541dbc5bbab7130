#pragma once
#include "identify.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

// What the records of one CI say together. Pure.
namespace mz::cmdb {

// The attributes that every CI has as columns.
inline constexpr std::string_view name_attribute = "name";
inline constexpr std::string_view status_attribute = "status";
inline constexpr std::string_view class_attribute = "class_key";

// Whose word something is.
struct Origin {
    Uuid source_id;
    std::string source_name;
};
using Origins = std::map<std::string, Origin>;  // by attribute; name, status and class included

// A CI as it follows from its records.
struct State {
    std::string class_key;
    std::string name;
    CiStatus status = CiStatus::in_use;
    std::map<std::string, json::bj::value> attributes;  // without those that have no value
    Origins sources;
    bool stale = false;  // nobody who observes it has seen it lately
    std::optional<Timestamp> deleted_at;
    Timestamp seen_at;
};

// `group` are the records of one CI, in any order; at least one.
State state_of(std::vector<Record const*> group, Model const& model);

// The words on one attribute, best first: by the source kinds' precedence, then what is fresh before what is stale, then the later seen,
// then the value itself, so that the order of arrival never matters. A word that is null wins like any other: then there is no value.
struct Said {
    Record const* record = nullptr;
    Word const* word = nullptr;
};
std::vector<Said> words_on(std::string const& attribute, std::span<Record const* const> group, std::string const& class_key,
                           Model const& model);

// The most specific class that is said; among those that exclude each other the one that the better source says.
std::string class_of(std::span<Record const* const> group, Model const& model);

}  // namespace mz::cmdb
