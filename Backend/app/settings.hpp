#pragma once
#include "core/config.hpp"
#include "net/server.hpp"
#include "pg/connection.hpp"
#include "web/app.hpp"

#include <string>

namespace mz::backend {

// Everything that the Cloud Backend reads from its environment; the platform's own settings are inherited. See README.md for the table.
struct Settings : net::ServerSettings, pg::PoolSettings, web::AppSettings {
    Settings() { http_port = 8000; }

    config::Required<Secret<std::string>> cloud_database_url;       // role monozu_app
    config::Required<Secret<std::string>> cloud_jobs_database_url;  // role monozu_jobs
    config::Required<Secret<std::string>> cloud_jwt_secret;         // 32 bytes or more; during a rotation the new and the old one, with a comma
    config::Required<Secret<std::string>> cloud_internal_api_token;
    config::Required<Secret<std::string>> cloud_webhook_hmac_secret;
    std::string management_api_url = "http://127.0.0.1:8080";
    std::string cloud_app_url = "http://127.0.0.1:3000";  // where the SPA is, for links
    bool jobs_enabled = true;                               // false on a process that only answers requests
};
BOOST_DESCRIBE_STRUCT(Settings, (net::ServerSettings, pg::PoolSettings, web::AppSettings),
                      (cloud_database_url, cloud_jobs_database_url, cloud_jwt_secret, cloud_internal_api_token, cloud_webhook_hmac_secret,
                       management_api_url, cloud_app_url, jobs_enabled))

}  // namespace mz::backend
