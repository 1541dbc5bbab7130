#include "identity/enrolment.hpp"

#include "core/crypto.hpp"
#include "core/key_ring.hpp"
#include "identity/admission.hpp"
#include "identity/factors.hpp"
#include "identity/my_factors.hpp"
#include "identity/notice.hpp"
#include "identity/proof.hpp"
#include "identity/recovery_codes.hpp"
#include "identity/totp.hpp"
#include "identity_sql.hpp"
#include "json/read.hpp"
#include "json/write.hpp"
#include "pg/error.hpp"

namespace mz::identity {
namespace {

pg::ConstraintMessage const passkey_taken{"passkey_taken", Failure::conflict, "this passkey has been added already"};

constexpr auto offer_sealed_for = "totp-offer";

struct SealedOffer {
    Uuid person;
    Bytes secret;
    Timestamp expires_at;
};
BOOST_DESCRIBE_STRUCT(SealedOffer, (), (person, secret, expires_at))

struct TotpPut {
    Bytes secret;
    std::int64_t step = 0;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(TotpPut, (), (secret, step, now))

struct PasskeyCreate {
    Uuid id;
    Bytes credential_id;
    Bytes public_key;
    webauthn::Algorithm algorithm = webauthn::Algorithm::es256;
    std::int64_t sign_count = 0;
    bool backed_up = false;
    PasskeyName name;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(PasskeyCreate, (), (id, credential_id, public_key, algorithm, sign_count, backed_up, name, now))

struct CodesCreate {
    std::vector<Bytes> hashes;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(CodesCreate, (), (hashes, now))

Uuid person_of(web::Request const& rq) { return rq.db.audit().actor.value_or(Uuid{}); }

Task<void> add_totp(web::Request& rq, NewTotp totp)
{
    auto const& keys = rq.services.get<KeyRing>();
    auto const box = base64url_decode(totp.offer);
    auto const plain = box ? keys.open(*box, offer_sealed_for) : std::nullopt;
    auto const offer = plain ? json::read_text<SealedOffer>(*plain) : SealedOffer{};
    if (!plain || offer.person != person_of(rq) || offer.expires_at <= now()) {
        throw Problem(Failure::forbidden, "challenge-over", "This took too long; start again.");
    }
    auto const step = totp::matching_step(offer.secret, totp.code, now());
    if (!step) throw Problem::invalid("/totp/code", "is not the code that the app shows now");
    TotpPut const put{keys.seal(offer.secret, totp::sealed_for), *step, now()};
    co_await rq.db.maybe<Uuid>(sql::totp_put{}, put);
}

Task<void> add_passkey(web::Request& rq, NewPasskey passkey)
{
    auto& factors = rq.services.get<Factors>();
    auto const challenge = open_challenge(rq, passkey.challenge, Purpose::registration);
    if (challenge.person != person_of(rq)) throw Problem(Failure::forbidden, "passkey-refused", "The passkey was made for somebody else.");
    co_await spend(rq, passkey.challenge, challenge.expires_at);
    auto const held = co_await passkeys_of(rq);
    if (held.size() >= static_cast<std::size_t>(factors.settings.passkeys_per_person)) {
        throw Problem(Failure::conflict, "too-many-passkeys", "Remove a passkey that is not used any more first.");
    }
    auto made = webauthn::registered(factors.party, passkey.challenge, passkey);
    PasskeyCreate const create{Uuid::v7(),      std::move(made.id), std::move(made.public_key), made.algorithm,
                               made.sign_count, made.backed_up,     std::move(passkey.name),    now()};
    co_await rq.db.run(sql::passkey_create{}, create);
}

}  // namespace

Task<FactorOffer> offer_factors(web::Request& rq, std::string email)
{
    auto& factors = rq.services.get<Factors>();
    auto const& settings = factors.settings;
    FactorOffer out;
    SealedOffer const sealed{person_of(rq), Bytes(totp::make_secret()), now() + std::chrono::seconds(settings.factor_challenge_seconds)};
    out.totp = {base64url(rq.services.get<KeyRing>().seal(json::write(sealed), offer_sealed_for)), totp::base32(sealed.secret),
                totp::uri(sealed.secret, settings.factor_issuer, email)};
    Challenge challenge;
    challenge.purpose = Purpose::registration;
    challenge.person = person_of(rq);
    auto& passkey = out.passkey;
    passkey.challenge = issue(rq, challenge);
    passkey.rp_id = factors.party.id;
    passkey.rp_name = settings.factor_issuer;
    passkey.user_id = Bytes(std::string(reinterpret_cast<char const*>(sealed.person.bytes.data()), sealed.person.bytes.size()));
    passkey.user_name = std::move(email);
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<webauthn::Algorithm>>(
        [&](auto algorithm) { passkey.algorithms.push_back(webauthn::cose_number(algorithm.value)); });
    for (auto const& held : co_await passkeys_of(rq)) passkey.exclude.push_back(held.credential_id);
    co_return out;
}

Task<std::vector<std::string>> renew_recovery_codes(web::Request& rq)
{
    auto codes = recovery_codes::make();
    CodesCreate create{{}, now()};
    for (auto const& code : codes) create.hashes.push_back(recovery_codes::hash(code));
    co_await rq.db.run(sql::recovery_codes_delete{}, pg::NoArgs{});
    co_await rq.db.run(sql::recovery_codes_create{}, create);
    co_return codes;
}

Task<std::vector<std::string>> add_factor(web::Request& rq, NewFactor factor)
{
    if (factor.totp.has_value() == factor.passkey.has_value()) throw Problem::invalid("", "needs one of totp and passkey");
    bool const totp = factor.totp.has_value();
    if (totp) co_await add_totp(rq, *factor.totp);
    else co_await add_passkey(rq, *factor.passkey);
    rq.db.audit().changes = totp ? R"({"added":"totp"})" : R"({"added":"passkey"})";
    co_await notify(rq, totp ? mail::FactorChange::authenticator_added : mail::FactorChange::passkey_added);
    auto const standing = co_await factor_standing(rq);
    if (standing.recovery_code) co_return std::vector<std::string>();
    co_return co_await renew_recovery_codes(rq);
}

Task<FactorOffer> enrolment_offer(web::Request& rq, web::Body<Enrolment> body)
{
    auto const challenge = open_challenge(rq, body->challenge, Purpose::enrolment);
    enter_unproved(rq, *challenge.person, *challenge.tenant);
    co_return co_await offer_factors(rq, co_await email_of(rq));
}

Task<Enrolled> enrolment_confirm(web::Request& rq, web::Body<EnrolmentConfirm> body)
{
    auto const challenge = open_challenge(rq, body->challenge, Purpose::enrolment);
    auto const membership = co_await membership_in(rq, *challenge.person, *challenge.tenant);
    enter_unproved(rq, *challenge.person, *challenge.tenant);
    co_await rq.db.begin();
    co_await spend(rq, body->challenge, challenge.expires_at);
    auto const standing = co_await factor_standing(rq);
    if (standing.has_factor()) throw Problem(Failure::conflict, "has-second-factor", "You have a second factor; sign in with it.");
    Enrolled enrolled;
    enrolled.recovery_codes = co_await add_factor(rq, body.value);
    Admission const admission{*challenge.person, membership, true, now(), challenge.left};
    enrolled.session = co_await admit(rq, admission);
    co_return enrolled;
}

}  // namespace mz::identity
