#pragma once
#include "collectors/inventory/items.hpp"
#include "core/clock.hpp"

#include <boost/describe.hpp>

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace mz::edge {

// What was told of a section: a hash of each item, by its key. The Cloud knows this state by its digest.
struct Told {
    Timestamp full_at;  // when all of it was last told
    std::map<std::string, std::string> hashes;

    std::string digest() const;
};
BOOST_DESCRIBE_STRUCT(Told, (), (full_at, hashes))

// How one event changes what was told. Travels with it in the spool.
struct Change {
    Section section = Section::system;
    std::optional<Timestamp> full_at;  // where the event begins anew
    std::map<std::string, std::string> put;
    std::vector<std::string> gone;
};
BOOST_DESCRIBE_STRUCT(Change, (), (section, full_at, put, gone))

void apply(Change const& change, Told& told);

// An event's data, and what it changes; nothing where it only says that all is as it was.
struct Telling {
    std::string data;
    std::optional<Change> change;
};

// The events that bring the Cloud from what was told to `items`, none of them larger than `max_bytes`: one that confirms, or a delta, or
// everything where `told` is nothing. What takes more than one event goes on in deltas that each build on the one before, so that the
// sequence may end after any of them. `at` is when this is told. An item that no event could hold is left out.
std::vector<Telling> tell(Section section, Items items, std::optional<Told> told, std::size_t max_bytes, Timestamp at);

}  // namespace mz::edge
