#pragma once
#include "audit_chain/chain.hpp"
#include "pg/blocking.hpp"

#include <chrono>
#include <optional>
#include <span>
#include <string>

namespace mz::audit_chain {

enum class Fault {
    changed,    // an entry, or its link, is not what was sealed
    missing,    // an entry or a link is gone
    reordered,  // an entry stands in another one's place
    inserted,   // an entry that was never sealed, nor ever waited to be
    unsealed,   // an entry waits for longer than it should
    vanished,   // an entry was removed while it waited
    truncated,  // the chain ends before its signed head
    forged,     // the head is missing, was not signed by this service, or is not this chain's
};
BOOST_DESCRIBE_ENUM(Fault, changed, missing, reordered, inserted, unsealed, vanished, truncated, forged)

struct Finding {
    Fault fault = Fault::changed;
    std::optional<std::int64_t> seq;
    std::optional<Uuid> entry;
    std::string detail;  // a sentence
};

struct Report {
    Uuid tenant;
    std::int64_t checked = 0;  // entries that are what was sealed
    std::int64_t removed = 0;  // by retention
    std::optional<Timestamp> removed_until;
    std::optional<Finding> finding;  // the first one
};

struct VerifySettings {
    std::chrono::seconds unsealed{60};  // an entry that waits for longer is a finding
    int page = 1000;                    // links read at a time
};

// The whole chain of one tenant in one snapshot, in constant memory.
Report verify(pg::Blocking& connection, KeyRing const& keys, Uuid tenant, VerifySettings settings);

// The next page of a pass over one tenant's chain that spans many transactions, kept in audit.verifications; the report of the whole pass
// when that was the last one. What was sealed or removed meanwhile is taken into account.
std::optional<Report> verify_next(pg::Blocking& connection, KeyRing const& keys, Uuid tenant, VerifySettings settings);

// Later than any check: every tenant.
inline constexpr Timestamp at_any_time{253402300799000000};  // the last second of the year 9999

// Tenants whose last whole pass ended before that time, the longest unchecked first.
std::vector<Uuid> chains(pg::Blocking& connection, Timestamp checked_before);

}  // namespace mz::audit_chain
