#include "sso/sign_in.hpp"

#include "identity/identity.hpp"
#include "json/write.hpp"
#include "sso/joining.hpp"
#include "sso/service.hpp"
#include "sso_sql.hpp"

#include <algorithm>

namespace mz::sso {
namespace {

struct ByDomain {
    std::string domain;
};
BOOST_DESCRIBE_STRUCT(ByDomain, (), (domain))

struct Answering {
    Uuid tenant_id;
    Uuid id;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(Answering, (), (tenant_id, id, name))

struct Choice {
    Uuid id;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(Choice, (), (id, name))

struct Found {
    Uuid tenant;
    Uuid connection;
};

struct UsernameFind {
    Uuid connection_id;
    Uuid person_id;
};
BOOST_DESCRIBE_STRUCT(UsernameFind, (), (connection_id, person_id))

Problem unknown()
{
    return Problem(Failure::not_found, "sso-unknown", "No organisation here signs people in with addresses of this domain.");
}

Task<Found> find(web::Request& rq, Start start)
{
    if (start.email.has_value() == start.connection_id.has_value()) throw Problem::invalid("", "needs one of email and connection_id");
    if (start.connection_id) {
        ConnectionPath const path{*start.connection_id};
        auto const tenant = co_await rq.db.maybe<Uuid>(sql::connection_tenant{}, path);
        if (!tenant) throw unknown();
        co_return Found{*tenant, *start.connection_id};
    }
    ByDomain const by_domain{start.email->substr(start.email->find('@') + 1)};
    auto const answering = co_await rq.db.all<Answering>(sql::connections_for{}, by_domain);
    if (answering.empty()) throw unknown();
    if (answering.size() == 1) co_return Found{answering.front().tenant_id, answering.front().id};
    std::vector<Choice> choices;
    choices.reserve(answering.size());
    for (auto const& one : answering) choices.push_back({one.id, one.name});
    Problem several(Failure::conflict, "sso-several", "More than one organisation signs people in with addresses of this domain.");
    several.members.push_back({"connections", json::write(choices)});
    throw several;
}

// Whether the provider has seen a second factor: it says so, or the tenant relies on it.
bool second_factor_seen(ConnectionRow const& connection, oidc::Identity const& who)
{
    return connection.trusts_second_factor || std::ranges::find(who.amr, "mfa") != who.amr.end();
}

// A provider that does not say when its person signed in says nothing about how long ago that was.
Timestamp proved_at(oidc::Identity const& who) { return std::min(who.authenticated_at.value_or(Timestamp{}), now()); }

Task<std::optional<std::string>> log_out_url(web::Request& rq, ConnectionRow connection, oidc::Identity who)
{
    oidc::LogOut options;
    options.post_logout_redirect_uri = rq.services.get<Sso>().log_out_uri;
    options.logout_hint = who.username;
    auto const client = client_of(rq, connection);
    co_return co_await rq.services.get<oidc::RelyingParty>().end_session_url(client, std::move(options));
}

}  // namespace

Task<Started> start(web::Request& rq, web::Body<Start> body)
{
    auto& starts = rq.services.get<Sso>().starts;
    starts.check(rq.http.remote_address);
    starts.failed(rq.http.remote_address);
    auto const found = co_await find(rq, body.value);
    rq.become(identity::nobody_in(found.tenant));
    auto const connection = co_await connection_row(rq, found.connection);
    oidc::Options options;
    options.login_hint = body->email.value_or(Email());
    co_return co_await begin_attempt(rq, connection, Purpose::sign_in, std::move(options));
}

Task<identity::Session> finish(web::Request& rq, web::Body<Callback> body)
{
    auto const attempt = co_await take_attempt(rq, body.value, Purpose::sign_in);
    auto const connection = co_await connection_row(rq, attempt.connection_id);
    if (!connection.enabled) throw Problem(Failure::forbidden, "sso-changed", "This sign-in is switched off.");
    auto const who = co_await ask_provider(rq, connection, attempt, body.value);
    auto const judgement = co_await judge(rq, connection, who);
    auto const person = co_await let_in(rq, connection, who, judgement);
    identity::ProviderSession provider{connection.id, {}};
    provider.end_session_url = co_await log_out_url(rq, connection, who);
    rq.db.audit().changes = "{\"connection\":" + json::write(connection.id) + "}";
    identity::enter_unproved(rq, person, *rq.caller.tenant);
    auto const membership = co_await identity::membership_by_provider(rq, person);
    identity::Admission const admission{person, membership, second_factor_seen(connection, who), proved_at(who), std::nullopt, provider};
    co_return co_await identity::admit(rq, admission);
}

Task<Started> step_up_start(web::Request& rq)
{
    auto const provider = co_await identity::provider_of_session(rq);
    if (!provider) throw Problem(Failure::conflict, "sso-not-this-session", "You signed in here yourself; prove yourself here.");
    auto const connection = co_await connection_row(rq, *provider);
    UsernameFind const find_username{connection.id, *rq.caller.id};
    auto const username = co_await rq.db.maybe<std::string>(sql::username_get{}, find_username);
    oidc::Options options;
    options.prompt = "login";
    options.max_age = std::chrono::seconds(0);
    options.login_hint = username.value_or("");
    co_return co_await begin_attempt(rq, connection, Purpose::step_up, std::move(options));
}

Task<identity::Session> step_up_finish(web::Request& rq, web::Body<Callback> body)
{
    auto const attempt = co_await take_attempt(rq, body.value, Purpose::step_up);
    auto const connection = co_await connection_row(rq, attempt.connection_id);
    auto const who = co_await ask_provider(rq, connection, attempt, body.value);
    auto const judgement = co_await judge(rq, connection, who);
    if (judgement.verdict != Verdict::known || judgement.person != rq.caller.id) {
        throw Problem(Failure::forbidden, "sso-somebody-else", "Somebody else signed in at your organisation; sign in there as yourself.");
    }
    std::chrono::seconds const slack(rq.services.get<Sso>().settings.sso_step_up_slack_seconds);
    if (!who.authenticated_at || *who.authenticated_at + slack < attempt.created_at) {
        throw Problem(Failure::forbidden, "sso-not-fresh",
                      "Your organisation's sign-in service did not say that you signed in just now; an administrator can add auth_time to "
                      "its tokens.");
    }
    co_await rq.db.begin();
    rq.db.audit().changes = R"({"method":"sso"})";
    co_return co_await identity::renew_proof(rq, proved_at(who), second_factor_seen(connection, who));
}

}  // namespace mz::sso
