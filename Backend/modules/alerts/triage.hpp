#pragma once
#include "alert.hpp"
#include "incidents/incidents.hpp"

namespace mz::alerts {

// The incident that an alert asks for: a critical alert makes a critical incident, and so on down. Pure, so that it can be read and tested.
incidents::Report incident_of(AlertDetail const& alert);

}  // namespace mz::alerts
