#pragma once
#include "factors/store.hpp"
#include "web/route.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mz::factors {

// A secret for an authenticator app; `offer` is the same once more, sealed, and goes back with the first code.
struct TotpOffer {
    std::string offer;
    std::string secret;  // base32, to be typed where no camera is at hand
    std::string uri;     // what the QR code says
};
BOOST_DESCRIBE_STRUCT(TotpOffer, (), (offer, secret, uri))

// What navigator.credentials.create() is called with.
struct PasskeyOffer {
    std::string challenge;
    std::string rp_id;
    std::string rp_name;
    Bytes user_id;
    std::string user_name;
    std::vector<int> algorithms;
    std::vector<Bytes> exclude;  // credentials that the person has already
};
BOOST_DESCRIBE_STRUCT(PasskeyOffer, (), (challenge, rp_id, rp_name, user_id, user_name, algorithms, exclude))

// Either may be taken up; nothing is kept of what is not.
struct FactorOffer {
    TotpOffer totp;
    PasskeyOffer passkey;
};
BOOST_DESCRIBE_STRUCT(FactorOffer, (), (totp, passkey))

struct NewTotp {
    std::string offer;
    std::string code;
};
BOOST_DESCRIBE_STRUCT(NewTotp, (), (offer, code))

struct NewPasskey : webauthn::Registration {
    std::string challenge;
    PasskeyName name;
};
BOOST_DESCRIBE_STRUCT(NewPasskey, (webauthn::Registration), (challenge, name))

// One of the two.
struct NewFactor {
    std::optional<NewTotp> totp;
    std::optional<NewPasskey> passkey;
};
BOOST_DESCRIBE_STRUCT(NewFactor, (), (totp, passkey))

// `challenge` is what a new passkey has to answer. Both want `Factors` and `KeyRing` among the services.
Task<FactorOffer> offer(web::Services& services, Store& store, std::string email, std::string challenge);

// Each adds what was offered, in the request's transaction. A code that is not the app's is a 400 at /totp/code, an offer that is too old
// or somebody else's a 403 `challenge-over`. For a passkey the caller has made sure of its challenge: ours, this person's, not used before.
Task<void> add_totp(web::Services& services, Store& store, NewTotp totp);
Task<void> add_passkey(web::Services& services, Store& store, NewPasskey passkey);

// Ten new ones; those there were are worth nothing any more.
Task<std::vector<std::string>> renew_recovery_codes(Store& store);

}  // namespace mz::factors
