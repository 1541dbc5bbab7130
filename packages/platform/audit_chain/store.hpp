#pragma once
#include "audit_chain/chain.hpp"
#include "pg/blocking.hpp"
#include "pg/query.hpp"
#include "pg/rows.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mz::audit_chain {

struct OfTenant {
    Uuid tenant_id;
};
BOOST_DESCRIBE_STRUCT(OfTenant, (), (tenant_id))

// Which link of a tenant comes first behind a number.
struct After {
    Uuid tenant_id;
    std::int64_t seq = 0;
};
BOOST_DESCRIBE_STRUCT(After, (), (tenant_id, seq))

struct Beyond {
    std::int64_t seq = 0;
    Uuid entry_id;
};
BOOST_DESCRIBE_STRUCT(Beyond, (), (seq, entry_id))

// Typed statements on a connection that blocks. Their :tenant_id is an argument like any other.
template <class Row, pg::Query Q, class Args = pg::NoArgs>
std::vector<Row> all(pg::Blocking& connection, Q, Args const& args = {})
{
    pg::registered<Q, Row>();
    return pg::decode_all<Row>(connection.run(std::string(Q::text), pg::bind<Q>(args)), Q::name);
}

template <class Row, pg::Query Q, class Args = pg::NoArgs>
std::optional<Row> first(pg::Blocking& connection, Q, Args const& args = {})
{
    pg::registered<Q, Row>();
    return pg::decode_first<Row>(connection.run(std::string(Q::text), pg::bind<Q>(args)), Q::name);
}

template <pg::Query Q, class Args = pg::NoArgs>
long run(pg::Blocking& connection, Q, Args const& args = {})
{
    pg::registered<Q, void>();
    return connection.run(std::string(Q::text), pg::bind<Q>(args)).affected();
}

// One tenant's transaction; rolled back unless it is committed. The nil tenant is that of a service without tenants, where nothing is
// entered.
class Tenanted {
public:
    Tenanted(pg::Blocking& connection, Uuid tenant, std::string const& begin = "begin");
    ~Tenanted();
    Tenanted(Tenanted const&) = delete;
    Tenanted& operator=(Tenanted const&) = delete;
    void commit() { connection_.commit(); }

private:
    pg::Blocking& connection_;
};

// The head of a tenant's chain under its row's lock, so that one program at a time works on a chain; none where nothing was sealed yet.
std::optional<Head> lock_head(pg::Blocking& connection, Uuid tenant);
std::optional<Head> read_head(pg::Blocking& connection, Uuid tenant);
void save_head(pg::Blocking& connection, Head& head, KeyRing const& keys);

}  // namespace mz::audit_chain
