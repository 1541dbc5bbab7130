#pragma once
#include <boost/describe.hpp>

#include <span>
#include <string_view>

namespace mz::identity {

enum class Role { auditor, agent, security_analyst, admin, owner };
BOOST_DESCRIBE_ENUM(Role, auditor, agent, security_analyst, admin, owner)

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
    "licence:read",
    "overview:read",
    "vpn:read",
    "mail:read",
    "mail:write",
};
inline constexpr auto& admin = owner;  // an admin may do everything, except to people who are owners
inline constexpr std::string_view agent[] = {
    "incidents:read", "incidents:write", "alerts:read",  "devices:read",  "devices:write", "commands:read",
    "commands:write", "users:read",      "licence:read", "overview:read", "vpn:read",
};
inline constexpr std::string_view security_analyst[] = {
    "incidents:read", "incidents:write", "alerts:read", "alerts:write", "webhooks:read", "devices:read",
    "commands:read",  "users:read",      "audit:read",  "licence:read", "overview:read", "vpn:read",
};
inline constexpr std::string_view auditor[] = {
    "incidents:read", "alerts:read",  "webhooks:read", "devices:read", "commands:read",          "users:read",
    "audit:read",     "licence:read", "overview:read", "vpn:read",     "provisioning-keys:read",
};

}  // namespace roles

constexpr std::span<std::string_view const> permissions_of(Role role)
{
    switch (role) {
        case Role::owner: return roles::owner;
        case Role::admin: return roles::admin;
        case Role::agent: return roles::agent;
        case Role::security_analyst: return roles::security_analyst;
        case Role::auditor: return roles::auditor;
    }
    return {};
}

// Nobody grants a role above their own, nor changes a person who has one.
constexpr int rank(Role role) { return role == Role::owner ? 2 : role == Role::admin ? 1 : 0; }
constexpr bool may_manage(Role actor, Role subject) { return rank(actor) >= rank(subject); }

}  // namespace mz::identity
