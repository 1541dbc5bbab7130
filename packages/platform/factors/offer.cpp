#include "factors/offer.hpp"

#include "core/crypto.hpp"
#include "core/key_ring.hpp"
#include "factors/factors.hpp"
#include "factors/recovery_codes.hpp"
#include "factors/totp.hpp"
#include "json/read.hpp"
#include "json/write.hpp"

namespace mz::factors {
namespace {

constexpr auto offer_sealed_for = "totp-offer";

struct SealedOffer {
    Uuid person;
    Bytes secret;
    Timestamp expires_at;
};
BOOST_DESCRIBE_STRUCT(SealedOffer, (), (person, secret, expires_at))

}  // namespace

Task<FactorOffer> offer(web::Services& services, Store& store, std::string email, std::string challenge)
{
    auto& factors = services.get<Factors>();
    auto const& settings = factors.settings;
    FactorOffer out;
    SealedOffer const sealed{store.person(), Bytes(totp::make_secret()), now() + std::chrono::seconds(settings.factor_challenge_seconds)};
    out.totp = {base64url(services.get<KeyRing>().seal(json::write(sealed), offer_sealed_for)), totp::base32(sealed.secret),
                totp::uri(sealed.secret, settings.factor_issuer, email)};
    auto& passkey = out.passkey;
    passkey.challenge = std::move(challenge);
    passkey.rp_id = factors.party.id;
    passkey.rp_name = settings.factor_issuer;
    passkey.user_id = Bytes(std::string(reinterpret_cast<char const*>(sealed.person.bytes.data()), sealed.person.bytes.size()));
    passkey.user_name = std::move(email);
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<webauthn::Algorithm>>(
        [&](auto algorithm) { passkey.algorithms.push_back(webauthn::cose_number(algorithm.value)); });
    passkey.exclude = co_await store.credentials();
    co_return out;
}

Task<void> add_totp(web::Services& services, Store& store, NewTotp totp)
{
    auto const& keys = services.get<KeyRing>();
    auto const box = base64url_decode(totp.offer);
    auto const plain = box ? keys.open(*box, offer_sealed_for) : std::nullopt;
    auto const offer = plain ? json::read_text<SealedOffer>(*plain) : SealedOffer{};
    if (!plain || offer.person != store.person() || offer.expires_at <= now()) {
        throw Problem(Failure::forbidden, "challenge-over", "This took too long; start again.");
    }
    auto const step = totp::matching_step(offer.secret, totp.code, now());
    if (!step) throw Problem::invalid("/totp/code", "is not the code that the app shows now");
    TotpPut const put{keys.seal(offer.secret, totp::sealed_for), *step, now()};
    co_await store.put_totp(put);
}

Task<void> add_passkey(web::Services& services, Store& store, NewPasskey passkey)
{
    auto& factors = services.get<Factors>();
    auto const held = co_await store.credentials();
    if (held.size() >= static_cast<std::size_t>(factors.settings.passkeys_per_person)) {
        throw Problem(Failure::conflict, "too-many-passkeys", "Remove a passkey that is not used any more first.");
    }
    auto made = webauthn::registered(factors.party, passkey.challenge, passkey);
    PasskeyCreate const create{Uuid::v7(),      std::move(made.id), std::move(made.public_key), made.algorithm,
                               made.sign_count, made.backed_up,     std::move(passkey.name),    now()};
    co_await store.create_passkey(create);
}

Task<std::vector<std::string>> renew_recovery_codes(Store& store)
{
    auto codes = recovery_codes::make();
    CodesCreate create{{}, now()};
    for (auto const& code : codes) create.hashes.push_back(recovery_codes::hash(code));
    co_await store.put_recovery_codes(create);
    co_return codes;
}

}  // namespace mz::factors
