#pragma once
#include "oidc/relying_party.hpp"
#include "sso/connection.hpp"
#include "web/route.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace mz::sso {

// A connection as its row has it.
struct ConnectionRow {
    Uuid id;
    Kind kind = Kind::oidc;
    ConnectionName name;
    std::optional<Uuid> directory_id;
    std::optional<std::string> issuer;
    std::optional<std::string> client_id;
    std::optional<Bytes> client_secret;  // sealed
    std::vector<Domain> domains;
    Joining joining = Joining::members;
    Role role = Role::auditor;
    std::optional<Uuid> role_id;
    bool trusts_second_factor = false;
    bool enabled = false;
    bool enforced = false;
    std::int64_t settings = 1;  // the version of what a test tests
    std::optional<std::int64_t> tested;
    std::optional<Timestamp> tested_at;
    Timestamp created_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(ConnectionRow, (),
                      (id, kind, name, directory_id, issuer, client_id, client_secret, domains, joining, role, role_id,
                       trusts_second_factor, enabled, enforced, settings, tested, tested_at, created_at, version))

// One of the entered tenant's; 404.
Task<ConnectionRow> connection_row(web::Request& rq, Uuid id);
Task<std::vector<RoleMapping>> mappings_of(web::Request& rq, Uuid connection);
Task<Connection> shown(web::Request& rq, ConnectionRow row);

// Without a slash at the end, character for character what the provider's tokens have to say.
std::string issuer_of(web::Request const& rq, ConnectionRow const& row);

// The client to speak to the provider with; 503 `sso-unavailable` where its secret cannot be read, or the platform has no application.
oidc::Client client_of(web::Request const& rq, ConnectionRow const& row);

Bytes sealed_secret(web::Request const& rq, Uuid connection, std::string const& secret);

}  // namespace mz::sso
