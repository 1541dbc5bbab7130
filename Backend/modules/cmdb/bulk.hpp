#pragma once
#include "list.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mz::cmdb {

// Of these CIs, or of all that the list with these filters has, one of the two: what they are to be. An attribute that is null is cleared.
// `after` is `next` of the answer before.
struct BulkEdit {
    std::optional<std::vector<Uuid>> ids;
    std::optional<CiSelection> query;
    std::optional<CiStatus> status;
    std::optional<AttributeValues> attributes;
    std::optional<Text<1, 500>> after;
};
BOOST_DESCRIBE_STRUCT(BulkEdit, (), (ids, query, status, attributes, after))

void validate(BulkEdit const& body, json::Errors& errors, json::Path const& at);

// Why a CI stays as it is: its status may not follow so; its class has no such attribute; the value does not fit; it asks for a value;
// no two may have the value; or what others say of it stands against it.
enum class BulkReason { transition, attribute, value, required, unique, conflict };
BOOST_DESCRIBE_ENUM(BulkReason, transition, attribute, value, required, unique, conflict)

// `pointer`: "/status" or "/attributes/<key>".
struct BulkError {
    std::string pointer;
    std::string detail;
    BulkReason reason = BulkReason::value;
};
BOOST_DESCRIBE_STRUCT(BulkError, (), (pointer, detail, reason))

struct BulkRefusal {
    Uuid id;
    std::string name;
    std::vector<BulkError> errors;
};
BOOST_DESCRIBE_STRUCT(BulkRefusal, (), (id, name, errors))

// `changes` is {"status" or "<attribute>": {"from", "to"}}.
struct BulkDifference {
    Uuid id;
    std::string name;
    json::Raw changes;
};
BOOST_DESCRIBE_STRUCT(BulkDifference, (), (id, name, changes))

struct BulkCount {
    BulkReason reason = BulkReason::value;
    std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(BulkCount, (), (reason, count))

// How many CIs would change, are so already (`unchanged`), or would be refused (`refusals`), and for what `reasons`; the first of those
// that would change and of the refused.
struct BulkPreview {
    std::int64_t total = 0;
    std::int64_t changed = 0;
    std::int64_t unchanged = 0;
    std::int64_t refusals = 0;
    std::vector<BulkCount> reasons;
    std::vector<BulkDifference> changes;
    std::vector<BulkRefusal> refused;
};
BOOST_DESCRIBE_STRUCT(BulkPreview, (), (total, changed, unchanged, refusals, reasons, changes, refused))

// One portion, stored as a whole or not at all. `next`: there are more; the same request with it as `after` goes on behind this portion.
struct BulkEdited {
    std::int64_t changed = 0;
    std::int64_t unchanged = 0;
    std::int64_t refusals = 0;
    std::vector<BulkRefusal> refused;
    std::optional<std::string> next;
};
BOOST_DESCRIBE_STRUCT(BulkEdited, (), (changed, unchanged, refusals, refused, next))

// POST /api/v1/cis/bulk-edit and /api/v1/cis/bulk-edit/preview.
std::vector<web::Route> bulk_routes();

}  // namespace mz::cmdb
