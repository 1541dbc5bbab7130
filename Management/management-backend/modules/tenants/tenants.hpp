#pragma once
#include "tenants/tenant.hpp"
#include "web/route.hpp"

#include <string>
#include <vector>

namespace mz::tenants {

// Named settings, read from the environment in upper case.
struct Settings {
    std::string cloud_app_url = "http://127.0.0.1:3000";  // where the Cloud's console is, for one-time links
    int owner_setup_seconds = 14 * 24 * 3600;             // how long such a link works
};
BOOST_DESCRIBE_STRUCT(Settings, (), (cloud_app_url, owner_setup_seconds))

// Wants `Settings` in the worker's Services.
std::vector<web::Route> routes();

}  // namespace mz::tenants
