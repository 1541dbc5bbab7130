#include "operators/session_list.hpp"

#include "operators/sessions.hpp"
#include "operators_sql.hpp"
#include "web/user_agent.hpp"

#include <algorithm>

namespace mz::operators {
namespace {

struct Open {
    Uuid operator_id;
    Timestamp now;
    Timestamp idle_since;
};
BOOST_DESCRIBE_STRUCT(Open, (), (operator_id, now, idle_since))

struct Row {
    Uuid id;
    std::string user_agent;
    std::string remote_address;
    Timestamp created_at;
    Timestamp last_used_at;
    Timestamp expires_at;
};
BOOST_DESCRIBE_STRUCT(Row, (), (id, user_agent, remote_address, created_at, last_used_at, expires_at))

}  // namespace

Task<web::Page<OpenSession>> sessions_of(web::Request& rq, Uuid operator_id)
{
    std::chrono::seconds const idle_life(rq.services.get<SignIn>().settings.session_idle_seconds);
    auto const time = now();
    Open const open{operator_id, time, time - idle_life};
    web::Page<OpenSession> page;
    for (auto const& row : co_await rq.db.all<Row>(sql::session_list{}, open)) {
        page.items.push_back({row.id, web::device_of(row.user_agent), row.remote_address, row.created_at, row.last_used_at,
                              std::min(row.last_used_at + idle_life, row.expires_at), row.expires_at, row.id == rq.caller.session});
    }
    co_return page;
}

Task<web::Page<OpenSession>> session_list(web::Request& rq) { co_return co_await sessions_of(rq, *rq.caller.id); }

Task<void> session_end(web::Request& rq, web::Path<SessionPath> path, web::Tx& tx)
{
    SessionsEnd const ending{*rq.caller.id, "ended", now(), path->id};
    auto const ended = co_await end_sessions(tx, ending);
    if (ended == 0) throw Problem(Failure::not_found, "no such session");
}

Task<void> sessions_end_others(web::Request& rq, web::Tx& tx)
{
    rq.audit_target(*rq.caller.id);
    SessionsEnd const ending{*rq.caller.id, "ended", now(), std::nullopt, rq.caller.session};
    co_await end_sessions(tx, ending);
}

}  // namespace mz::operators
