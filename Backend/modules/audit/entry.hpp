#pragma once
#include "core/clock.hpp"
#include "core/text.hpp"
#include "core/uuid.hpp"
#include "json/value.hpp"
#include "web/page.hpp"

#include <optional>
#include <string>

namespace mz::audit {

enum class AuditActorKind { user, device, webhook, service, system };
BOOST_DESCRIBE_ENUM(AuditActorKind, user, device, webhook, service, system)

// One change: who, what, to what. `changes` is the request's body without its secrets.
struct AuditEntry {
    Uuid id;
    Timestamp at;
    AuditActorKind actor_kind = AuditActorKind::system;
    std::optional<Uuid> actor_id;
    std::optional<Email> actor_email;  // of users
    std::string operation;
    std::optional<Uuid> target_id;
    std::optional<std::string> request_id;
    std::optional<std::string> remote_address;
    std::optional<json::Raw> changes;
};
BOOST_DESCRIBE_STRUCT(AuditEntry, (),
                      (id, at, actor_kind, actor_id, actor_email, operation, target_id, request_id, remote_address, changes))

struct AuditFilter : web::ListQuery {
    std::optional<Text<1, 100>> operation;
    std::optional<Uuid> actor_id;
    std::optional<Uuid> target_id;
    std::optional<Timestamp> from;
    std::optional<Timestamp> to;  // exclusive
};
BOOST_DESCRIBE_STRUCT(AuditFilter, (web::ListQuery), (operation, actor_id, target_id, from, to))

}  // namespace mz::audit
