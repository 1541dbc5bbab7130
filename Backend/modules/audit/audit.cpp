#include "audit/audit.hpp"

#include "audit/chain.hpp"
#include "audit/entry.hpp"
#include "audit_sql.hpp"

namespace mz::audit {

using namespace web;

namespace {

// By what narrows the list most; the other filters apply to what that index finds.
Task<Page<AuditEntry>> list(Request& rq, Query<AuditFilter> filter)
{
    auto& asked = filter.value;
    if (!asked.sort) asked.sort = "-at";  // what happened last is what people look for
    if (asked.request_id) co_return co_await rq.db.page<AuditEntry>(sql::audit_list_by_request_id{}, asked);
    if (asked.target_id) co_return co_await rq.db.page<AuditEntry>(sql::audit_list_by_target_id{}, asked);
    if (asked.actor_id) co_return co_await rq.db.page<AuditEntry>(sql::audit_list_by_actor_id{}, asked);
    if (asked.remote_address) co_return co_await rq.db.page<AuditEntry>(sql::audit_list_by_remote_address{}, asked);
    if (asked.operation) co_return co_await rq.db.page<AuditEntry>(sql::audit_list_by_operation{}, asked);
    if (asked.outcome) co_return co_await rq.db.page<AuditEntry>(sql::audit_list_by_outcome{}, asked);
    co_return co_await rq.db.page<AuditEntry>(sql::audit_list{}, asked);
}

}  // namespace

std::vector<Route> routes()
{
    constexpr Permission read{"audit:read"};
    constexpr Permission write{"audit:write"};
    std::vector<Route> all;
    all.push_back(route(Verb::get, "/api/v1/audit", read, "audit_list", "Who did what, newest first", list));
    all.push_back(
        route(Verb::get, "/api/v1/audit/verification", read, "audit_verification_get", "Is the log what was written", verification_get));
    all.push_back(route(Verb::get, "/api/v1/audit/retention", read, "audit_retention_get", "How long entries are kept", retention_get));
    all.push_back(route(Verb::put, "/api/v1/audit/retention", write, "audit_retention_put", "Keep entries for so long", retention_put));
    return all;
}

}  // namespace mz::audit
