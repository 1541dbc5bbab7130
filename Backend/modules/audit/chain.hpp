#pragma once
#include "audit_chain/verification.hpp"
#include "web/route.hpp"

#include <optional>
#include <string>

namespace mz::audit {

inline constexpr int min_retention_days = 90;
inline constexpr int max_retention_days = 3650;
using RetentionDays = Int<min_retention_days, max_retention_days>;

struct AuditRetention {
    RetentionDays days;
    std::int64_t version = 0;  // 0 while it is the service's default
};
BOOST_DESCRIBE_STRUCT(AuditRetention, (), (days, version))

struct AuditRetentionPut {
    RetentionDays days;
};
BOOST_DESCRIBE_STRUCT(AuditRetentionPut, (), (days))

Task<audit_chain::AuditVerification> verification_get(web::Request& rq);
Task<AuditRetention> retention_get(web::Request& rq);
Task<AuditRetention> retention_put(web::Request& rq, web::Body<AuditRetentionPut> body, web::Tx& tx);

}  // namespace mz::audit
