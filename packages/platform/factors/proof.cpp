#include "factors/proof.hpp"

#include "core/crypto.hpp"
#include "core/key_ring.hpp"
#include "core/log.hpp"
#include "factors/factors.hpp"
#include "factors/recovery_codes.hpp"
#include "factors/totp.hpp"

namespace mz::factors {
namespace {

Problem wrong(char const* detail) { return Problem(Failure::forbidden, "wrong-proof", detail); }

Task<void> prove_by_code(web::Services& services, Store& store, Secret<std::string> code)
{
    auto const kept = co_await store.totp();
    auto const secret = kept ? services.get<KeyRing>().open(kept->secret, totp::sealed_for) : std::nullopt;
    auto const step = secret ? totp::matching_step(*secret, code.reveal(), now()) : std::nullopt;
    if (!step) throw wrong("The code is wrong.");
    TotpUse const use{*step, now()};
    bool const used = co_await store.use_totp(use);
    if (!used) throw wrong("The code has been used already; wait for the next one.");
}

Task<void> prove_by_recovery_code(Store& store, Secret<std::string> code)
{
    CodeUse const use{recovery_codes::hash(code.reveal()), now()};
    bool const used = co_await store.use_recovery_code(use);
    if (!used) throw wrong("The recovery code is wrong or has been used.");
}

Task<void> prove_by_passkey(web::Services& services, Store& store, webauthn::Assertion assertion, std::string challenge)
{
    ByCredential const by_credential{assertion.credential_id};
    auto const kept = co_await store.passkey(by_credential);
    if (!kept) throw Problem(Failure::forbidden, "passkey-refused", "This passkey is not one of yours.");
    auto const counter = webauthn::asserted(services.get<Factors>().party, challenge, assertion, kept->public_key, kept->algorithm);
    PasskeyUse const use{kept->id, counter, now()};
    bool const grew = webauthn::counter_grew(kept->sign_count, counter);
    bool const used = grew && co_await store.use_passkey(use);
    if (used) co_return;
    log::warn("passkey refused, its counter has not grown", {{"person", store.person()}});
    co_await store.suspect_passkey(use);
    throw Problem(Failure::forbidden, "passkey-refused", "There may be a copy of this passkey; use another one and remove it.");
}

}  // namespace

char const* shown(FactorProof const& proof)
{
    return proof.code ? R"({"method":"totp"})" : proof.recovery_code ? R"({"method":"recovery_code"})" : R"({"method":"passkey"})";
}

Task<void> prove(web::Services& services, Store& store, FactorProof proof, std::string challenge)
{
    if (proof.code.has_value() + proof.recovery_code.has_value() + proof.assertion.has_value() != 1) {
        throw Problem::invalid("", "needs one of code, recovery_code and assertion");
    }
    auto& factors = services.get<Factors>();
    auto const person = store.person().to_string();
    auto const asked = sha256(challenge);
    factors.by_person.check(person);
    factors.by_challenge.check(asked);
    try {
        if (proof.code) co_await prove_by_code(services, store, *proof.code);
        else if (proof.recovery_code) co_await prove_by_recovery_code(store, *proof.recovery_code);
        else co_await prove_by_passkey(services, store, *proof.assertion, challenge);
    } catch (Problem const& problem) {
        if (problem.failure == Failure::forbidden) {
            factors.by_person.failed(person);
            factors.by_challenge.failed(asked);
        }
        throw;
    }
    factors.by_person.succeeded(person);
}

}  // namespace mz::factors
