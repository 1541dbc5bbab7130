#include "audit/chain.hpp"

#include "audit/audit.hpp"
#include "audit_sql.hpp"

#include <algorithm>

namespace mz::audit {
namespace {

AuditRetention default_of(web::Request& rq)
{
    auto const days = rq.services.get<Settings>().audit_retention_days;
    return {RetentionDays(std::clamp(days, min_retention_days, max_retention_days)), 0};
}

}  // namespace

Task<audit_chain::AuditVerification> verification_get(web::Request& rq)
{
    co_return audit_chain::verification_of(co_await rq.db.one<audit_chain::VerificationRow>(sql::verification_get{}));
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
