#pragma once
#include "web/route.hpp"

#include <string>
#include <vector>

namespace mz::scim {

// Named settings, read from the environment in upper case. A worker's services hold them.
struct ScimSettings {
    int scim_page_max = 200;        // resources in one answer; fewer than asked for is what the standard allows
    int scim_operations_max = 100;  // in one PATCH
    int scim_members_max = 1000;    // of a group, named in one request
    int scim_groups_max = 1000;     // of a tenant
    std::size_t scim_body_bytes = 1 << 20;
    int scim_failure_days = 30;  // that a failure is shown which the directory does not try again
};
BOOST_DESCRIBE_STRUCT(ScimSettings, (),
                      (scim_page_max, scim_operations_max, scim_members_max, scim_groups_max, scim_body_bytes, scim_failure_days))

// What the handlers use: the settings, and how directories reach this service.
struct Scim {
    ScimSettings settings;
    std::string public_url;
};

// SCIM 2.0 (RFC 7643, 7644) under /scim/v2, and what the console's page about it asks.
std::vector<web::Route> routes();

}  // namespace mz::scim
