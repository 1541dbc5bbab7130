#include "audit_chain/sealer.hpp"

#include "audit_chain/store.hpp"
#include "audit_chain_sql.hpp"
#include "core/crypto.hpp"
#include "core/log.hpp"

namespace mz::audit_chain {
namespace {

struct Batch {
    Uuid tenant_id;
    int limit = 0;
};
BOOST_DESCRIBE_STRUCT(Batch, (), (tenant_id, limit))

// One batch: its links, member by member, and with their entries what leaves the queue.
struct Sealed {
    Uuid tenant_id;
    Timestamp sealed_at;
    std::vector<std::int64_t> seqs;
    std::vector<Uuid> entry_ids;
    std::vector<Bytes> hashes;
};
BOOST_DESCRIBE_STRUCT(Sealed, (), (tenant_id, sealed_at, seqs, entry_ids, hashes))

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
    Sealed sealed{tenant, now(), {}, {}, {}};
    for (auto const& entry : entries) {
        head.hash = link_hash(head.hash, ++head.seq, sealed.sealed_at, entry);
        sealed.seqs.push_back(head.seq);
        sealed.entry_ids.push_back(entry.id);
        sealed.hashes.push_back(head.hash);
    }
    run(connection, sql::links_create{}, sealed);
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
