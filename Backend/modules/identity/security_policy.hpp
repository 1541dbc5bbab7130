#pragma once
#include "identity/proof.hpp"
#include "identity/roles.hpp"
#include "json/read.hpp"
#include "web/route.hpp"

namespace mz::identity {

using PolicyMinutes = Int<5, 43200>;  // to thirty days

// What a tenant asks of its people beyond the platform's own rules.
struct SecurityPolicyPut {
    FactorDemand second_factor = FactorDemand::nobody;
    std::vector<Role> roles;                                // whom `roles` means; otherwise remembered and without effect
    std::optional<PolicyMinutes> session_idle_minutes;      // without a sign of life, and the person signs in again
    std::optional<PolicyMinutes> session_absolute_minutes;  // however much they do
};
BOOST_DESCRIBE_STRUCT(SecurityPolicyPut, (), (second_factor, roles, session_idle_minutes, session_absolute_minutes))
void validate(SecurityPolicyPut const& policy, json::Errors& errors, json::Path const& at);

struct SecurityPolicy : SecurityPolicyPut {
    int most_idle_minutes = 0;  // the platform's own limits, which a tenant can only tighten
    int most_absolute_minutes = 0;
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(SecurityPolicy, (SecurityPolicyPut), (most_idle_minutes, most_absolute_minutes, version))

Task<SecurityPolicy> security_policy_get(web::Request& rq);
Task<SecurityPolicy> security_policy_put(web::Request& rq, web::Body<SecurityPolicyPut> body, web::Tx& tx);

}  // namespace mz::identity
