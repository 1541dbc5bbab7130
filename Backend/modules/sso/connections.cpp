#include "sso/connections.hpp"

#include "core/text.hpp"
#include "identity/identity.hpp"
#include "oidc/metadata.hpp"
#include "pg/error.hpp"
#include "sso/service.hpp"
#include "sso/store.hpp"
#include "sso_sql.hpp"

#include <algorithm>
#include <set>

namespace mz::sso {
namespace {

using namespace web;

constexpr std::size_t longest_secret = 500;

pg::ConstraintMessage const enforced_once{"connection_enforced_once", Failure::conflict, "another connection is enforced already"};
pg::ConstraintMessage const role_default{"connection_role_exists", Failure::conflict, "a sign-in connection gives this role"};
pg::ConstraintMessage const role_mapped{"mapping_role_exists", Failure::conflict, "a sign-in connection maps to this role"};

struct NewConnection {
    Uuid id;
    Kind kind = Kind::oidc;
    ConnectionName name;
    std::optional<Uuid> directory_id;
    std::optional<IssuerText> issuer;
    std::optional<ClientId> client_id;
    std::optional<Bytes> client_secret;
    std::vector<Domain> domains;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(NewConnection, (), (id, kind, name, directory_id, issuer, client_id, client_secret, domains, now))

struct ByConnection {
    Uuid connection_id;
};
BOOST_DESCRIBE_STRUCT(ByConnection, (), (connection_id))

struct NewMapping : RoleMapping {
    Uuid connection_id;
    int position = 0;
};
BOOST_DESCRIBE_STRUCT(NewMapping, (RoleMapping), (connection_id, position))

// What the audit log compares: with the secret, so that it says when that changed, and never what it is.
struct Audited : Connection {
    std::optional<Secret<std::string>> client_secret;
};
BOOST_DESCRIBE_STRUCT(Audited, (Connection), (client_secret))

void require_owner(Request const& rq) { identity::require_may_give(rq.caller, identity::Granted{Role::owner, {}, {}}); }

Problem enforced_conflict(char const* act)
{
    return Problem(Failure::conflict, "sso-enforced", std::string("Stop enforcing this connection before you ") + act + " it.");
}

std::vector<Domain> checked(Request const& rq, std::vector<Domain> domains)
{
    auto const most = static_cast<std::size_t>(rq.services.get<Sso>().settings.sso_domains_max);
    if (domains.empty()) throw Problem::invalid("/domains", "must name a domain of your people's e-mail addresses");
    if (domains.size() > most) throw Problem::invalid("/domains", "must be at most " + std::to_string(most));
    for (auto& domain : domains) {
        domain = Domain(lower_ascii(domain));
        if (!is_email("a@" + domain)) throw Problem::invalid("/domains", "must be domains, such as example.com");
    }
    std::set<std::string> const once(domains.begin(), domains.end());
    return {once.begin(), once.end()};
}

std::string checked(Secret<std::string> const& secret)
{
    auto const& text = secret.reveal();
    if (text.empty() || text.size() > longest_secret) throw Problem::invalid("/client_secret", "must have 1 to 500 characters");
    return text;
}

void require_issuer(std::string const& issuer)
{
    try {
        (void)oidc::metadata_address(issuer);
    } catch (Problem const& problem) {
        throw Problem::invalid("/issuer", problem.detail);
    }
}

void require_complete(Request const& rq, ConnectionCreate const& body)
{
    bool const entra = body.kind == Kind::entra;
    if (entra && !rq.services.get<Sso>().offers_entra()) throw Problem::invalid("/kind", "is not offered by this platform");
    if (entra != body.directory_id.has_value()) throw Problem::invalid("/directory_id", "goes with the kind `entra`, which needs it");
    if (entra == body.issuer.has_value()) throw Problem::invalid("/issuer", "goes with the kind `oidc`, which needs it");
    if (entra == body.client_id.has_value()) throw Problem::invalid("/client_id", "goes with the kind `oidc`, which needs it");
    if (entra == body.client_secret.has_value()) throw Problem::invalid("/client_secret", "goes with the kind `oidc`, which needs it");
    if (body.issuer) require_issuer(*body.issuer);
}

Task<void> require_may_map(Request& rq, Tx& tx, Role role, std::optional<Uuid> role_id, char const* pointer)
{
    if (role == Role::owner) throw Problem::invalid(pointer, "owners are made by owners, not by a sign-in");
    auto const granted = co_await identity::granted_of(tx, role, role_id);
    identity::require_may_give(rq.caller, granted);
}

Task<void> put_mappings(Request& rq, Tx& tx, Uuid connection, std::vector<RoleMapping> mappings)
{
    auto const most = static_cast<std::size_t>(rq.services.get<Sso>().settings.sso_mappings_max);
    if (mappings.size() > most) throw Problem::invalid("/mappings", "must be at most " + std::to_string(most));
    ByConnection const by_connection{connection};
    co_await tx.run(sql::mappings_delete{}, by_connection);
    int position = 0;
    for (auto const& mapping : mappings) {
        co_await require_may_map(rq, tx, mapping.role, mapping.role_id, "/mappings");
        NewMapping args;
        static_cast<RoleMapping&>(args) = mapping;
        args.connection_id = connection;
        args.position = ++position;
        co_await tx.run(sql::mapping_create{}, args);
    }
}

// Another provider, or another client of it, is another connection to whoever relied on the one before.
bool moves(ConnectionRow const& row, ConnectionPatch const& patch)
{
    return (patch.directory_id.given && patch.directory_id.value != row.directory_id) ||
           (patch.issuer.given && std::string(patch.issuer.value) != row.issuer) ||
           (patch.client_id.given && std::string(patch.client_id.value) != row.client_id);
}

void apply(Request const& rq, ConnectionRow& row, ConnectionPatch const& patch)
{
    bool const entra = row.kind == Kind::entra;
    if (patch.directory_id.given && !entra) throw Problem::invalid("/directory_id", "goes with the kind `entra`");
    if (patch.issuer.given && entra) throw Problem::invalid("/issuer", "goes with the kind `oidc`");
    if (patch.client_id.given && entra) throw Problem::invalid("/client_id", "goes with the kind `oidc`");
    if (patch.client_secret && entra) throw Problem::invalid("/client_secret", "goes with the kind `oidc`");
    if (patch.role_id.given && !patch.role.given) throw Problem::invalid("/role_id", "goes with `role`");
    if (patch.issuer.given) require_issuer(patch.issuer.value);
    patch.name.apply_to(row.name);
    if (patch.directory_id.given) row.directory_id = patch.directory_id.value;
    if (patch.issuer.given) row.issuer = patch.issuer.value;
    if (patch.client_id.given) row.client_id = patch.client_id.value;
    if (patch.client_secret) row.client_secret = sealed_secret(rq, row.id, checked(*patch.client_secret));
    if (patch.domains.given) row.domains = checked(rq, patch.domains.value);
    patch.joining.apply_to(row.joining);
    if (patch.role.given) {
        row.role = patch.role.value;
        row.role_id = patch.role_id.value;
    }
    patch.trusts_second_factor.apply_to(row.trusts_second_factor);
    patch.enabled.apply_to(row.enabled);
    patch.enforced.apply_to(row.enforced);
}

Task<Audited> audited(Request& rq, ConnectionRow row)
{
    Audited out;
    if (row.client_secret) out.client_secret = Secret<std::string>(hex(*row.client_secret));
    static_cast<Connection&>(out) = co_await shown(rq, row);
    co_return out;
}

}  // namespace

Task<SsoOverview> sso_get(Request& rq)
{
    auto const& sso = rq.services.get<Sso>();
    SsoOverview out{sso.redirect_uri, sso.log_out_uri, sso.offers_entra(), {}, {}};
    auto const rows = co_await rq.db.all<ConnectionRow>(sql::connection_list{}, pg::NoArgs{});
    for (auto const& row : rows) out.connections.push_back(co_await shown(rq, row));
    out.owners = co_await identity::owner_list(rq);
    co_return out;
}

Task<Connection> connection_get(Request& rq, Path<ConnectionPath> path)
{
    auto const row = co_await connection_row(rq, path->id);
    co_return co_await shown(rq, row);
}

Task<Created<Connection>> connection_create(Request& rq, Body<ConnectionCreate> body, Tx& tx)
{
    require_owner(rq);
    require_complete(rq, body.value);
    auto const held = co_await tx.all<ConnectionRow>(sql::connection_list{}, pg::NoArgs{});
    if (held.size() >= static_cast<std::size_t>(rq.services.get<Sso>().settings.sso_connections_max)) {
        throw Problem(Failure::conflict, "too-many-connections", "Delete a connection that is not used any more first.");
    }
    NewConnection create{Uuid::v7(), body->kind, body->name, body->directory_id, body->issuer, body->client_id, {}, {}, now()};
    if (body->client_secret) create.client_secret = sealed_secret(rq, create.id, checked(*body->client_secret));
    create.domains = checked(rq, body->domains);
    co_await tx.run(sql::connection_create{}, create);
    auto const row = co_await connection_row(rq, create.id);
    auto created = co_await shown(rq, row);
    co_return Created<Connection>{std::move(created)};
}

Task<Connection> connection_update(Request& rq, Path<ConnectionPath> path, Body<ConnectionPatch> body, Tx& tx)
{
    require_owner(rq);
    auto const before = co_await tx.one<ConnectionRow>(sql::connection_lock{}, path.value);
    rq.check_version(before.version);
    auto const audited_before = co_await audited(rq, before);
    auto row = before;
    apply(rq, row, body.value);
    if (body->role.given) co_await require_may_map(rq, tx, row.role, row.role_id, "/role");
    if (moves(before, body.value)) {
        if (before.enforced) throw enforced_conflict("change");
        ++row.settings;
        row.enabled = false;
    }
    if (before.enforced && !row.enabled) throw enforced_conflict("disable");
    if (row.enabled && row.tested != row.settings) {
        throw Problem(Failure::conflict, "sso-not-tested", "Test this connection before you enable it.");
    }
    if (row.enforced && !row.enabled) throw Problem(Failure::conflict, "sso-not-enabled", "Enable this connection before you enforce it.");
    if (body->mappings.given) co_await put_mappings(rq, tx, row.id, body->mappings.value);
    co_await tx.run(sql::connection_put{}, row);
    if (before.enabled && !row.enabled) co_await identity::end_sessions_of_connection(tx, row.id);
    if (row.enforced && !before.enforced) {
        co_await identity::require_break_glass(tx);
        co_await identity::end_sessions_of_passwords(tx);
    }
    auto const after = co_await connection_row(rq, row.id);
    auto const audited_after = co_await audited(rq, after);
    rq.audit_change(audited_before, audited_after);
    co_return static_cast<Connection const&>(audited_after);
}

Task<void> connection_delete(Request& rq, Path<ConnectionPath> path, Tx& tx)
{
    require_owner(rq);
    auto const row = co_await tx.one<ConnectionRow>(sql::connection_lock{}, path.value);
    if (row.enforced) throw enforced_conflict("delete");
    auto const before = co_await audited(rq, row);
    rq.audit_change(before, Audited{});
    // Its sessions go with it.
    co_await tx.run(sql::connection_delete{}, path.value);
}

Task<Owners> break_glass_put(Request& rq, Body<BreakGlass> body, Tx& tx)
{
    require_owner(rq);
    rq.audit_target(*rq.caller.tenant);
    Owners const before{co_await identity::owner_list(rq)};
    co_await identity::put_break_glass(rq, tx, body->people);
    Owners after{co_await identity::owner_list(rq)};
    rq.audit_change(before, after);
    co_return after;
}

}  // namespace mz::sso
