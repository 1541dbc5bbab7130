#include "identity/proof.hpp"

#include "core/crypto.hpp"
#include "core/key_ring.hpp"
#include "core/log.hpp"
#include "identity/factors.hpp"
#include "identity/recovery_codes.hpp"
#include "identity/totp.hpp"
#include "identity_sql.hpp"

#include <algorithm>

namespace mz::identity {
namespace {

struct TotpRow {
    Bytes secret;
    Timestamp created_at;
    std::optional<Timestamp> last_used_at;
};
BOOST_DESCRIBE_STRUCT(TotpRow, (), (secret, created_at, last_used_at))

struct TotpUse {
    std::int64_t step = 0;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(TotpUse, (), (step, now))

struct CodeUse {
    Bytes hash;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(CodeUse, (), (hash, now))

struct ByCredential {
    Bytes credential_id;
};
BOOST_DESCRIBE_STRUCT(ByCredential, (), (credential_id))

struct PasskeyRow {
    Uuid id;
    Bytes public_key;
    webauthn::Algorithm algorithm = webauthn::Algorithm::es256;
    std::int64_t sign_count = 0;
};
BOOST_DESCRIBE_STRUCT(PasskeyRow, (), (id, public_key, algorithm, sign_count))

struct PasskeyUse {
    Uuid id;
    std::int64_t sign_count = 0;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(PasskeyUse, (), (id, sign_count, now))

Problem wrong(char const* detail) { return Problem(Failure::forbidden, "wrong-proof", detail); }

Task<void> prove_by_code(web::Request& rq, Secret<std::string> code)
{
    auto const row = co_await rq.db.maybe<TotpRow>(sql::totp_get{}, pg::NoArgs{});
    auto const secret = row ? rq.services.get<KeyRing>().open(row->secret, totp::sealed_for) : std::nullopt;
    auto const step = secret ? totp::matching_step(*secret, code.reveal(), now()) : std::nullopt;
    if (!step) throw wrong("The code is wrong.");
    TotpUse const use{*step, now()};
    auto const used = co_await rq.db.maybe<Uuid>(sql::totp_use{}, use);
    if (!used) throw wrong("The code has been used already; wait for the next one.");
}

Task<void> prove_by_recovery_code(web::Request& rq, Secret<std::string> code)
{
    CodeUse const use{recovery_codes::hash(code.reveal()), now()};
    auto const used = co_await rq.db.maybe<Uuid>(sql::recovery_code_use{}, use);
    if (!used) throw wrong("The recovery code is wrong or has been used.");
}

// Outside of the request's transaction, which is about to fail: the suspicion stays, and the audit log tells of it.
Task<void> suspect(web::Request& rq, PasskeyUse use)
{
    auto apart = rq.db.another();
    auto const& entered = rq.db.audit();
    log::warn("passkey refused, its counter has not grown", {{"request_id", rq.http.id}, {"person", entered.actor.value_or(Uuid{})}});
    apart.enter(entered.tenant, web::ActorKind::user, entered.actor);
    apart.audit().changes = R"({"passkey_refused":"counter"})";
    co_await apart.maybe<Uuid>(sql::passkey_suspect{}, use);
}

Task<void> prove_by_passkey(web::Request& rq, webauthn::Assertion assertion, std::string challenge)
{
    ByCredential const by_credential{assertion.credential_id};
    auto const row = co_await rq.db.maybe<PasskeyRow>(sql::passkey_get{}, by_credential);
    if (!row) throw Problem(Failure::forbidden, "passkey-refused", "This passkey is not one of yours.");
    auto const counter = webauthn::asserted(rq.services.get<Factors>().party, challenge, assertion, row->public_key, row->algorithm);
    PasskeyUse const use{row->id, counter, now()};
    bool const grew = webauthn::counter_grew(row->sign_count, counter);
    auto const used = grew ? co_await rq.db.maybe<Uuid>(sql::passkey_use{}, use) : std::nullopt;
    if (used) co_return;
    co_await suspect(rq, use);
    throw Problem(Failure::forbidden, "passkey-refused", "There may be a copy of this passkey; use another one and remove it.");
}

}  // namespace

bool FactorStanding::demands() const
{
    if (second_factor != FactorDemand::roles) return second_factor == FactorDemand::everybody;
    return role && std::ranges::find(roles, *role) != roles.end();
}

std::vector<Method> FactorStanding::methods() const
{
    std::vector<Method> out;
    if (passkey) out.push_back(Method::passkey);
    if (totp) out.push_back(Method::totp);
    if (has_factor() && recovery_code) out.push_back(Method::recovery_code);
    return out;
}

Task<FactorStanding> factor_standing(web::Request& rq)
{
    co_return co_await rq.db.one<FactorStanding>(sql::factor_standing{}, pg::NoArgs{});
}

Task<void> prove(web::Request& rq, FactorProof proof, std::string challenge)
{
    if (proof.code.has_value() + proof.recovery_code.has_value() + proof.assertion.has_value() != 1) {
        throw Problem::invalid("", "needs one of code, recovery_code and assertion");
    }
    auto& factors = rq.services.get<Factors>();
    auto const person = rq.db.audit().actor.value_or(Uuid{}).to_string();
    auto const asked = sha256(challenge);
    factors.by_person.check(person);
    factors.by_challenge.check(asked);
    try {
        if (proof.code) co_await prove_by_code(rq, *proof.code);
        else if (proof.recovery_code) co_await prove_by_recovery_code(rq, *proof.recovery_code);
        else co_await prove_by_passkey(rq, *proof.assertion, challenge);
    } catch (Problem const& problem) {
        if (problem.failure == Failure::forbidden) {
            factors.by_person.failed(person);
            factors.by_challenge.failed(asked);
        }
        throw;
    }
    factors.by_person.succeeded(person);
}

}  // namespace mz::identity
