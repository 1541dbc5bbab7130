#pragma once
#include "core/uuid.hpp"
#include "pg/connection.hpp"
#include "web/caller.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace mz::web {

// What is written about a request that changes something: one row of audit.entries, in the request's own transaction.
struct AuditEntry {
    ActorKind actor_kind = ActorKind::anonymous;
    std::optional<Uuid> tenant;
    std::optional<Uuid> actor;
    std::optional<Uuid> target;
    std::string operation;  // the route's
    std::string request_id;
    std::string remote_address;
    std::optional<std::string> changes;  // JSON text: the request's body without its secrets
};

// `insert into audit.entries (..) select $n::uuid, ..` with its parameters numbered after `first`; a `where` may follow it.
std::string audit_insert_text(std::size_t first);
void append_audit_params(pg::Params& params, AuditEntry const& entry);

}  // namespace mz::web
