#include "audit/audit.hpp"

#include "audit/entry.hpp"
#include "audit_sql.hpp"

namespace mz::audit {

using namespace web;

namespace {

Task<Page<AuditEntry>> list(Request& rq, Query<AuditFilter> filter)
{
    if (!filter.value.sort) filter.value.sort = "-at";  // what happened last is what people look for
    co_return co_await rq.db.page<AuditEntry>(sql::audit_list{}, filter.value);
}

}  // namespace

std::vector<Route> routes()
{
    return {route(Verb::get, "/api/v1/audit", Permission{"audit:read"}, "audit_list", "Who changed what, newest first", list)};
}

}  // namespace mz::audit
