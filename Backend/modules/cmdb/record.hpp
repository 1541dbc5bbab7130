#pragma once
#include "ci.hpp"
#include "cmdb_model/cmdb_model.hpp"

#include <compare>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace mz::cmdb {

using cmdb_model::Model;
using cmdb_model::SourceKind;

// What a source last said of one attribute, and when it saw it. null: there is none.
struct Word {
    json::bj::value value;
    Timestamp at;
};
using Words = std::map<std::string, Word>;

// `kind` is the attributes of an identification rule with a plus between them, `value` theirs.
struct Identifier {
    std::string kind;
    std::string value;
    friend auto operator<=>(Identifier const&, Identifier const&) = default;
};
BOOST_DESCRIBE_STRUCT(Identifier, (), (kind, value))

// What one source says of one thing.
struct Record {
    Uuid id;
    Uuid ci_id;  // nil for one that belongs to no CI yet
    Uuid source_id;
    SourceKind source_kind = SourceKind::api;
    std::string source_key;
    std::string source_name;
    std::string key;  // the source's own
    std::string class_key;
    Timestamp class_seen_at;
    Words words;
    std::optional<Timestamp> complete_at;  // what was said before it and not again has been taken back
    std::optional<Timestamp> deleted_at;   // a person deleted the thing
    bool stale = false;
    Timestamp seen_at;
    std::vector<Identifier> identifiers;  // as they follow from the words; sorted
};

// The class of such a record was not said but taken over from the CI that a person added something to.
inline constexpr Timestamp assumed{0};
inline bool is_assumed(Record const& record) { return record.class_seen_at == assumed; }

// One observation, its values normalised.
struct Saying {
    std::string class_key;  // empty: nothing said about it
    Timestamp at;
    std::map<std::string, json::bj::value> values;
    bool complete = false;
};

// Takes a saying into the record. Commutative and idempotent: the same sayings in any order make the same record.
void absorb(Record& record, Saying const& saying);

// A value as it comes back from the database, where 1e3 and 1000 are one number.
json::bj::value canonical(json::bj::value value);
std::string text_of(json::bj::value const& value);

// {"<attribute>": {"v", "t"}} for cmdb.records; a word without a time of its own was seen when the record was.
json::Raw written(Words const& words, Timestamp seen_at);
Words read_words(json::Raw const& stored, Timestamp seen_at);

}  // namespace mz::cmdb
