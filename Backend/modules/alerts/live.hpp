#pragma once
#include "alert.hpp"
#include "web/route.hpp"

#include <string>
#include <vector>

namespace mz::alerts {

// The statement that tells every Backend process of a new alert, or of one whose state changed. Sent within the change's transaction.
pg::Statement announce_new(Uuid const& tenant, Alert const& alert);
pg::Statement announce_update(Uuid const& tenant, Alert const& alert, Timestamp at);

// /api/ws/security and /api/ws/vpn.
std::vector<web::Route> topics();

}  // namespace mz::alerts
