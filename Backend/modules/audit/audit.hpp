#pragma once
#include "audit_chain/keeper.hpp"
#include "web/route.hpp"

#include <memory>
#include <vector>

namespace mz::audit {

// Named settings, read from the environment in upper case.
struct Settings : audit_chain::KeeperSettings {
    int audit_retention_days = 730;    // entries are kept, where a tenant has not said otherwise; never less than 90
    int audit_retention_batch = 1000;  // entries removed in one transaction
};
BOOST_DESCRIBE_STRUCT(Settings, (audit_chain::KeeperSettings), (audit_retention_days, audit_retention_batch))

std::vector<web::Route> routes();

// Removes what is past its tenant's period from the beginning of each chain, and signs where the chain begins now. What does not verify is
// never removed. For audit_chain::Keeper; the role is monozu_jobs.
void forget_old(pg::Blocking& connection, KeyRing const& keys, Settings const& settings);

}  // namespace mz::audit
