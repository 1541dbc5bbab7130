#pragma once
#include "core/clock.hpp"
#include "core/text.hpp"
#include "core/uuid.hpp"
#include "json/value.hpp"
#include "web/audit.hpp"
#include "web/page.hpp"

#include <optional>
#include <string>

namespace mz::audit {

// One act: who, what, to what, from where, and what became of it. `changes` is {"before", "after"} of what was changed where that is known,
// else the request's body without its secrets; of a refusal it is the reason. Nobody has proved to be an anonymous actor.
struct AuditEntry {
    Uuid id;
    Timestamp at;
    web::ActorKind actor_kind = web::ActorKind::system;
    std::optional<Uuid> actor_id;
    std::optional<Email> actor_email;       // of users
    std::optional<std::string> actor_name;  // of service accounts
    std::string operation;
    web::AuditOutcome outcome = web::AuditOutcome::done;
    std::optional<Uuid> target_id;
    std::optional<Email> target_email;  // of users
    std::optional<std::string> request_id;
    std::optional<std::string> remote_address;
    std::optional<json::Raw> changes;
};
BOOST_DESCRIBE_STRUCT(AuditEntry, (),
                      (id, at, actor_kind, actor_id, actor_email, actor_name, operation, outcome, target_id, target_email, request_id,
                       remote_address, changes))

struct AuditFilter : web::ListQuery {
    std::optional<Text<1, 100>> operation;
    std::optional<Uuid> actor_id;
    std::optional<Uuid> target_id;
    std::optional<web::AuditOutcome> outcome;
    std::optional<Text<1, 100>> remote_address;
    std::optional<Text<1, 200>> request_id;
    std::optional<Timestamp> from;
    std::optional<Timestamp> to;  // exclusive
};
BOOST_DESCRIBE_STRUCT(AuditFilter, (web::ListQuery), (operation, actor_id, target_id, outcome, remote_address, request_id, from, to))

}  // namespace mz::audit
