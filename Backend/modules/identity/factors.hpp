#pragma once
#include "factors/factors.hpp"
#include "factors/offer.hpp"
#include "factors/proof.hpp"
#include "web/route.hpp"

namespace mz::identity {

// Second factors are the platform's; this module has the tables, and says who needs one.
namespace webauthn = factors::webauthn;
using factors::FactorOffer;
using factors::FactorProof;
using factors::Factors;
using factors::FactorSettings;
using factors::Method;
using factors::NewFactor;
using factors::PasskeyName;

// Those of the person that the request's database has entered.
class OwnFactors : public factors::Store {
public:
    explicit OwnFactors(web::Request& rq) : rq_(rq) {}

    Uuid person() const override { return rq_.db.audit().actor.value_or(Uuid{}); }
    Task<std::optional<factors::KeptTotp>> totp() override;
    Task<void> put_totp(factors::TotpPut put) override;
    Task<bool> use_totp(factors::TotpUse use) override;
    Task<bool> use_recovery_code(factors::CodeUse use) override;
    Task<void> put_recovery_codes(factors::CodesCreate codes) override;
    Task<std::optional<factors::KeptPasskey>> passkey(factors::ByCredential credential) override;
    Task<std::vector<Bytes>> credentials() override;
    Task<void> create_passkey(factors::PasskeyCreate passkey) override;
    Task<bool> use_passkey(factors::PasskeyUse use) override;
    Task<void> suspect_passkey(factors::PasskeyUse use) override;

private:
    web::Request& rq_;
};

}  // namespace mz::identity
