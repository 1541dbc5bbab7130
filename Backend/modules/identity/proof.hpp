#pragma once
#include "identity/factors.hpp"
#include "web/route.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mz::identity {

// What the acting person has, and what the entered tenant asks of its people.
enum class FactorDemand { nobody, roles, everybody };
BOOST_DESCRIBE_ENUM(FactorDemand, nobody, roles, everybody)

struct FactorStanding {
    bool totp = false;
    bool passkey = false;
    bool recovery_code = false;
    FactorDemand second_factor = FactorDemand::nobody;
    std::vector<std::string> roles;
    std::optional<std::string> role;  // the person's own here; `custom` stands for every role of the tenant's making
    std::optional<int> session_absolute_minutes;

    // A recovery code alone is no factor: it stands in for one.
    bool has_factor() const { return totp || passkey; }
    bool demands() const;
    // In the order in which they are offered.
    std::vector<Method> methods() const;
};
BOOST_DESCRIBE_STRUCT(FactorStanding, (), (totp, passkey, recovery_code, second_factor, roles, role, session_absolute_minutes))

// Of the person that the request's database has entered.
Task<FactorStanding> factor_standing(web::Request& rq);

// `factors::prove` for the person that the request's transaction has entered.
Task<void> prove(web::Request& rq, FactorProof proof, std::string challenge);

}  // namespace mz::identity
