#pragma once
#include "record.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

// Which records are of the same thing. Pure: it depends on the set of records, the model and the decisions of people, and on nothing else;
// neither on ids nor on the order in which anything arrived.
namespace mz::cmdb {

enum class Verdict { same, distinct };
BOOST_DESCRIBE_ENUM(Verdict, same, distinct)

// What a person decided of two records.
struct Decision {
    Uuid record_a;
    Uuid record_b;
    Verdict verdict = Verdict::same;
};

// Why two groups that share the identifier {kind, value} are kept apart: they have different `values` for `against`, a stronger identifier
// or "class_key".
struct Reason {
    std::string kind;
    std::string value;
    std::string against;
    std::vector<std::string> values;
    friend auto operator<=>(Reason const&, Reason const&) = default;
};
BOOST_DESCRIBE_STRUCT(Reason, (), (kind, value, against, values))

// Two groups, by their places, that a person should look at. a < b.
struct Conflict {
    std::size_t a = 0;
    std::size_t b = 0;
    std::vector<Reason> reasons;
};

using Group = std::vector<std::size_t>;  // places in the records given, ordered by the records' content
struct Partition {
    std::vector<Group> groups;
    std::vector<Conflict> conflicts;
};

// First groups are formed by identifiers, from the strongest rule to the weakest and value by value. Two groups that hold the same value
// become one, unless a person has decided on records of theirs, their classes exclude each other, or they have different values for a
// stronger identifier of which a thing has only one. Then decisions that records are the same join whole groups: so a merge never changes
// anything inside of what it joins, and taking it back leaves what was before.
Partition partition(std::span<Record const> records, Model const& model, std::vector<Decision> const& decisions);

// For each rule of the record's class that it has all attributes of, what it can be recognised by; of a list each element, of several
// attributes their values as a JSON array. Letters are lower-case. Sorted.
std::vector<Identifier> identifiers_of(Record const& record, Model const& model);

// Of the records of whole components, those that leave a CI when `other`, a record of it, is taken out of the one that `kept` belongs to:
// when they were merged by a decision, what came with that merge; otherwise what is recognised by identifiers of `other` rather than by
// those of `kept`.
std::vector<std::size_t> other_side(std::span<Record const> records, Model const& model, std::vector<Decision> const& decisions, Uuid kept,
                                    Uuid other);

}  // namespace mz::cmdb
