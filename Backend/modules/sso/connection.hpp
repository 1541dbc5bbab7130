#pragma once
#include "core/clock.hpp"
#include "core/secret.hpp"
#include "core/text.hpp"
#include "core/uuid.hpp"
#include "identity/identity.hpp"
#include "json/value.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mz::sso {

using identity::Role;
using ConnectionName = Text<1, 100>;
using IssuerText = Text<1, 500>;
using ClientId = Text<1, 200>;
using ClaimValue = Text<1, 200>;
using Domain = Text<3, 253>;

// `entra`: the platform's own application at Microsoft Entra ID, and a directory there. `oidc`: any provider of OpenID Connect, with a
// client that the tenant has registered.
enum class Kind { entra, oidc };
BOOST_DESCRIBE_ENUM(Kind, entra, oidc)

// Whom a connection lets in: people who are users already, or everybody whom the provider vouches for, made a user by the first sign-in.
enum class Joining { members, everybody };
BOOST_DESCRIBE_ENUM(Joining, members, everybody)

enum class Claim { roles, groups };
BOOST_DESCRIBE_ENUM(Claim, roles, groups)

// Whoever has this value in this claim gets this role. The first of a connection's that matches counts; `owner` is no such role.
struct RoleMapping {
    Claim claim = Claim::roles;
    ClaimValue value;
    Role role = Role::auditor;
    std::optional<Uuid> role_id;  // where and only where the role is `custom`
};
BOOST_DESCRIBE_STRUCT(RoleMapping, (), (claim, value, role, role_id))

struct Connection {
    Uuid id;
    Kind kind = Kind::oidc;
    ConnectionName name;               // on the sign-in page
    std::optional<Uuid> directory_id;  // Entra's
    std::string issuer;
    std::optional<std::string> client_id;  // the tenant's own; at Entra it is the platform's
    std::vector<Domain> domains;
    Joining joining = Joining::members;
    Role role = Role::auditor;  // of whoever joins and matches no mapping
    std::optional<Uuid> role_id;
    bool trusts_second_factor = false;  // the provider asks for one, so we do not
    bool enabled = false;
    bool enforced = false;  // nobody signs in otherwise, except owners with emergency access
    bool tested = false;    // somebody signed in as a test with the present settings
    std::optional<Timestamp> tested_at;
    std::vector<RoleMapping> mappings;
    Timestamp created_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Connection, (),
                      (id, kind, name, directory_id, issuer, client_id, domains, joining, role, role_id, trusts_second_factor, enabled,
                       enforced, tested, tested_at, mappings, created_at, version))

struct SsoOverview {
    std::string redirect_uri;  // to be registered at the provider, and so is
    std::string log_out_uri;
    bool entra = false;  // the platform has an application at Entra, so that kind can be chosen
    std::vector<Connection> connections;
    std::vector<identity::Owner> owners;
};
BOOST_DESCRIBE_STRUCT(SsoOverview, (), (redirect_uri, log_out_uri, entra, connections, owners))

struct ConnectionPath {
    Uuid id;
};
BOOST_DESCRIBE_STRUCT(ConnectionPath, (), (id))

// `entra` takes directory_id alone; `oidc` issuer, client_id and client_secret.
struct ConnectionCreate {
    Kind kind = Kind::oidc;
    ConnectionName name;
    std::optional<Uuid> directory_id;
    std::optional<IssuerText> issuer;
    std::optional<ClientId> client_id;
    std::optional<Secret<std::string>> client_secret;  // never told again
    std::vector<Domain> domains;
};
BOOST_DESCRIBE_STRUCT(ConnectionCreate, (), (kind, name, directory_id, issuer, client_id, client_secret, domains))

// Another directory, issuer or client disables the connection until it has been tested again. A new secret alone does not: it takes the
// place of one that is about to expire.
struct ConnectionPatch {
    json::Patched<ConnectionName> name;
    json::Patched<Uuid> directory_id;
    json::Patched<IssuerText> issuer;
    json::Patched<ClientId> client_id;
    std::optional<Secret<std::string>> client_secret;
    json::Patched<std::vector<Domain>> domains;
    json::Patched<Joining> joining;
    json::Patched<Role> role;
    json::Patched<std::optional<Uuid>> role_id;  // goes with `role`
    json::Patched<bool> trusts_second_factor;
    json::Patched<std::vector<RoleMapping>> mappings;
    json::Patched<bool> enabled;
    json::Patched<bool> enforced;
};
BOOST_DESCRIBE_STRUCT(ConnectionPatch, (),
                      (name, directory_id, issuer, client_id, client_secret, domains, joining, role, role_id, trusts_second_factor,
                       mappings, enabled, enforced))

struct BreakGlass {
    std::vector<Uuid> people;  // owners, who may sign in without the provider although it is enforced
};
BOOST_DESCRIBE_STRUCT(BreakGlass, (), (people))

struct Owners {
    std::vector<identity::Owner> items;
};
BOOST_DESCRIBE_STRUCT(Owners, (), (items))

}  // namespace mz::sso
