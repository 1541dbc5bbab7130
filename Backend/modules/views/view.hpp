#pragma once
#include "core/clock.hpp"
#include "core/text.hpp"
#include "core/uuid.hpp"
#include "json/read.hpp"
#include "json/value.hpp"
#include "web/page.hpp"

#include <boost/describe.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace mz::views {

using ViewName = Text<1, 80>;
using ListName = Text<1, 50>;  // "cis", "incidents": as in the console's addresses
using ViewQuery = std::map<std::string, Text<0, 2000>>;
using Columns = std::vector<Text<1, 50>>;

struct View {
    Uuid id;
    ListName list;
    ViewName name;
    json::Raw query;  // {"<filter>": "<value>"}
    std::vector<std::string> columns;
    bool shared = false;
    Uuid owner_id;
    std::string owner_name;
    Timestamp created_at;
    Timestamp updated_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(View, (), (id, list, name, query, columns, shared, owner_id, owner_name, created_at, updated_at, version))

struct ViewCreate {
    ListName list;
    ViewName name;
    std::optional<ViewQuery> query;
    std::optional<Columns> columns;
    std::optional<bool> shared;
};
BOOST_DESCRIBE_STRUCT(ViewCreate, (), (list, name, query, columns, shared))

struct ViewPatch {
    json::Patched<ViewName> name;
    json::Patched<ViewQuery> query;
    json::Patched<Columns> columns;
    json::Patched<bool> shared;
};
BOOST_DESCRIBE_STRUCT(ViewPatch, (), (name, query, columns, shared))

// Of one list, or of all.
struct ViewFilter : web::ListQuery {
    std::optional<ListName> list;
};
BOOST_DESCRIBE_STRUCT(ViewFilter, (web::ListQuery), (list))

struct ViewPath {
    Uuid id;
};
BOOST_DESCRIBE_STRUCT(ViewPath, (), (id))

// As a list's name stands in an address: lower-case words with hyphens.
inline void validate(ViewCreate const& body, json::Errors& errors, json::Path const& at)
{
    auto const fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    bool const begins = !body.list.empty() && body.list.front() >= 'a' && body.list.front() <= 'z';
    if (!begins || !std::ranges::all_of(body.list, fits)) errors.add({&at, "list"}, "must be lower-case letters, digits and hyphens");
}

}  // namespace mz::views
