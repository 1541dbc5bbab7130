#pragma once
#include "core/clock.hpp"
#include "core/text.hpp"
#include "core/uuid.hpp"
#include "identity/roles.hpp"
#include "json/value.hpp"
#include "mail/mail.hpp"
#include "web/page.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mz::identity {

struct Person;
using PersonId = Id<Person>;
using DisplayName = Text<1, 200>;

// Who looks after a user here: people, or the system that brought them, whose word then goes for name, role and activity.
enum class Source { hand, scim, sso };
BOOST_DESCRIBE_ENUM(Source, hand, scim, sso)

// A person as one of their tenants sees them. `pending` until they have accepted the invitation.
struct User {
    PersonId id;
    Email email;
    DisplayName display_name;
    Role role = Role::auditor;
    std::optional<Uuid> role_id;  // which custom role
    std::string role_name;
    bool active = true;
    bool pending = false;
    Source source = Source::hand;
    std::optional<Timestamp> last_login_at;
    std::optional<Timestamp> last_seen_at;  // to the minute
    Timestamp created_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(User, (),
                      (id, email, display_name, role, role_id, role_name, active, pending, source, last_login_at, last_seen_at, created_at,
                       version))

struct UserFilter : web::ListQuery {
    std::optional<Role> role;
    std::optional<Uuid> role_id;
    std::optional<bool> active;
    std::optional<Text<1, 100>> q;  // a part of the name or of the e-mail address
};
BOOST_DESCRIBE_STRUCT(UserFilter, (web::ListQuery), (role, role_id, active, q))

struct UserPath {
    PersonId id;
};
BOOST_DESCRIBE_STRUCT(UserPath, (), (id))

struct UserCreate {
    Email email;
    DisplayName display_name;
    Role role = Role::auditor;
    std::optional<Uuid> role_id;             // where and only where the role is `custom`
    std::optional<mail::Language> language;  // of the invitation, for a person who has not chosen one
};
BOOST_DESCRIBE_STRUCT(UserCreate, (), (email, display_name, role, role_id, language))

// The token is shown once and goes into the link <console>/setup#token=...; the invitation letter has it, too.
struct UserCreated {
    User user;
    std::string setup_token;
    Timestamp setup_expires_at;
};
BOOST_DESCRIBE_STRUCT(UserCreated, (), (user, setup_token, setup_expires_at))

struct UserPatch {
    json::Patched<DisplayName> display_name;
    json::Patched<Role> role;
    json::Patched<std::optional<Uuid>> role_id;  // goes with `role`
    json::Patched<bool> active;
};
BOOST_DESCRIBE_STRUCT(UserPatch, (), (display_name, role, role_id, active))

struct TenantChoice {
    Uuid id;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(TenantChoice, (), (id, name))

// The organisation's own sign-in service, which vouches for this session.
struct ManagedBy {
    Uuid connection_id;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(ManagedBy, (), (connection_id, name))

// Whoever asks: who they are in this tenant, and where else they could be.
struct Me {
    PersonId id;
    Email email;
    DisplayName display_name;
    std::optional<mail::Language> language;  // of letters; null until it has been chosen
    Uuid tenant_id;
    std::string tenant_name;
    std::vector<std::string> roles;  // names
    std::vector<std::string> permissions;
    std::vector<TenantChoice> tenants;
    std::optional<ManagedBy> managed_by;  // in a session by single sign-on: it is for this tenant alone
};
BOOST_DESCRIBE_STRUCT(Me, (), (id, email, display_name, language, tenant_id, tenant_name, roles, permissions, tenants, managed_by))

// How oneself is called in this tenant, and the language of one's letters.
struct MePatch {
    json::Patched<DisplayName> display_name;
    json::Patched<mail::Language> language;
};
BOOST_DESCRIBE_STRUCT(MePatch, (), (display_name, language))

struct Features {
    std::map<std::string, bool> features;
};
BOOST_DESCRIBE_STRUCT(Features, (), (features))

}  // namespace mz::identity
