#pragma once
#include "audit_chain/keeper.hpp"
#include "core/config.hpp"
#include "factors/factors.hpp"
#include "licences/licences.hpp"
#include "net/outbound.hpp"
#include "net/server.hpp"
#include "oidc/settings.hpp"
#include "operators/operators.hpp"
#include "operators/sso.hpp"
#include "pg/connection.hpp"
#include "tenants/tenants.hpp"
#include "upkeep/upkeep.hpp"
#include "web/app.hpp"

#include <string>
#include <vector>

namespace mz::management {

// Everything that the Management Backend reads from its environment: its own settings and those of the platform and the modules.
struct Settings : net::ServerSettings,
                  net::OutboundSettings,
                  pg::PoolSettings,
                  web::AppSettings,
                  operators::Settings,
                  operators::SsoSettings,
                  factors::FactorSettings,
                  oidc::Settings,
                  licences::Settings,
                  tenants::Settings,
                  upkeep::Settings,
                  audit_chain::KeeperSettings {
    Settings()
    {
        http_port = 8080;
        step_up_seconds = 600;
        factor_issuer = "Monozu Management";
        public_url = "http://127.0.0.1:8080";
        cors_origins = {"http://127.0.0.1:5173", "http://localhost:5173"};
    }

    config::Required<Secret<std::string>> management_database_url;  // role management_app
    config::Required<Secret<std::string>>
        management_jwt_secret;  // 32 bytes or more; during a rotation the new and the old one, with a comma
    config::Required<Secret<std::string>>
        management_data_key;  // seals second factors and signs the audit chain; the same form and the same rotation
};
BOOST_DESCRIBE_STRUCT(Settings,
                      (net::ServerSettings, net::OutboundSettings, pg::PoolSettings, web::AppSettings, operators::Settings,
                       operators::SsoSettings, factors::FactorSettings, oidc::Settings, licences::Settings, tenants::Settings,
                       upkeep::Settings, audit_chain::KeeperSettings),
                      (management_database_url, management_jwt_secret, management_data_key))

// The keys of a setting that may hold several, with commas between them.
inline std::vector<Secret<std::string>> keys_of(Secret<std::string> const& list)
{
    std::vector<Secret<std::string>> keys;
    for (auto& key : config::detail::split_list(list.reveal())) keys.emplace_back(std::move(key));
    return keys;
}

}  // namespace mz::management
