#pragma once
#include "core/secret.hpp"
#include "licensing/document.hpp"
#include "licensing/entitlement.hpp"
#include "web/route.hpp"
#include "web/webhook_signature.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace mz::licence {

// Named settings, read from the environment in upper case.
struct Settings {
    Secret<std::string> cloud_webhook_hmac_secret;  // one or two `whsec_...`, comma-separated; without one every push is refused
    int licence_push_tolerance_seconds = 300;       // between a push's signature and our clock, either way
    std::string management_api_url;                 // empty: nothing is pulled
    Secret<std::string> cloud_internal_api_token;   // during a rotation the new and the old one, with a comma; the first is sent
    int licence_pull_seconds = 300;
    int licence_pull_timeout_seconds = 10;
};
BOOST_DESCRIBE_STRUCT(Settings, (),
                      (cloud_webhook_hmac_secret, licence_push_tolerance_seconds, management_api_url, cloud_internal_api_token,
                       licence_pull_seconds, licence_pull_timeout_seconds))

// In every worker's Services.
struct PushKeys {
    explicit PushKeys(Settings const& settings);
    std::optional<web::WebhookKeys> keys;
    std::chrono::seconds tolerance;
};

// What the tenant's own users see.
struct Licence {
    std::optional<std::string> plan;
    std::vector<licensing::Feature> features;
    std::map<std::string, long long> limits;
    std::map<std::string, long long> in_use;  // of what can be limited, whether or not it is
    std::optional<Timestamp> valid_from;
    std::optional<Timestamp> valid_until;
    licensing::Standing status = licensing::Standing::pending;
};
BOOST_DESCRIBE_STRUCT(Licence, (), (plan, features, limits, in_use, valid_from, valid_until, status))

std::vector<web::Route> routes();

enum class Outcome { created, updated, unchanged };
BOOST_DESCRIBE_ENUM(Outcome, created, updated, unchanged)

// Takes over a document in the tenant that `tx` has entered, unless one of the same or a higher revision is there already.
Task<Outcome> apply(web::Tx& tx, licensing::TenantDocument document);

}  // namespace mz::licence
