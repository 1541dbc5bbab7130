#include "audit/chain.hpp"

#include "audit/audit.hpp"
#include "audit_sql.hpp"

#include <algorithm>

namespace mz::audit {
namespace {

struct VerificationRow {
    std::optional<std::int64_t> checked;
    std::optional<Timestamp> finished_at;
    std::optional<audit_chain::Fault> fault;
    std::optional<std::int64_t> fault_seq;
    std::optional<Uuid> fault_entry;
    std::optional<std::string> fault_detail;
    std::int64_t sealed = 0;
    std::int64_t removed = 0;
    std::optional<Timestamp> removed_until;
};
BOOST_DESCRIBE_STRUCT(VerificationRow, (),
                      (checked, finished_at, fault, fault_seq, fault_entry, fault_detail, sealed, removed, removed_until))

AuditRetention default_of(web::Request& rq)
{
    auto const days = rq.services.get<Settings>().audit_retention_days;
    return {RetentionDays(std::clamp(days, min_retention_days, max_retention_days)), 0};
}

}  // namespace

Task<AuditVerification> verification_get(web::Request& rq)
{
    auto const row = co_await rq.db.one<VerificationRow>(sql::verification_get{});
    auto const state = !row.finished_at ? ChainState::pending : row.fault ? ChainState::broken : ChainState::intact;
    co_return AuditVerification{state,     row.checked,   row.finished_at, row.sealed,      row.removed, row.removed_until,
                                row.fault, row.fault_seq, row.fault_entry, row.fault_detail};
}

Task<AuditRetention> retention_get(web::Request& rq)
{
    auto const own = co_await rq.db.maybe<AuditRetention>(sql::retention_get{});
    co_return own.value_or(default_of(rq));
}

Task<AuditRetention> retention_put(web::Request& rq, web::Body<AuditRetentionPut> body, web::Tx& tx)
{
    auto const own = co_await tx.maybe<AuditRetention>(sql::retention_lock{});
    auto const before = own.value_or(default_of(rq));
    rq.check_version(before.version);
    auto const after = co_await tx.one<AuditRetention>(sql::retention_set{}, body.value);
    rq.audit_change(before, after);
    co_return after;
}

}  // namespace mz::audit
