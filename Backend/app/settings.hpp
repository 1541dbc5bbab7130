#pragma once
#include "alerts/alerts.hpp"
#include "audit/audit.hpp"
#include "cmdb/cmdb.hpp"
#include "cmdb_import/cmdb_import.hpp"
#include "cmdb_labels/cmdb_labels.hpp"
#include "cmdb_relations/cmdb_relations.hpp"
#include "commands/commands.hpp"
#include "core/config.hpp"
#include "devices/devices.hpp"
#include "identity/factors.hpp"
#include "identity/sign_in.hpp"
#include "inventory/inventory.hpp"
#include "licence/licence.hpp"
#include "mail/settings.hpp"
#include "net/outbound.hpp"
#include "net/server.hpp"
#include "pg/connection.hpp"
#include "scim/scim.hpp"
#include "sso/settings.hpp"
#include "telemetry/telemetry.hpp"
#include "web/app.hpp"

#include <string>
#include <vector>

namespace mz::backend {

// Everything that the Cloud Backend reads from its environment: its own settings and those of the platform and the modules.
struct Settings : net::ServerSettings,
                  net::OutboundSettings,
                  pg::PoolSettings,
                  web::AppSettings,
                  identity::Settings,
                  identity::FactorSettings,
                  licence::Settings,
                  devices::DeviceSettings,
                  alerts::AlertSettings,
                  commands::CommandSettings,
                  telemetry::TelemetrySettings,
                  inventory::InventorySettings,
                  mail::MailSettings,
                  audit::Settings,
                  scim::ScimSettings,
                  sso::Settings,
                  cmdb::CmdbSettings,
                  cmdb_relations::RelationSettings,
                  cmdb_import::ImportSettings,
                  cmdb_labels::LabelSettings {
    Settings()
    {
        http_port = 8000;
        step_up_seconds = 600;
        factor_issuer = "Monozu Cloud";
        management_api_url = "http://127.0.0.1:8080";
    }

    config::Required<Secret<std::string>> cloud_database_url;       // role monozu_app
    config::Required<Secret<std::string>> cloud_jobs_database_url;  // role monozu_jobs
    config::Required<Secret<std::string>> cloud_jwt_secret;  // 32 bytes or more; during a rotation the new and the old one, with a comma
    config::Required<Secret<std::string>> cloud_data_key;    // seals secrets in the database; the same form and the same rotation
    bool jobs_enabled = true;                                // false on a process that only answers requests
};
BOOST_DESCRIBE_STRUCT(Settings,
                      (net::ServerSettings, net::OutboundSettings, pg::PoolSettings, web::AppSettings, identity::Settings,
                       identity::FactorSettings, licence::Settings, devices::DeviceSettings, alerts::AlertSettings,
                       commands::CommandSettings, telemetry::TelemetrySettings, inventory::InventorySettings, mail::MailSettings,
                       audit::Settings, scim::ScimSettings, sso::Settings, cmdb::CmdbSettings, cmdb_relations::RelationSettings,
                       cmdb_import::ImportSettings, cmdb_labels::LabelSettings),
                      (cloud_database_url, cloud_jobs_database_url, cloud_jwt_secret, cloud_data_key, jobs_enabled))

// The keys of a setting that may hold several, with commas between them.
inline std::vector<Secret<std::string>> keys_of(Secret<std::string> const& list)
{
    std::vector<Secret<std::string>> keys;
    for (auto& key : config::detail::split_list(list.reveal())) keys.emplace_back(std::move(key));
    return keys;
}

}  // namespace mz::backend
