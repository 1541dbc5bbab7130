#pragma once
#include <boost/describe.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mz::identity {

// `custom` stands for a role of the tenant's own; which one is said beside it.
enum class Role { auditor, agent, security_analyst, admin, owner, custom };
BOOST_DESCRIBE_ENUM(Role, auditor, agent, security_analyst, admin, owner, custom)

// The permission matrix: every permission that a route asks for, role by role.
namespace roles {

inline constexpr std::string_view owner[] = {
    "incidents:read",
    "incidents:write",
    "alerts:read",
    "alerts:write",
    "webhooks:read",
    "webhooks:write",
    "devices:read",
    "devices:write",
    "commands:read",
    "commands:write",
    "users:read",
    "users:write",
    "provisioning-keys:read",
    "provisioning-keys:write",
    "audit:read",
    "audit:write",
    "licence:read",
    "overview:read",
    "vpn:read",
    "mail:read",
    "mail:write",
    "roles:read",
    "roles:write",
    "api-keys:read",
    "api-keys:write",
    "security-policy:read",
    "security-policy:write",
    "scim:read",
    "scim:write",
    "scim:provision",
    "sso:read",
    "sso:write",
    "cis:read",
    "cis:write",
    "cis:delete",
    "cis:merge",
    "ci-classes:write",
    "discovery:read",
    "discovery:write",
};
// What only an owner does: to say how long the audit log is kept, how well people must prove who they are, and whose word on it counts.
inline constexpr std::string_view owners_own[] = {"audit:write", "security-policy:write", "sso:write"};
// An admin may do everything else, except to people who are owners.
inline constexpr auto admin = [] {
    std::array<std::string_view, std::size(owner) - std::size(owners_own)> all{};
    std::ranges::copy_if(owner, all.begin(),
                         [](auto permission) { return std::ranges::find(owners_own, permission) == std::end(owners_own); });
    return all;
}();
inline constexpr std::string_view agent[] = {
    "incidents:read", "incidents:write", "alerts:read", "devices:read", "devices:write", "commands:read", "commands:write", "users:read",
    "licence:read",   "overview:read",   "vpn:read",    "cis:read",     "cis:write",     "cis:merge",     "discovery:read",
};
inline constexpr std::string_view security_analyst[] = {
    "incidents:read", "incidents:write", "alerts:read",  "alerts:write",  "webhooks:read", "devices:read", "commands:read",
    "users:read",     "audit:read",      "licence:read", "overview:read", "vpn:read",      "cis:read",     "discovery:read",
};
inline constexpr std::string_view auditor[] = {
    "incidents:read", "alerts:read",   "webhooks:read", "devices:read",           "commands:read", "users:read",    "audit:read",
    "licence:read",   "overview:read", "vpn:read",      "provisioning-keys:read", "roles:read",    "api-keys:read", "security-policy:read",
    "scim:read",      "sso:read",      "cis:read",      "discovery:read",
};

}  // namespace roles

// Empty for `custom`, whose permissions are in the database.
constexpr std::span<std::string_view const> permissions_of(Role role)
{
    switch (role) {
        case Role::owner: return roles::owner;
        case Role::admin: return roles::admin;
        case Role::agent: return roles::agent;
        case Role::security_analyst: return roles::security_analyst;
        case Role::auditor: return roles::auditor;
        case Role::custom: return {};
    }
    return {};
}

// A role that somebody has, as the statements of this module select it; the last two members are those of a custom role.
struct Granted {
    Role role = Role::auditor;
    std::optional<std::string> role_name;
    std::optional<std::vector<std::string>> role_permissions;

    std::string shown_name() const { return role_name.value_or(boost::describe::enum_to_string(role, "")); }
    std::vector<std::string> permissions() const
    {
        if (role_permissions) return *role_permissions;
        auto const built_in = permissions_of(role);
        return {built_in.begin(), built_in.end()};
    }
};
BOOST_DESCRIBE_STRUCT(Granted, (), (role, role_name, role_permissions))

}  // namespace mz::identity
