#pragma once
#include "cmdb_model/cmdb_model.hpp"
#include "core/clock.hpp"
#include "core/text.hpp"
#include "core/uuid.hpp"
#include "json/value.hpp"
#include "web/page.hpp"

#include <boost/describe.hpp>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace mz::cmdb {

using cmdb_model::CiStatus;

using CiName = Text<1, 200>;
using AttributeValues = std::map<std::string, json::Raw>;

// A configuration item as its records say together (values.hpp). `attributes` is {"<attribute>": <value>} as cmdb_model/model.hpp says
// of each type; those without a value are left out. `stale`: nobody who observes it has seen it for longer than such a source may be quiet.
// A CI that was deleted and whose seen_at is later has been seen again: a person decides what that means.
struct Ci {
    Uuid id;
    std::string class_key;
    CiName name;
    CiStatus status = CiStatus::in_use;
    json::Raw attributes;
    bool live = true;
    std::optional<Uuid> merged_into;
    std::optional<Timestamp> deleted_at;
    bool stale = false;
    Timestamp seen_at;
    Timestamp created_at;
    Timestamp updated_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Ci, (),
                      (id, class_key, name, status, attributes, live, merged_into, deleted_at, stale, seen_at, created_at, updated_at,
                       version))

struct CiCreate {
    std::string class_key;
    CiName name;
    std::optional<CiStatus> status;
    std::optional<AttributeValues> attributes;
    std::optional<bool>
        even_if_known;  // where an identifier says that it is there already, what is said goes there; otherwise 409 `ci-exists`
};
BOOST_DESCRIBE_STRUCT(CiCreate, (), (class_key, name, status, attributes, even_if_known))

// An attribute that is null is cleared by hand: nothing, whatever other sources say. `forget` takes the words of people back, so that the
// other sources decide again.
struct CiPatch {
    json::Patched<std::string> class_key;
    json::Patched<CiName> name;
    json::Patched<CiStatus> status;
    json::Patched<AttributeValues> attributes;
    std::optional<std::vector<std::string>> forget;
};
BOOST_DESCRIBE_STRUCT(CiPatch, (), (class_key, name, status, attributes, forget))

struct CiPath {
    Uuid id;
};
BOOST_DESCRIBE_STRUCT(CiPath, (), (id))

// Where a value comes from, for GET /cis/{id}/provenance. `wins` is what the CI shows; the others say something else or the same.
struct Provenance {
    std::string attribute;
    json::Raw value;
    Uuid source_id;
    std::string source_kind;
    std::string source_name;
    Timestamp seen_at;
    bool stale = false;
    bool wins = false;
};
BOOST_DESCRIBE_STRUCT(Provenance, (), (attribute, value, source_id, source_kind, source_name, seen_at, stale, wins))

}  // namespace mz::cmdb
