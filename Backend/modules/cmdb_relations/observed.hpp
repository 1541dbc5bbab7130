#pragma once
#include "cmdb_model/cmdb_model.hpp"
#include "core/clock.hpp"
#include "core/uuid.hpp"

#include <boost/describe.hpp>

#include <optional>
#include <string>
#include <vector>

namespace mz::cmdb_relations {

// A relation that a source says now, which fits the model, and one that it has said before; records with the CIs that they are of.
struct Said {
    std::string type_key;
    Uuid from_record;
    Uuid from_ci;
    Uuid to_record;
    Uuid to_ci;

    friend bool operator==(Said const&, Said const&) = default;
};
BOOST_DESCRIBE_STRUCT(Said, (), (type_key, from_record, from_ci, to_record, to_ci))

struct Known : Said {
    Uuid id;
    Timestamp seen_at;
    std::optional<Timestamp> ended_at;
};
BOOST_DESCRIBE_STRUCT(Known, (Said), (id, seen_at, ended_at))

struct Difference {
    std::vector<Said> begin;
    std::vector<Uuid> seen_again;
    std::vector<Uuid> end;
};

// What one source's word at `at` changes. `known` are its relations that touch one of the records, those that live and those that ended
// later than `at`: what it said later stands.
Difference difference(std::vector<Said> said, std::vector<Known> const& known, std::vector<Uuid> const& complete_for, Timestamp at,
                      cmdb_model::Model const& model);

// Whether a relation of the type excludes another one of the type at the same from end, or at the same to end.
bool one_per_from(cmdb_model::Cardinality cardinality);
bool one_per_to(cmdb_model::Cardinality cardinality);

}  // namespace mz::cmdb_relations
