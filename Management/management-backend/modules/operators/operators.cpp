#include "operators/operators.hpp"

#include "audit_chain/verification.hpp"
#include "operators/sessions.hpp"
#include "operators_sql.hpp"

namespace mz::operators {

using namespace web;

namespace {

struct ByOperator {
    Uuid operator_id;
};
BOOST_DESCRIBE_STRUCT(ByOperator, (), (operator_id))

struct MeRow {
    Uuid id;
    Email email;
    std::string display_name;
};
BOOST_DESCRIBE_STRUCT(MeRow, (), (id, email, display_name))

Task<Me> me_get(Request& rq)
{
    ByOperator const by_operator{*rq.caller.id};
    auto const row = co_await rq.db.one<MeRow>(sql::operator_get{}, by_operator);
    co_return Me{row.id, row.email, row.display_name, {rq.caller.role}, rq.caller.permissions};
}

Task<Page<AuditEntry>> audit_list(Request& rq, Query<AuditFilter> filter)
{
    if (!filter.value.sort) filter.value.sort = "-at";  // what happened last is what people look for
    co_return co_await rq.db.page<AuditEntry>(sql::audit_list{}, filter.value);
}

Task<audit_chain::AuditVerification> audit_verification_get(Request& rq)
{
    co_return audit_chain::verification_of(co_await rq.db.one<audit_chain::VerificationRow>(sql::verification_get{}));
}

}  // namespace

std::vector<Route> routes()
{
    return {
        route(Verb::post, "/api/v1/auth/login", permission::none, "auth_login", "Sign in with e-mail address and password", log_in),
        route(Verb::post, "/api/v1/auth/refresh", permission::none, "auth_refresh", "A new access token for the refresh cookie", refresh),
        route(Verb::post, "/api/v1/auth/logout", permission::none, "auth_logout", "End the session of the refresh cookie", log_out),
        route(Verb::get, "/api/v1/me", permission::signed_in, "me_get", "Who am I", me_get),
        route(Verb::get, "/api/v1/audit", Permission{"audit:read"}, "audit_list", "Who changed what, newest first", audit_list),
        route(Verb::get, "/api/v1/audit/verification", Permission{"audit:read"}, "audit_verification_get", "Is the log what was written",
              audit_verification_get),
    };
}

}  // namespace mz::operators
