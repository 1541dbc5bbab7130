#pragma once
#include "factors/store.hpp"

#include <boost/describe.hpp>

#include <optional>
#include <string>
#include <vector>

namespace mz::factors {

// One of a person's passkeys. The credential's id is for the browser, which must not make a second one on the same authenticator.
struct Passkey {
    Uuid id;
    std::string name;
    webauthn::Algorithm algorithm = webauthn::Algorithm::es256;
    bool backed_up = false;
    Timestamp created_at;
    std::optional<Timestamp> last_used_at;
    std::optional<Timestamp> suspected_at;  // there may be a copy: it was refused then
    Bytes credential_id;
};
BOOST_DESCRIBE_STRUCT(Passkey, (), (id, name, algorithm, backed_up, created_at, last_used_at, suspected_at, credential_id))

struct AuthenticatorApp {
    Timestamp created_at;
    std::optional<Timestamp> last_used_at;
};
BOOST_DESCRIBE_STRUCT(AuthenticatorApp, (), (created_at, last_used_at))

// What a person has besides the password, as they see it themselves.
struct MyFactors {
    std::optional<AuthenticatorApp> totp;
    std::vector<Passkey> passkeys;
    std::int64_t recovery_codes_left = 0;
    bool required = false;  // this person has to have one
    std::string rp_id;      // the domain that passkeys belong to; a page elsewhere cannot use them
};
BOOST_DESCRIBE_STRUCT(MyFactors, (), (totp, passkeys, recovery_codes_left, required, rp_id))

struct RecoveryCodes {
    std::vector<std::string> recovery_codes;  // shown this once; empty where none were made
};
BOOST_DESCRIBE_STRUCT(RecoveryCodes, (), (recovery_codes))

struct PasskeyPath {
    Uuid id;
};
BOOST_DESCRIBE_STRUCT(PasskeyPath, (), (id))

struct PasskeyPatch {
    PasskeyName name;
};
BOOST_DESCRIBE_STRUCT(PasskeyPatch, (), (name))

}  // namespace mz::factors
