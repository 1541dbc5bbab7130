#pragma once
#include "audit_chain/verifier.hpp"
#include "core/clock.hpp"
#include "core/uuid.hpp"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace mz::audit_chain {

// `pending` until the first whole pass over the chain.
enum class ChainState { pending, intact, broken };
BOOST_DESCRIBE_ENUM(ChainState, pending, intact, broken)

// What the last whole pass found, as a service's console shows it: `checked` entries were what had been sealed. The first fault is named.
struct AuditVerification {
    ChainState state = ChainState::pending;
    std::optional<std::int64_t> checked;
    std::optional<Timestamp> finished_at;
    std::int64_t sealed = 0;   // entries ever, as of now
    std::int64_t removed = 0;  // by retention
    std::optional<Timestamp> removed_until;
    std::optional<Fault> fault;
    std::optional<std::int64_t> fault_seq;
    std::optional<Uuid> fault_entry;
    std::optional<std::string> fault_detail;
};
BOOST_DESCRIBE_STRUCT(AuditVerification, (),
                      (state, checked, finished_at, sealed, removed, removed_until, fault, fault_seq, fault_entry, fault_detail))

// The same as each service's `verification_get` reads it from audit.verifications and audit.heads.
struct VerificationRow {
    std::optional<std::int64_t> checked;
    std::optional<Timestamp> finished_at;
    std::optional<Fault> fault;
    std::optional<std::int64_t> fault_seq;
    std::optional<Uuid> fault_entry;
    std::optional<std::string> fault_detail;
    std::int64_t sealed = 0;
    std::int64_t removed = 0;
    std::optional<Timestamp> removed_until;
};
BOOST_DESCRIBE_STRUCT(VerificationRow, (),
                      (checked, finished_at, fault, fault_seq, fault_entry, fault_detail, sealed, removed, removed_until))

inline AuditVerification verification_of(VerificationRow const& row)
{
    auto const state = !row.finished_at ? ChainState::pending : row.fault ? ChainState::broken : ChainState::intact;
    return {state,     row.checked,   row.finished_at, row.sealed,      row.removed, row.removed_until,
            row.fault, row.fault_seq, row.fault_entry, row.fault_detail};
}

}  // namespace mz::audit_chain
