#pragma once
#include "core/clock.hpp"
#include "core/secret.hpp"
#include "core/text.hpp"
#include "core/uuid.hpp"
#include "identity/role.hpp"
#include "json/value.hpp"
#include "web/page.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mz::identity {

using AccountName = Text<1, 100>;
using AccountPurpose = Text<0, 500>;

// A program that uses the API. `permissions` is what it may at most: its role's, or its own where it has no role.
struct ServiceAccount {
    Uuid id;
    AccountName name;
    std::string purpose;
    std::optional<Role> role;
    std::optional<Uuid> role_id;
    std::optional<std::string> role_name;
    std::vector<std::string> permissions;
    bool active = true;
    std::int64_t keys = 0;  // that are good now
    std::optional<Timestamp> last_used_at;
    Timestamp created_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(ServiceAccount, (),
                      (id, name, purpose, role, role_id, role_name, permissions, active, keys, last_used_at, created_at, version))

struct ServiceAccountPath {
    Uuid id;
};
BOOST_DESCRIBE_STRUCT(ServiceAccountPath, (), (id))

// With a role, or with permissions of its own: one of the two.
struct ServiceAccountCreate {
    AccountName name;
    std::optional<AccountPurpose> purpose;
    std::optional<Role> role;
    std::optional<Uuid> role_id;
    std::optional<std::vector<PermissionName>> permissions;
};
BOOST_DESCRIBE_STRUCT(ServiceAccountCreate, (), (name, purpose, role, role_id, permissions))

// Whoever gives one of `role`, `role_id` and `permissions` says anew what the account may.
struct ServiceAccountPatch {
    json::Patched<AccountName> name;
    json::Patched<AccountPurpose> purpose;
    json::Patched<std::optional<Role>> role;
    json::Patched<std::optional<Uuid>> role_id;
    json::Patched<std::optional<std::vector<PermissionName>>> permissions;
    json::Patched<bool> active;
};
BOOST_DESCRIBE_STRUCT(ServiceAccountPatch, (), (name, purpose, role, role_id, permissions, active))

// A service account's credential, without the credential itself. `scopes` is what was asked for; what the account may not any more, the
// key may not either.
struct ApiKey {
    Uuid id;
    Uuid service_account_id;
    std::string service_account_name;
    AccountName name;
    std::string hint;  // the characters behind the dot
    std::vector<std::string> scopes;
    Timestamp created_at;
    Timestamp expires_at;
    std::optional<Timestamp> last_used_at;  // to the minute
    std::optional<std::string> last_used_address;
    std::optional<Timestamp> revoked_at;
    std::optional<Uuid> replaced_by;
};
BOOST_DESCRIBE_STRUCT(ApiKey, (),
                      (id, service_account_id, service_account_name, name, hint, scopes, created_at, expires_at, last_used_at,
                       last_used_address, revoked_at, replaced_by))

struct ApiKeyFilter : web::ListQuery {
    std::optional<Uuid> service_account_id;
};
BOOST_DESCRIBE_STRUCT(ApiKeyFilter, (web::ListQuery), (service_account_id))

struct ApiKeyPath {
    Uuid id;
};
BOOST_DESCRIBE_STRUCT(ApiKeyPath, (), (id))

struct ApiKeyCreate {
    Uuid service_account_id;
    AccountName name;
    std::vector<PermissionName> scopes;
    Timestamp expires_at;  // within `api_key_max_days`
};
BOOST_DESCRIBE_STRUCT(ApiKeyCreate, (), (service_account_id, name, scopes, expires_at))

// The old key stays good for so long beside the new one, but never longer than it would have been.
struct ApiKeyRotate {
    Timestamp expires_at;
    Int<0, 31536000> overlap_seconds;  // within `api_key_overlap_max_hours`
};
BOOST_DESCRIBE_STRUCT(ApiKeyRotate, (), (expires_at, overlap_seconds))

// The key is shown this once.
struct ApiKeyCreated : ApiKey {
    Secret<std::string> key;
};
BOOST_DESCRIBE_STRUCT(ApiKeyCreated, (ApiKey), (key))

}  // namespace mz::identity
