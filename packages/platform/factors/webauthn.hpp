#pragma once
#include "core/text.hpp"

#include <boost/describe.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// The server's half of WebAuthn level 2: what a browser brings back is checked against what was asked for. Signatures and CBOR are
// libfido2's and libcbor's; who the credential belongs to and whether a challenge was used before is for the caller to know.
namespace mz::factors::webauthn {

// Who the passkeys are for: a domain name, and the addresses of the pages that may use them.
struct RelyingParty {
    std::string id;
    std::vector<std::string> origins;
};

enum class Algorithm { es256, eddsa, rs256 };
BOOST_DESCRIBE_ENUM(Algorithm, es256, eddsa, rs256)
int cose_number(Algorithm algorithm);  // as COSE and the browser number it: -7, -8, -257

// What navigator.credentials.create() brought.
struct Registration {
    Bytes client_data;
    Bytes attestation_object;
};
BOOST_DESCRIBE_STRUCT(Registration, (), (client_data, attestation_object))

// What navigator.credentials.get() brought.
struct Assertion {
    Bytes credential_id;
    Bytes client_data;
    Bytes authenticator_data;
    Bytes signature;
};
BOOST_DESCRIBE_STRUCT(Assertion, (), (credential_id, client_data, authenticator_data, signature))

struct Credential {
    Bytes id;
    Bytes public_key;  // as libfido2 keeps it: x and y, x, or n and e
    Algorithm algorithm = Algorithm::es256;
    std::int64_t sign_count = 0;
    bool backed_up = false;  // kept by a provider besides the device, such as a password manager
};

// Each throws Problem(forbidden, "passkey-refused"), saying why, unless type, challenge, origin, relying party, algorithm and signature are
// as they must be and the person was present and verified (UP and UV). `challenge` is what was given to the browser, in base64url.

// An attestation is not asked for, and one that comes nevertheless is not believed: it would tell about the device, not the person.
Credential registered(RelyingParty const& party, std::string_view challenge, Registration const& registration);

// The sign counter as the authenticator says it is now.
std::int64_t asserted(RelyingParty const& party, std::string_view challenge, Assertion const& assertion, std::string_view public_key,
                      Algorithm algorithm);

// Zero on both sides: the authenticator does not count. Anything else has to grow, or there is a copy of the key somewhere.
constexpr bool counter_grew(std::int64_t before, std::int64_t now) { return now > before || (now == 0 && before == 0); }

}  // namespace mz::factors::webauthn
