#include "audit/audit.hpp"
#include "audit/chain.hpp"
#include "audit_chain/store.hpp"
#include "audit_chain/walk.hpp"
#include "audit_sql.hpp"
#include "core/log.hpp"

#include <algorithm>

namespace mz::audit {
namespace {

using namespace audit_chain;

// PostgreSQL's clock decides in the end; what is this close to the limit waits for the next time.
constexpr std::chrono::minutes margin{10};

struct Forgetting {
    Uuid tenant_id;
    std::int64_t through = 0;
    int default_days = 0;
};
BOOST_DESCRIBE_STRUCT(Forgetting, (), (tenant_id, through, default_days))

// The next entries of one tenant; how many.
std::int64_t forget_some(pg::Blocking& connection, KeyRing const& keys, Settings const& settings, Uuid tenant)
{
    Tenanted transaction(connection, tenant);
    auto head = lock_head(connection, tenant);
    if (!head || !is_signed(*head, keys)) return 0;
    auto const own = first<AuditRetention>(connection, sql::retention_get{}, OfTenant{tenant});
    auto const days = own ? own->days.value : std::max(settings.audit_retention_days, min_retention_days);
    auto const since = now() - std::chrono::days(days) - margin;

    auto links = links_after(connection, *head, head->base_seq, settings.audit_retention_batch);
    auto const kept = std::ranges::find_if(links, [&](Linked const& link) { return link.at && *link.at >= since; });
    links.erase(kept, links.end());
    Walk walk(tenant, head->base_seq, head->base_hash);
    if (auto const finding = walk.feed(links)) {
        log::error("audit entries are kept although they are old, because they do not verify",
                   {{"tenant", tenant}, {"detail", finding->detail}});
    }
    if (walk.checked() == 0) return 0;
    Forgetting const forgetting{tenant, walk.seq(), settings.audit_retention_days};
    auto const forgotten = first<std::int64_t>(connection, sql::entries_forget{}, forgetting);
    if (forgotten != walk.checked()) throw Problem(Failure::internal, "retention removed other audit entries than it checked");
    head->base_seq = walk.seq();
    head->base_hash = walk.hash();
    head->removed += walk.checked();
    for (auto const& link : links) {
        if (link.seq <= walk.seq() && link.at > head->removed_until) head->removed_until = link.at;
    }
    save_head(connection, *head, keys);
    transaction.commit();
    return walk.checked();
}

}  // namespace

void forget_old(pg::Blocking& connection, KeyRing const& keys, Settings const& settings)
{
    for (auto const& tenant : chains(connection, at_any_time)) {
        std::int64_t total = 0;
        for (std::int64_t some = settings.audit_retention_batch; some == settings.audit_retention_batch; total += some) {
            some = forget_some(connection, keys, settings, tenant);
        }
        if (total > 0) log::info("audit entries past their retention removed", {{"tenant", tenant}, {"count", total}});
    }
}

}  // namespace mz::audit
