#pragma once
#include "core/clock.hpp"
#include "core/secret.hpp"
#include "core/text.hpp"
#include "core/uuid.hpp"
#include "json/value.hpp"
#include "web/audit.hpp"
#include "web/page.hpp"

#include <boost/describe.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace mz::operators {

enum class Role { viewer, operator_, owner };
// The word is a keyword of C++, so it is described by hand.
constexpr std::string_view to_string(Role role) { return role == Role::owner ? "owner" : role == Role::operator_ ? "operator" : "viewer"; }
std::optional<Role> role_from(std::string_view text);

namespace detail {

template <Role R>
struct RoleWord {
    static constexpr Role value() noexcept { return R; }
    static constexpr char const* name() noexcept { return R == Role::owner ? "owner" : R == Role::operator_ ? "operator" : "viewer"; }
};

}  // namespace detail

// What BOOST_DESCRIBE_ENUM would write, had it another name for the enumerator than the enumerator's own.
inline auto boost_enum_descriptor_fn(Role**)
{
    return boost::describe::detail::enum_descriptor_fn_impl(0, detail::RoleWord<Role::viewer>(), detail::RoleWord<Role::operator_>(),
                                                            detail::RoleWord<Role::owner>());
}

namespace roles {

inline constexpr std::string_view viewer[] = {"tenants:read"};
inline constexpr std::string_view operator_[] = {"tenants:read", "tenants:write"};
inline constexpr std::string_view owner[] = {"tenants:read", "tenants:write", "audit:read", "operators:read", "operators:write"};

}  // namespace roles

constexpr std::span<std::string_view const> permissions_of(Role role)
{
    switch (role) {
        case Role::viewer: return roles::viewer;
        case Role::operator_: return roles::operator_;
        case Role::owner: return roles::owner;
    }
    return {};
}

struct LogIn {
    Email email;
    Secret<std::string> password;
};
BOOST_DESCRIBE_STRUCT(LogIn, (), (email, password))

struct Session {
    std::string access_token;
    std::string token_type = "Bearer";
    int expires_in = 0;  // seconds
};
BOOST_DESCRIBE_STRUCT(Session, (), (access_token, token_type, expires_in))

struct Me {
    Uuid id;
    Email email;
    std::string display_name;
    std::vector<std::string> roles;
    std::vector<std::string> permissions;
    bool provided = false;  // by the identity provider, which has the password, the second factor and the role
};
BOOST_DESCRIBE_STRUCT(Me, (), (id, email, display_name, roles, permissions, provided))

enum class AuditActorKind { anonymous, user, service, system };
BOOST_DESCRIBE_ENUM(AuditActorKind, anonymous, user, service, system)

struct AuditEntry {
    Uuid id;
    Timestamp at;
    AuditActorKind actor_kind = AuditActorKind::system;
    std::optional<Uuid> actor_id;
    std::optional<Email> actor_email;
    std::string operation;
    web::AuditOutcome outcome = web::AuditOutcome::done;
    std::optional<Uuid> target_id;
    std::optional<std::string> request_id;
    std::optional<std::string> remote_address;
    std::optional<json::Raw> changes;
};
BOOST_DESCRIBE_STRUCT(AuditEntry, (),
                      (id, at, actor_kind, actor_id, actor_email, operation, outcome, target_id, request_id, remote_address, changes))

struct AuditFilter : web::ListQuery {
    std::optional<Text<1, 100>> operation;
    std::optional<Uuid> actor_id;
    std::optional<Uuid> target_id;  // a tenant, most often
    std::optional<Timestamp> from;
    std::optional<Timestamp> to;  // exclusive
};
BOOST_DESCRIBE_STRUCT(AuditFilter, (web::ListQuery), (operation, actor_id, target_id, from, to))

}  // namespace mz::operators
