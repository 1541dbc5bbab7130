#include "operators/factors.hpp"

#include "operators/challenge.hpp"
#include "operators/operators.hpp"
#include "operators_sql.hpp"
#include "pg/error.hpp"

namespace mz::operators {
namespace {

pg::ConstraintMessage const passkey_taken{"passkey_taken", Failure::conflict, "this passkey has been added already"};

}  // namespace

Task<std::optional<factors::KeptTotp>> OwnFactors::totp()
{
    co_return co_await rq_.db.maybe<factors::KeptTotp>(sql::totp_get{}, pg::NoArgs{});
}

Task<void> OwnFactors::put_totp(factors::TotpPut put) { co_await rq_.db.maybe<Uuid>(sql::totp_put{}, put); }

Task<bool> OwnFactors::use_totp(factors::TotpUse use)
{
    auto const used = co_await rq_.db.maybe<Uuid>(sql::totp_use{}, use);
    co_return used.has_value();
}

Task<bool> OwnFactors::use_recovery_code(factors::CodeUse use)
{
    auto const used = co_await rq_.db.maybe<Uuid>(sql::recovery_code_use{}, use);
    co_return used.has_value();
}

Task<void> OwnFactors::put_recovery_codes(factors::CodesCreate codes)
{
    co_await rq_.db.run(sql::recovery_codes_delete{}, pg::NoArgs{});
    co_await rq_.db.run(sql::recovery_codes_create{}, codes);
}

Task<std::optional<factors::KeptPasskey>> OwnFactors::passkey(factors::ByCredential credential)
{
    co_return co_await rq_.db.maybe<factors::KeptPasskey>(sql::passkey_get{}, credential);
}

Task<std::vector<Bytes>> OwnFactors::credentials()
{
    std::vector<Bytes> out;
    for (auto& held : co_await rq_.db.all<factors::Passkey>(sql::passkey_list{}, pg::NoArgs{}))
        out.push_back(std::move(held.credential_id));
    co_return out;
}

Task<void> OwnFactors::create_passkey(factors::PasskeyCreate passkey) { co_await rq_.db.run(sql::passkey_create{}, passkey); }

Task<bool> OwnFactors::use_passkey(factors::PasskeyUse use)
{
    auto const used = co_await rq_.db.maybe<Uuid>(sql::passkey_use{}, use);
    co_return used.has_value();
}

Task<void> OwnFactors::suspect_passkey(factors::PasskeyUse use)
{
    auto apart = rq_.db.another();
    apart.enter(std::nullopt, web::ActorKind::user, person());
    apart.audit().changes = R"({"passkey_refused":"counter"})";
    co_await apart.maybe<Uuid>(sql::passkey_suspect{}, use);
}

std::vector<factors::Method> FactorStanding::methods() const
{
    std::vector<factors::Method> out;
    if (passkey) out.push_back(factors::Method::passkey);
    if (totp) out.push_back(factors::Method::totp);
    if (has_factor() && recovery_code) out.push_back(factors::Method::recovery_code);
    return out;
}

Task<FactorStanding> factor_standing(web::Request& rq)
{
    co_return co_await rq.db.one<FactorStanding>(sql::factor_standing{}, pg::NoArgs{});
}

Task<factors::FactorOffer> offer_factors(web::Request& rq, std::string email)
{
    OwnFactors own(rq);
    Challenge challenge;
    challenge.purpose = Purpose::registration;
    challenge.operator_id = own.person();
    co_return co_await factors::offer(rq.services, own, std::move(email), issue(rq, challenge));
}

Task<std::vector<std::string>> add_factor(web::Request& rq, factors::NewFactor factor)
{
    if (factor.totp.has_value() == factor.passkey.has_value()) throw Problem::invalid("", "needs one of totp and passkey");
    OwnFactors own(rq);
    if (factor.totp) {
        co_await factors::add_totp(rq.services, own, *factor.totp);
    } else {
        auto const challenge = open_challenge(rq, factor.passkey->challenge, Purpose::registration);
        if (challenge.operator_id != own.person()) {
            throw Problem(Failure::forbidden, "passkey-refused", "The passkey was made for somebody else.");
        }
        co_await spend(rq, factor.passkey->challenge, challenge.expires_at);
        co_await factors::add_passkey(rq.services, own, *factor.passkey);
    }
    rq.db.audit().changes = factor.totp ? R"({"added":"totp"})" : R"({"added":"passkey"})";
    auto const standing = co_await factor_standing(rq);
    if (standing.recovery_code) co_return std::vector<std::string>();
    co_return co_await factors::renew_recovery_codes(own);
}

}  // namespace mz::operators
