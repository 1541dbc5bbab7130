#pragma once
#include "identity/account_rights.hpp"
#include "identity/api_key.hpp"
#include "web/route.hpp"

namespace mz::identity {

// A service account as the statements of this module select it.
struct AccountRow : AccountRights {
    Uuid id;
    AccountName name;
    std::string purpose;
    std::optional<Uuid> role_id;
    bool active = true;
    std::int64_t keys = 0;
    std::optional<Timestamp> last_used_at;
    Timestamp created_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(AccountRow, (AccountRights), (id, name, purpose, role_id, active, keys, last_used_at, created_at, version))

struct AccountAt {
    Uuid id;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(AccountAt, (), (id, now))

// The programs that use the API on the tenant's behalf.
std::vector<web::Route> service_account_routes();

}  // namespace mz::identity
