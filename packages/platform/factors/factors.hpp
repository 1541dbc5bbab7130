#pragma once
#include "factors/webauthn.hpp"
#include "web/throttle.hpp"

#include <boost/describe.hpp>

#include <string>
#include <vector>

namespace mz::factors {

// Named settings, read from the environment in upper case.
struct FactorSettings {
    int factor_challenge_seconds = 300;        // to answer what a log-in or a step-up asks for
    int factor_challenge_failures = 5;         // wrong answers to one challenge
    int factor_failures = 10;                  // wrong answers of one person in a row, before they have to wait
    int factor_failure_seconds = 30;           // until one more answer is allowed; never a lock for good
    int passkeys_per_person = 20;              // more would be a mistake
    std::string passkey_rp_id;                 // a domain name; by default that of the first origin that has one
    std::vector<std::string> passkey_origins;  // the pages that may use passkeys; by default CORS_ORIGINS
    std::string factor_issuer;                 // the product's name, as that authenticator apps and passkey dialogs show it
};
BOOST_DESCRIBE_STRUCT(FactorSettings, (),
                      (factor_challenge_seconds, factor_challenge_failures, factor_failures, factor_failure_seconds, passkeys_per_person,
                       passkey_rp_id, passkey_origins, factor_issuer))

// What second factors need besides the database: one a process, in every worker's Services.
struct Factors {
    // `pages` are the origins that the SPA is served from, for settings that name none.
    Factors(FactorSettings settings, std::vector<std::string> const& pages);

    FactorSettings settings;
    webauthn::RelyingParty party;
    web::Throttle by_person;
    web::Throttle by_challenge;
};

// The host of an origin: "localhost" of "http://localhost:3000".
std::string host_of(std::string const& origin);

}  // namespace mz::factors
