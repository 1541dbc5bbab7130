#pragma once
#include "audit_chain/verifier.hpp"
#include "web/route.hpp"

#include <optional>
#include <string>

namespace mz::audit {

// `pending` until the first whole pass over the tenant's chain.
enum class ChainState { pending, intact, broken };
BOOST_DESCRIBE_ENUM(ChainState, pending, intact, broken)

// What the last whole pass found: `checked` entries were what had been sealed. The first fault is named.
struct AuditVerification {
    ChainState state = ChainState::pending;
    std::optional<std::int64_t> checked;
    std::optional<Timestamp> finished_at;
    std::int64_t sealed = 0;   // entries ever, as of now
    std::int64_t removed = 0;  // by retention
    std::optional<Timestamp> removed_until;
    std::optional<audit_chain::Fault> fault;
    std::optional<std::int64_t> fault_seq;
    std::optional<Uuid> fault_entry;
    std::optional<std::string> fault_detail;
};
BOOST_DESCRIBE_STRUCT(AuditVerification, (),
                      (state, checked, finished_at, sealed, removed, removed_until, fault, fault_seq, fault_entry, fault_detail))

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

Task<AuditVerification> verification_get(web::Request& rq);
Task<AuditRetention> retention_get(web::Request& rq);
Task<AuditRetention> retention_put(web::Request& rq, web::Body<AuditRetentionPut> body, web::Tx& tx);

}  // namespace mz::audit
