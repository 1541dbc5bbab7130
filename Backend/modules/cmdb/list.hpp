#pragma once
#include "ci.hpp"
#include "web/route.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mz::cmdb {

// Which CIs a list has; facets and bulk edits take the same.
//   class_key   of these classes or below them
//   filter      conditions on attributes, `<attribute>:<operator>:<value>`; a comma inside a value is written `\,`. Operators by type:
//                 text, url, mac       eq ne starts lt le gt ge between set unset
//                 number, date         eq ne lt le gt ge between set unset
//                 ip                   eq ne between in-network set unset
//                 enumeration, reference, boolean   eq ne set unset
//                 list                 eq ne starts set unset, of any element
//               `between` takes low..high, both included; `set` and `unset` take no value; `ne` is whatever `eq` is not, so also what has
//               no value; text begins the same whatever its case.
//   q           words; each must begin a word of the CI's name or attributes
struct CiSelection {
    std::vector<Text<1, 50>> class_key;
    std::vector<CiStatus> status;
    std::optional<bool> stale;
    std::optional<Text<1, 200>> q;
    std::vector<std::string> filter;
};
BOOST_DESCRIBE_STRUCT(CiSelection, (), (class_key, status, stale, q, filter))

// `sort`: name, updated_at, created_at, seen_at. With `order_by`, an attribute that is no list: value, by that attribute; CIs without a
// value come last, by name, in both directions. `as_of`: the CIs as they were then, by name; only class_key, status and conditions that
// look at one value can be asked of the past. `columns`: what the CSV form has instead of all fields, attributes among them.
struct CiListQuery : web::ListQuery, CiSelection {
    std::optional<Text<1, 50>> order_by;
    std::optional<Timestamp> as_of;
    std::vector<Text<1, 50>> columns;
};
BOOST_DESCRIBE_STRUCT(CiListQuery, (web::ListQuery, CiSelection), (order_by, as_of, columns))

// How many CIs; not `exact`: at least so many.
struct Facet {
    std::string key;
    std::int64_t count = 0;
    bool exact = true;
};
BOOST_DESCRIBE_STRUCT(Facet, (), (key, count, exact))

struct CiFacets {
    std::vector<Facet> classes;  // the classes themselves, without what is below them
    std::vector<Facet> statuses;
};
BOOST_DESCRIBE_STRUCT(CiFacets, (), (classes, statuses))

// GET /api/v1/cis and /api/v1/cis/facets.
std::vector<web::Route> list_routes();

}  // namespace mz::cmdb
