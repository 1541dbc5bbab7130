#pragma once
#include "identity/session.hpp"
#include "identity/webauthn.hpp"
#include "web/route.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mz::identity {

using PasskeyName = Text<1, 100>;

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

struct Enrolment {
    std::string challenge;  // of the problem `second-factor-enrolment-required`
};
BOOST_DESCRIBE_STRUCT(Enrolment, (), (challenge))

struct EnrolmentConfirm : NewFactor {
    std::string challenge;
};
BOOST_DESCRIBE_STRUCT(EnrolmentConfirm, (NewFactor), (challenge))

struct Enrolled {
    Session session;
    std::vector<std::string> recovery_codes;  // shown this once
};
BOOST_DESCRIBE_STRUCT(Enrolled, (), (session, recovery_codes))

// For the person that the request's database has entered.
Task<FactorOffer> offer_factors(web::Request& rq, std::string email);
// Adds what was offered, in the request's transaction. The recovery codes that go with a first factor; none where there are some already.
Task<std::vector<std::string>> add_factor(web::Request& rq, NewFactor factor);
// Ten new ones; those there were are worth nothing any more.
Task<std::vector<std::string>> renew_recovery_codes(web::Request& rq);

// For a log-in that is not finished because a tenant demands a second factor of somebody who has none; public, the challenge is the
// credential, and it adds a first factor only.
Task<FactorOffer> enrolment_offer(web::Request& rq, web::Body<Enrolment> body);
Task<Enrolled> enrolment_confirm(web::Request& rq, web::Body<EnrolmentConfirm> body);

}  // namespace mz::identity
