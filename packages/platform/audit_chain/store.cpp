#include "audit_chain/store.hpp"

#include "audit_chain_sql.hpp"

namespace mz::audit_chain {

Tenanted::Tenanted(pg::Blocking& connection, Uuid tenant, std::string const& begin) : connection_(connection)
{
    connection_.script(begin);
    if (tenant.is_nil()) return;
    auto const enter = pg::enter_statement({tenant, std::nullopt});
    connection_.run(std::string(enter.text), enter.params);
}

Tenanted::~Tenanted()
{
    if (!connection_.is_open() || !connection_.in_transaction()) return;
    try {
        connection_.rollback();
    } catch (std::exception const&) {
        // The connection is gone, and the transaction with it.
    }
}

std::optional<Head> lock_head(pg::Blocking& connection, Uuid tenant) { return first<Head>(connection, sql::head_lock{}, OfTenant{tenant}); }

std::optional<Head> read_head(pg::Blocking& connection, Uuid tenant) { return first<Head>(connection, sql::head_get{}, OfTenant{tenant}); }

void save_head(pg::Blocking& connection, Head& head, KeyRing const& keys)
{
    sign(head, keys);
    run(connection, sql::head_update{}, head);
}

}  // namespace mz::audit_chain
