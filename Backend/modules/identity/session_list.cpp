#include "identity/session_list.hpp"

#include "identity/managed.hpp"
#include "identity/sessions.hpp"
#include "identity/users.hpp"
#include "identity_sql.hpp"
#include "web/user_agent.hpp"

namespace mz::identity {
namespace {

struct Open {
    Timestamp now;
    Timestamp idle_since;
};
BOOST_DESCRIBE_STRUCT(Open, (), (now, idle_since))

struct OpenOfUser : Open {
    Uuid person_id;
};
BOOST_DESCRIBE_STRUCT(OpenOfUser, (Open), (person_id))

struct Row {
    Uuid id;
    std::string tenant_name;
    std::string user_agent;
    std::string remote_address;
    Timestamp created_at;
    Timestamp last_used_at;
    Timestamp expires_at;
};
BOOST_DESCRIBE_STRUCT(Row, (), (id, tenant_name, user_agent, remote_address, created_at, last_used_at, expires_at))

struct EndOwn {
    Uuid id;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(EndOwn, (), (id, now))

struct EndOthers {
    Uuid session_id;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(EndOthers, (), (session_id, now))

struct EndOfUser {
    Uuid person_id;
    std::optional<Uuid> session_id;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(EndOfUser, (), (person_id, session_id, now))

std::chrono::seconds idle_life(web::Request const& rq)
{
    return std::chrono::seconds(rq.services.get<SignIn>().settings.session_idle_seconds);
}

web::Page<OpenSession> page_of(web::Request const& rq, std::vector<Row> const& rows)
{
    web::Page<OpenSession> page;
    for (auto const& row : rows) {
        page.items.push_back({row.id, row.tenant_name, web::device_of(row.user_agent), row.remote_address, row.created_at, row.last_used_at,
                              std::min(row.last_used_at + idle_life(rq), row.expires_at), row.expires_at, row.id == rq.caller.session});
    }
    return page;
}

// In this tenant.
Task<web::Page<OpenSession>> list_of(web::Request& rq, Uuid person)
{
    OpenOfUser open;
    open.now = now();
    open.idle_since = open.now - idle_life(rq);
    open.person_id = person;
    auto const rows = co_await rq.db.all<Row>(sql::user_session_list{}, open);
    co_return page_of(rq, rows);
}

}  // namespace

Task<web::Page<OpenSession>> session_list(web::Request& rq)
{
    // What a provider vouches for sees the person as its own tenant does.
    if (co_await provider_of_session(rq)) co_return co_await list_of(rq, *rq.caller.id);
    Open const open{now(), now() - idle_life(rq)};
    auto const rows = co_await rq.db.all<Row>(sql::own_session_list{}, open);
    co_return page_of(rq, rows);
}

Task<void> session_end(web::Request& rq, web::Path<SessionPath> path)
{
    if (co_await provider_of_session(rq)) {
        EndOfUser const end_here{*rq.caller.id, path->id, now()};
        co_await rq.db.begin();
        auto const count = co_await rq.db.transaction().run(sql::user_sessions_end{}, end_here);
        if (count == 0) throw Problem(Failure::not_found, "no such session");
        co_return;
    }
    EndOwn const end{path->id, now()};
    co_await rq.db.begin();
    auto const ended = co_await rq.db.transaction().maybe<Uuid>(sql::own_session_end{}, end);
    if (!ended) throw Problem(Failure::not_found, "no such session");
}

Task<void> sessions_end_others(web::Request& rq)
{
    rq.audit_target(*rq.caller.id);
    EndOthers const end{*rq.caller.session, now()};
    bool const here = (co_await provider_of_session(rq)).has_value();
    co_await rq.db.begin();
    if (here) {
        co_await rq.db.transaction().run(sql::own_sessions_end_here{}, end);
        co_return;
    }
    co_await rq.db.transaction().one<std::int64_t>(sql::own_sessions_end_others{}, end);
}

Task<web::Page<OpenSession>> user_session_list(web::Request& rq, web::Path<UserPath> path)
{
    co_await rq.db.one<User>(sql::user_get{}, path.value);
    co_return co_await list_of(rq, path->id);
}

Task<void> user_sessions_end(web::Request& rq, web::Path<UserPath> path, web::Body<UserSessionsEnd> body, web::Tx& tx)
{
    co_await require_may_change(rq, tx, path->id);
    EndOfUser const end{path->id, body->session_id, now()};
    co_await tx.run(sql::user_sessions_end{}, end);
}

}  // namespace mz::identity
