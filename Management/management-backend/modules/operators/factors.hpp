#pragma once
#include "factors/factors.hpp"
#include "factors/mine.hpp"
#include "factors/offer.hpp"
#include "factors/proof.hpp"
#include "web/route.hpp"

#include <string>
#include <vector>

namespace mz::operators {

// The factors of the operator that the request's database has entered.
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

struct FactorStanding {
    bool totp = false;
    bool passkey = false;
    bool recovery_code = false;

    // A recovery code alone is no factor: it stands in for one.
    bool has_factor() const { return totp || passkey; }
    // In the order in which they are offered.
    std::vector<factors::Method> methods() const;
};
BOOST_DESCRIBE_STRUCT(FactorStanding, (), (totp, passkey, recovery_code))

// Of the operator that the request's database has entered; so are the next two.
Task<FactorStanding> factor_standing(web::Request& rq);
Task<factors::FactorOffer> offer_factors(web::Request& rq, std::string email);
// In the request's transaction. The recovery codes that go with a first factor; none where there are some already.
Task<std::vector<std::string>> add_factor(web::Request& rq, factors::NewFactor factor);

Task<factors::MyFactors> factors_get(web::Request& rq);
Task<factors::FactorOffer> factor_offer(web::Request& rq);
Task<factors::RecoveryCodes> factor_create(web::Request& rq, web::Body<factors::NewFactor> body, web::Tx& tx);
Task<factors::RecoveryCodes> recovery_codes_renew(web::Request& rq, web::Tx& tx);
Task<void> totp_delete(web::Request& rq, web::Tx& tx);
Task<void> passkey_rename(web::Request& rq, web::Path<factors::PasskeyPath> path, web::Body<factors::PasskeyPatch> body);
Task<void> passkey_delete(web::Request& rq, web::Path<factors::PasskeyPath> path, web::Tx& tx);

}  // namespace mz::operators
