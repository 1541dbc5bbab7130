#pragma once
#include "core/secret.hpp"
#include "licensing/document.hpp"
#include "web/route.hpp"

#include <string>
#include <vector>

namespace mz::licences {

// Named settings, read from the environment in upper case.
struct Settings {
    std::string cloud_api_url = "http://127.0.0.1:8000";
    Secret<std::string> cloud_webhook_hmac_secret;  // `whsec_...`; during a rotation the new and the old one, with a comma
    Secret<std::string> cloud_internal_api_token;   // the same; either is accepted
    int push_poll_milliseconds = 500;
    int push_batch = 10;
    int push_timeout_seconds = 10;
    int push_lease_seconds = 120;      // after which a push is taken up again whose worker has died
    int push_retry_first_seconds = 1;  // doubled with every attempt, less a random part
    int push_retry_longest_seconds = 300;
};
BOOST_DESCRIBE_STRUCT(Settings, (),
                      (cloud_api_url, cloud_webhook_hmac_secret, cloud_internal_api_token, push_poll_milliseconds, push_batch,
                       push_timeout_seconds, push_lease_seconds, push_retry_first_seconds, push_retry_longest_seconds))

// What an operator enters. It is valid from now on.
struct LicenseBody {
    licensing::PlanName plan;
    std::vector<licensing::Feature> features;
    licensing::Limits limits;
    Timestamp valid_until;
};
BOOST_DESCRIBE_STRUCT(LicenseBody, (), (plan, features, limits, valid_until))

// Writes a tenant's licence in the caller's transaction. 422 where it would be over already.
Task<void> activate(web::Tx& tx, Uuid tenant, LicenseBody body);

// Puts the tenant into the outbox, in place of whatever is there for it.
Task<void> enqueue(web::Tx& tx, Uuid tenant);

// GET /internal/v1/licenses/{tenant}; wants `Settings` in the worker's Services.
std::vector<web::Route> routes();

}  // namespace mz::licences
