#include "audit_chain/sealer.hpp"

#include "audit_chain/store.hpp"
#include "audit_chain_sql.hpp"
#include "core/crypto.hpp"
#include "core/log.hpp"

#include <algorithm>

namespace mz::audit_chain {
namespace {

struct Batch {
    Uuid tenant_id;
    int limit = 0;
};
BOOST_DESCRIBE_STRUCT(Batch, (), (tenant_id, limit))

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

struct Sealed {
    Uuid tenant_id;
    std::vector<Uuid> entry_ids;
};
BOOST_DESCRIBE_STRUCT(Sealed, (), (tenant_id, entry_ids))

// The links of one batch as one statement: many rows of values, which also work where the table is sharded.
class Links {
public:
    Links(Uuid tenant, Timestamp sealed_at) : params_{tenant.to_string(), sealed_at.to_string()} {}

    void add(std::int64_t seq, Uuid entry, Bytes const& hash)
    {
        auto const first = params_.size() + 1;
        rows_.append(rows_.empty() ? "" : ", ")
            .append("($1::uuid, $" + std::to_string(first) + "::bigint, $" + std::to_string(first + 1) + "::uuid, $" +
                    std::to_string(first + 2) + "::bytea, $2::timestamptz)");
        params_.emplace_back(std::to_string(seq));
        params_.emplace_back(entry.to_string());
        params_.push_back(pg::to_text(hash));
    }
    void write(pg::Blocking& connection) const
    {
        connection.run("insert into audit.links (tenant_id, seq, entry_id, hash, sealed_at) values " + rows_, params_);
    }

private:
    pg::Params params_;
    std::string rows_;
};

}  // namespace

Sealer::Round Sealer::seal_round(pg::Blocking& connection)
{
    Round round;
    for (auto const& tenant : all<Uuid>(connection, sql::queue_tenants{})) {
        try {
            auto const sealed = seal(connection, tenant);
            round.sealed += sealed;
            round.more = round.more || sealed == batch_;
        } catch (Broken const& broken) {
            log::error("an audit chain is broken and nothing is added to it", {{"tenant", tenant}, {"why", broken.what()}});
        }
    }
    return round;
}

long Sealer::seal(pg::Blocking& connection, Uuid tenant)
{
    Tenanted transaction(connection, tenant);
    auto head = head_to_continue(connection, tenant);
    auto const entries = all<Entry>(connection, sql::queue_list{}, Batch{tenant, batch_});
    if (entries.empty()) return 0;
    auto const sealed_at = now();
    Links links(tenant, sealed_at);
    Sealed sealed{tenant, {}};
    for (auto const& entry : entries) {
        head.hash = link_hash(head.hash, ++head.seq, sealed_at, entry);
        links.add(head.seq, entry.id, head.hash);
        sealed.entry_ids.push_back(entry.id);
    }
    links.write(connection);
    run(connection, sql::queue_delete{}, sealed);
    save_head(connection, head, keys_);
    transaction.commit();
    seen_[tenant] = head.seq;
    // Outside of the database, the log says where the chain ended: who keeps the logs elsewhere can hold them against it.
    log::info("audit sealed", {{"tenant", tenant}, {"seq", head.seq}, {"hash", hex(head.hash)}});
    return static_cast<long>(entries.size());
}

Head Sealer::head_to_continue(pg::Blocking& connection, Uuid tenant)
{
    auto head = lock_head(connection, tenant);
    if (!head) {
        if (first<Beyond>(connection, sql::link_beyond{}, After{tenant, 0})) throw Broken("it has links, but its head is gone");
        if (seen_.contains(tenant)) throw Broken("its head is gone");
        Head fresh;
        fresh.tenant_id = tenant;
        sign(fresh, keys_);
        run(connection, sql::head_create{}, fresh);  // whoever was quicker made the same one
        head = lock_head(connection, tenant);
    }
    if (!is_signed(*head, keys_)) throw Broken("its head was not signed by this service");
    auto const known = seen_.find(tenant);
    if (known != seen_.end() && head->seq < known->second) throw Broken("its head has gone back");
    return *head;
}

}  // namespace mz::audit_chain
