#pragma once
#include "sso/attempts.hpp"
#include "sso/joining.hpp"
#include "web/route.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mz::sso {

struct TrialClaim {
    std::string name;
    std::vector<std::string> values;
};
BOOST_DESCRIBE_STRUCT(TrialClaim, (), (name, values))

// What a test sign-in brought. `good`: the provider's word could be believed, so the connection may be enabled; whether this very person
// would get in is another matter, which `verdict` says.
struct Trial {
    Uuid connection_id;
    bool good = false;
    std::optional<std::string> failed;  // the problem's slug: oidc-token-refused ..
    std::optional<std::string> check;   // what exactly failed: client_secret, nonce ..
    std::optional<std::string> detail;  // and what to do about it
    std::vector<TrialClaim> claims;
    std::optional<Verdict> verdict;
    std::optional<Role> role;
    std::optional<Uuid> role_id;
    std::optional<RoleMapping> mapping;
    bool groups_overage = false;  // the provider left the groups out, because there are too many
    bool second_factor = false;   // and says that it asked for one
    bool says_when = false;       // the person signed in: without it nobody can prove themselves once more by it
};
BOOST_DESCRIBE_STRUCT(Trial, (),
                      (connection_id, good, failed, check, detail, claims, verdict, role, role_id, mapping, groups_overage, second_factor,
                       says_when))

// "Test this": the whole sign-in, but for the session at its end.
Task<Started> trial_start(web::Request& rq, web::Path<ConnectionPath> path);
Task<Trial> trial_finish(web::Request& rq, web::Body<Callback> body);

}  // namespace mz::sso
