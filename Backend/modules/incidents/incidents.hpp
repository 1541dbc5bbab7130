#pragma once
#include "incident.hpp"
#include "web/route.hpp"

#include <optional>
#include <vector>

namespace mz::incidents {

std::vector<web::Route> routes();

// What another module reports as an incident. The reporter is the transaction's actor.
struct Report {
    Title title;
    Description description;
    Level impact = Level::low;
    Level urgency = Level::low;
    std::optional<Uuid> alert_id;  // an alert becomes an incident once; the second time is Problem(conflict)
};

// Opens an incident with the tenant's next number, inside the caller's transaction.
Task<Incident> open(web::Tx& tx, Report report);

}  // namespace mz::incidents
