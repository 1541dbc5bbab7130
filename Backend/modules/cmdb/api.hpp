#pragma once
#include "cmdb.hpp"

#include <string>
#include <vector>

// What only the endpoints say and hear.
namespace mz::cmdb {

using WhyText = Text<0, 2000>;

struct AsOf {
    std::optional<Timestamp> as_of;
};
BOOST_DESCRIBE_STRUCT(AsOf, (), (as_of))

// Without a version the CI comes back from deletion as it is; with one, its values or some of them become again what they were, as words
// by hand.
struct CiRestore {
    std::optional<std::int64_t> version;
    std::optional<std::vector<std::string>> attributes;
};
BOOST_DESCRIBE_STRUCT(CiRestore, (), (version, attributes))

struct CiPair {
    Uuid other_id;
    std::optional<WhyText> reason;
};
BOOST_DESCRIBE_STRUCT(CiPair, (), (other_id, reason))

struct DuplicateDismiss {
    Uuid ci_a;
    Uuid ci_b;
    std::optional<WhyText> reason;
};
BOOST_DESCRIBE_STRUCT(DuplicateDismiss, (), (ci_a, ci_b, reason))

// `reasons` is [{"kind", "value", "against", "values"}]: they share `value` of the identifier `kind`, and have the two different `values`
// of `against`, a stronger identifier or class_key.
struct Duplicate {
    Uuid id;
    Uuid ci_a;
    std::string name_a;
    std::string class_a;
    Uuid ci_b;
    std::string name_b;
    std::string class_b;
    json::Raw reasons;
    Timestamp found_at;
};
BOOST_DESCRIBE_STRUCT(Duplicate, (), (id, ci_a, name_a, class_a, ci_b, name_b, class_b, reasons, found_at))

struct CiProvenance {
    std::vector<Provenance> items;
};
BOOST_DESCRIBE_STRUCT(CiProvenance, (), (items))

// What one source says of the thing. `ci_id` is what the record is known by when it is taken out of the CI: for `unmerge`.
struct SourceRecord {
    Uuid id;
    Uuid ci_id;
    Uuid source_id;
    std::string source_kind;
    std::string source_name;
    std::string key;
    std::string class_key;
    json::Raw attributes;  // {"<attribute>": <value>}
    Timestamp first_seen_at;
    Timestamp seen_at;
    bool stale = false;
};
BOOST_DESCRIBE_STRUCT(SourceRecord, (),
                      (id, ci_id, source_id, source_kind, source_name, key, class_key, attributes, first_seen_at, seen_at, stale))

struct SourceRecords {
    std::vector<SourceRecord> items;
};
BOOST_DESCRIBE_STRUCT(SourceRecords, (), (items))

// A state that the CI was in, and how it came about. `changes` is {"<attribute>": {"from", "to", "source", "source_name"}}.
struct CiState {
    Uuid id;  // of the CI
    std::int64_t version = 1;
    Timestamp valid_from;
    std::optional<Timestamp> valid_to;  // none for the present one
    std::string class_key;
    CiName name;
    CiStatus status = CiStatus::in_use;
    bool live = true;
    std::optional<Uuid> merged_into;
    json::Raw attributes;
    json::Raw changes;
    Cause cause = Cause::observed;
    std::optional<Uuid> actor_id;
    std::optional<std::string> actor_name;
    std::optional<Uuid> source_id;
    std::optional<std::string> source_kind;
    std::optional<std::string> source_name;
};
BOOST_DESCRIBE_STRUCT(CiState, (),
                      (id, version, valid_from, valid_to, class_key, name, status, live, merged_into, attributes, changes, cause, actor_id,
                       actor_name, source_id, source_kind, source_name))

struct DiffTimes {
    std::optional<Timestamp> from;  // left out: before it was there
    std::optional<Timestamp> to;    // left out: now
};
BOOST_DESCRIBE_STRUCT(DiffTimes, (), (from, to))

struct Difference {
    std::string attribute;
    json::Raw from;
    json::Raw to;
};
BOOST_DESCRIBE_STRUCT(Difference, (), (attribute, from, to))

struct CiDifference {
    std::vector<Difference> items;
};
BOOST_DESCRIBE_STRUCT(CiDifference, (), (items))

using SourceName = Text<1, 200>;
using QuietHours = Int<1, 87600>;

// `quiet`: it has not said anything for longer than it may; null in quiet_after_hours: its word does not age.
struct CiSource {
    Uuid id;
    std::string kind;
    std::string key;
    SourceName name;
    std::optional<QuietHours> quiet_after_hours;
    bool quiet = false;
    std::int64_t records = 0;
    Timestamp created_at;
    Timestamp seen_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(CiSource, (), (id, kind, key, name, quiet_after_hours, quiet, records, created_at, seen_at, version))

struct CiSourcePatch {
    json::Patched<SourceName> name;
    json::Patched<std::optional<QuietHours>> quiet_after_hours;
};
BOOST_DESCRIBE_STRUCT(CiSourcePatch, (), (name, quiet_after_hours))

// As Observation of cmdb.hpp; without `at` it was seen just now.
struct ProgramObservation {
    Text<1, 200> key;
    std::string class_key;
    std::optional<Timestamp> at;
    AttributeValues attributes;
    std::optional<bool> complete;
};
BOOST_DESCRIBE_STRUCT(ProgramObservation, (), (key, class_key, at, attributes, complete))

struct ProgramObservations {
    std::vector<ProgramObservation> observations;
};
BOOST_DESCRIBE_STRUCT(ProgramObservations, (), (observations))

struct RefusedValue {
    std::string pointer;
    std::string detail;
};
BOOST_DESCRIBE_STRUCT(RefusedValue, (), (pointer, detail))

struct ObservationTaken {
    std::optional<Uuid> record_id;
    std::optional<Uuid> ci_id;  // none where nothing was taken in
    bool changed = false;
    std::vector<RefusedValue> refused;
};
BOOST_DESCRIBE_STRUCT(ObservationTaken, (), (record_id, ci_id, changed, refused))

// In the order of the observations.
struct ObservationsTaken {
    std::vector<ObservationTaken> items;
};
BOOST_DESCRIBE_STRUCT(ObservationsTaken, (), (items))

std::vector<web::Route> item_routes();
std::vector<web::Route> history_routes();
std::vector<web::Route> source_routes();

// As they were at a time; nothing before the CI was there.
Task<std::optional<CiState>> state_at(web::Db& db, Uuid ci, Timestamp at);

}  // namespace mz::cmdb
