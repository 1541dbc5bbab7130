#include "identity/proof.hpp"

#include "identity_sql.hpp"

#include <algorithm>

namespace mz::identity {

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
    OwnFactors own(rq);
    co_await factors::prove(rq.services, own, std::move(proof), std::move(challenge));
}

}  // namespace mz::identity
