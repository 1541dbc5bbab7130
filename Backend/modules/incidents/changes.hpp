#pragma once
#include "incident.hpp"
#include "web/route.hpp"

#include <optional>
#include <string>

namespace mz::incidents {

// {"<field>": {"from": .., "to": ..}} of what a person would call different; nothing where all is the same.
std::optional<json::Raw> difference(Incident const& before, Incident const& after);

// Stores `after` over the locked `before` with its timeline entry, in one round trip. Returns it as stored, with its new version.
Task<Incident> save(web::Tx& tx, Incident before, Incident after, TimelineKind kind, std::optional<std::string> body);

// An entry without a change of the incident. Returns its id.
Task<Uuid> note(web::Tx& tx, Uuid incident, TimelineKind kind, Timestamp at, std::optional<std::string> body);

}  // namespace mz::incidents
