#include "operators/sessions.hpp"

#include "core/crypto.hpp"
#include "operators_sql.hpp"

#include <algorithm>

namespace mz::operators {
namespace {

constexpr std::size_t longest_user_agent = 300;

struct Opening {
    Uuid session_id;
    Uuid operator_id;
    Bytes refresh_hash;
    std::string user_agent;
    std::string remote_address;
    Timestamp now;
    Timestamp expires_at;
};
BOOST_DESCRIBE_STRUCT(Opening, (), (session_id, operator_id, refresh_hash, user_agent, remote_address, now, expires_at))

}  // namespace

Session access(web::Request& rq, Timestamp session_expires_at)
{
    auto& sign_in = rq.services.get<SignIn>();
    auto const time = now();
    auto const expires_at = std::min(time + std::chrono::seconds(sign_in.settings.access_token_seconds), session_expires_at);
    Session session;
    session.access_token =
        sign_in.signer->sign({*rq.caller.id, std::nullopt, *rq.caller.session, rq.caller.role, expires_at, rq.caller.proved_at});
    session.expires_in = static_cast<int>(std::chrono::duration_cast<std::chrono::seconds>(expires_at - time).count());
    return session;
}

Session answer(web::Request& rq, Timestamp session_expires_at, std::string const& refresh_token)
{
    auto& sign_in = rq.services.get<SignIn>();
    sign_in.cookie.set(rq.headers, refresh_token, std::chrono::duration_cast<std::chrono::seconds>(session_expires_at - now()));
    return access(rq, session_expires_at);
}

Task<Session> open_session(web::Request& rq, Uuid operator_id, Role role)
{
    auto const& settings = rq.services.get<SignIn>().settings;
    auto caller = caller_of(operator_id, Uuid::v7(), role);
    caller.proved_at = now();
    rq.become(std::move(caller));
    rq.audit_target(operator_id);
    auto const token = random_token();
    Opening const opening{*rq.caller.session,
                          operator_id,
                          sha256(token),
                          std::string(rq.http.headers.get("User-Agent").substr(0, longest_user_agent)),
                          rq.http.remote_address,
                          *rq.caller.proved_at,
                          *rq.caller.proved_at + std::chrono::seconds(settings.session_absolute_seconds)};
    co_await rq.db.begin();
    co_await rq.db.one<Uuid>(sql::session_open{}, opening);
    co_return answer(rq, opening.expires_at, token);
}

Task<std::size_t> end_sessions(web::Tx& tx, SessionsEnd ending)
{
    auto const ended = co_await tx.all<Uuid>(sql::sessions_end{}, ending);
    co_return ended.size();
}

}  // namespace mz::operators
