#pragma once
#include "core/uuid.hpp"
#include "pg/connection.hpp"
#include "web/caller.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace mz::web {

// What became of it: `done` is in the request's own transaction and exists only if that was committed; `refused` is what the caller may not
// do; `failed` is what they may, but could not prove or finish.
enum class AuditOutcome { done, refused, failed };
BOOST_DESCRIBE_ENUM(AuditOutcome, done, refused, failed)

// One row of audit.entries, in the request's own transaction.
struct AuditEntry {
    ActorKind actor_kind = ActorKind::anonymous;
    std::optional<Uuid> tenant;
    std::optional<Uuid> actor;
    std::optional<Uuid> target;
    std::string operation;  // the route's
    std::string request_id;
    std::string remote_address;
    std::optional<std::string> changes;  // JSON text: {"before", "after"} of what was changed, or the request's body, without its secrets
    AuditOutcome outcome = AuditOutcome::done;
};

// Somebody was turned away, and the log shall say so although the request's own transaction is rolled back. Where nobody has proved who
// they are (a wrong password), the actor stays anonymous and the target is the account that was tried.
struct Refusal {
    Uuid tenant;  // nil in a service without tenants
    std::optional<Uuid> target;
    std::string reason;  // a stable slug: "wrong-password"
    AuditOutcome outcome = AuditOutcome::refused;
    ActorKind actor_kind = ActorKind::anonymous;
    std::optional<Uuid> actor{};
};

// Two common table expressions, `audited` and `queued`: the row, and its place in the queue of rows that wait to be sealed into the chain
// (packages/platform/audit_chain). Parameters are numbered from `first`; `condition` may say `where ..`.
std::string audit_expressions(std::size_t first, std::string_view condition = {});
void append_audit_params(pg::Params& params, AuditEntry const& entry);
// The row alone.
pg::Statement audit_statement(AuditEntry const& entry);

}  // namespace mz::web
