#include "sso/store.hpp"

#include "core/key_ring.hpp"
#include "sso/service.hpp"
#include "sso_sql.hpp"

namespace mz::sso {
namespace {

struct ByConnection {
    Uuid connection_id;
};
BOOST_DESCRIBE_STRUCT(ByConnection, (), (connection_id))

// A secret that was sealed for one connection opens no other one.
std::string purpose_of(Uuid connection) { return "sso-client-secret " + connection.to_string(); }

Problem unavailable(std::string detail) { return Problem(Failure::unavailable, "sso-unavailable", std::move(detail)); }

}  // namespace

Task<ConnectionRow> connection_row(web::Request& rq, Uuid id)
{
    ConnectionPath const path{id};
    co_return co_await rq.db.one<ConnectionRow>(sql::connection_get{}, path);
}

Task<std::vector<RoleMapping>> mappings_of(web::Request& rq, Uuid connection)
{
    ByConnection const by_connection{connection};
    co_return co_await rq.db.all<RoleMapping>(sql::mapping_list{}, by_connection);
}

Task<Connection> shown(web::Request& rq, ConnectionRow row)
{
    Connection out;
    out.id = row.id;
    out.kind = row.kind;
    out.name = row.name;
    out.directory_id = row.directory_id;
    out.issuer = issuer_of(rq, row);
    out.client_id = row.client_id;
    out.domains = row.domains;
    out.joining = row.joining;
    out.role = row.role;
    out.role_id = row.role_id;
    out.trusts_second_factor = row.trusts_second_factor;
    out.enabled = row.enabled;
    out.enforced = row.enforced;
    out.tested = row.tested == row.settings;
    out.tested_at = row.tested_at;
    out.mappings = co_await mappings_of(rq, row.id);
    out.created_at = row.created_at;
    out.version = row.version;
    co_return out;
}

std::string issuer_of(web::Request const& rq, ConnectionRow const& row)
{
    if (row.kind == Kind::oidc) return row.issuer.value_or("");
    return rq.services.get<Sso>().settings.cloud_entra_authority + "/" + row.directory_id.value_or(Uuid{}).to_string() + "/v2.0";
}

oidc::Client client_of(web::Request const& rq, ConnectionRow const& row)
{
    auto const& sso = rq.services.get<Sso>();
    oidc::Client client;
    client.issuer = issuer_of(rq, row);
    if (row.kind == Kind::entra) {
        if (!sso.offers_entra()) throw unavailable("This platform has no application at Microsoft Entra ID any more.");
        client.client_id = sso.settings.cloud_entra_client_id;
        client.client_secret = sso.settings.cloud_entra_client_secret;
        client.tenants = {row.directory_id.value_or(Uuid{}).to_string()};
        return client;
    }
    auto secret = rq.services.get<KeyRing>().open(row.client_secret.value_or(Bytes{}), purpose_of(row.id));
    if (!secret) throw unavailable("The client secret cannot be read any more; enter it again.");
    client.client_id = row.client_id.value_or("");
    client.client_secret = Secret<std::string>(std::move(*secret));
    return client;
}

Bytes sealed_secret(web::Request const& rq, Uuid connection, std::string const& secret)
{
    return rq.services.get<KeyRing>().seal(secret, purpose_of(connection));
}

}  // namespace mz::sso
