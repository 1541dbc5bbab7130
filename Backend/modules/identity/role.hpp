#pragma once
#include "core/clock.hpp"
#include "core/text.hpp"
#include "core/uuid.hpp"
#include "identity/roles.hpp"
#include "json/value.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mz::identity {

using RoleName = Text<1, 100>;
using RoleDescription = Text<0, 500>;
using PermissionName = Text<1, 100>;

// A role that somebody can be given: a built-in one, without an id, or one of the tenant's own. `people` and `service_accounts` have it.
struct RoleView {
    std::optional<Uuid> id;
    Role role = Role::custom;
    std::string name;
    std::string description;
    std::vector<std::string> permissions;
    std::int64_t people = 0;
    std::int64_t service_accounts = 0;
    std::optional<Timestamp> created_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(RoleView, (), (id, role, name, description, permissions, people, service_accounts, created_at, version))

// All of them, the built-in ones first; a tenant has at most `custom_roles_max` of its own.
struct RoleList {
    std::vector<RoleView> items;
};
BOOST_DESCRIBE_STRUCT(RoleList, (), (items))

struct RolePath {
    Uuid id;
};
BOOST_DESCRIBE_STRUCT(RolePath, (), (id))

struct RoleCreate {
    RoleName name;
    std::optional<RoleDescription> description;
    std::vector<PermissionName> permissions;
};
BOOST_DESCRIBE_STRUCT(RoleCreate, (), (name, description, permissions))

struct RolePatch {
    json::Patched<RoleName> name;
    json::Patched<RoleDescription> description;
    json::Patched<std::vector<PermissionName>> permissions;
};
BOOST_DESCRIBE_STRUCT(RolePatch, (), (name, description, permissions))

}  // namespace mz::identity
