#pragma once
#include "cmdb/cmdb.hpp"
#include "cmdb_model/cmdb_model.hpp"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mz::cmdb_relations {

using Note = Text<1, 2000>;
using TypeKey = Text<1, 50>;

// Seen from one CI: `outgoing` where it is the from end ("depends on"), `incoming` where it is the to end ("is needed by").
enum class Direction { outgoing, incoming };
BOOST_DESCRIBE_ENUM(Direction, outgoing, incoming)

struct RelationSource {
    Uuid id;
    cmdb_model::SourceKind kind = cmdb_model::SourceKind::manual;
    std::string name;
    bool quiet = false;
};
BOOST_DESCRIBE_STRUCT(RelationSource, (), (id, kind, name, quiet))

// The CI at the other end.
struct RelatedCi {
    Uuid id;
    std::string name;
    std::string class_key;
    cmdb::CiStatus status = cmdb::CiStatus::in_use;
    bool stale = false;
};
BOOST_DESCRIBE_STRUCT(RelatedCi, (), (id, name, class_key, status, stale))

// A relation as one of its CIs sees it. What several sources say of the same two CIs is one relation. `name` is read from this end; of
// what is built in it is English, and consoles translate by type and direction.
struct CiRelation {
    Uuid id;
    std::string type_key;
    Direction direction = Direction::outgoing;
    std::string name;
    RelatedCi other;
    std::optional<std::string> note;
    std::vector<RelationSource> sources;
    Timestamp created_at;
    Timestamp seen_at;
};
BOOST_DESCRIBE_STRUCT(CiRelation, (), (id, type_key, direction, name, other, note, sources, created_at, seen_at))

struct RelationCreate {
    TypeKey type_key;
    Uuid from_id;
    Uuid to_id;
    std::optional<Note> note;
};
BOOST_DESCRIBE_STRUCT(RelationCreate, (), (type_key, from_id, to_id, note))

struct Relation {
    Uuid id;
    std::string type_key;
    Uuid from_id;
    Uuid to_id;
    std::optional<std::string> note;
    Timestamp created_at;
};
BOOST_DESCRIBE_STRUCT(Relation, (), (id, type_key, from_id, to_id, note, created_at))

struct RelationPath {
    Uuid id;
};
BOOST_DESCRIBE_STRUCT(RelationPath, (), (id))

struct RelationFilter : web::ListQuery {
    std::optional<TypeKey> type;
    std::optional<Direction> direction;
    std::optional<Timestamp> as_of;
};
BOOST_DESCRIBE_STRUCT(RelationFilter, (web::ListQuery), (type, direction, as_of))

}  // namespace mz::cmdb_relations
