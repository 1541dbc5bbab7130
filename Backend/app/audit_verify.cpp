#include "app/audit_verify.hpp"

#include "app/settings.hpp"
#include "audit_chain/command.hpp"
#include "core/config.hpp"

#include <iostream>

namespace mz::backend {
namespace {

struct VerifierSettings {
    config::Required<Secret<std::string>> cloud_jobs_database_url;  // role monozu_jobs
    config::Required<Secret<std::string>> cloud_data_key;
    int audit_unsealed_seconds = 60;
};
BOOST_DESCRIBE_STRUCT(VerifierSettings, (), (cloud_jobs_database_url, cloud_data_key, audit_unsealed_seconds))

}  // namespace

bool audit_verify(std::optional<std::string> const& tenant)
{
    auto const settings = config::load<VerifierSettings>();
    KeyRing const keys(keys_of(*settings.cloud_data_key));
    pg::Blocking connection(*settings.cloud_jobs_database_url);
    audit_chain::VerifySettings const how{std::chrono::seconds(settings.audit_unsealed_seconds)};
    return audit_chain::verify_and_print(std::cout, connection, keys, tenant, how);
}

}  // namespace mz::backend
