#include "sso/trial.hpp"

#include "identity/identity.hpp"
#include "json/read.hpp"
#include "sso_sql.hpp"

#include <algorithm>

namespace mz::sso {
namespace {

struct Tested {
    Uuid id;
    std::int64_t settings = 0;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(Tested, (), (id, settings, now))

void require_owner(web::Request const& rq) { identity::require_may_give(rq.caller, identity::Granted{Role::owner, {}, {}}); }

std::vector<TrialClaim> claims_of(oidc::Identity const& who)
{
    std::vector<TrialClaim> out;
    auto const add = [&](char const* name, std::string const& value) {
        if (!value.empty()) out.push_back({name, {value}});
    };
    add("iss", who.issuer);
    add("sub", who.subject);
    add("tid", who.tid);
    add("oid", who.oid);
    add("name", who.name);
    add("preferred_username", who.username);
    add("email", who.email);
    if (!who.email.empty()) add("email_verified", who.email_verified ? "true" : "false");
    if (!who.roles.empty()) out.push_back({"roles", who.roles});
    if (!who.groups.empty()) out.push_back({"groups", who.groups});
    if (!who.amr.empty()) out.push_back({"amr", who.amr});
    add("acr", who.acr);
    if (who.authenticated_at) add("auth_time", who.authenticated_at->to_string());
    return out;
}

void note_failure(Trial& trial, Problem const& problem)
{
    trial.failed = problem.type;
    trial.detail = problem.detail;
    auto const check = std::ranges::find(problem.members, "check", &ProblemMember::name);
    if (check != problem.members.end()) trial.check = json::read_text<std::string>(check->json);
}

}  // namespace

Task<Started> trial_start(web::Request& rq, web::Path<ConnectionPath> path)
{
    require_owner(rq);
    auto const connection = co_await connection_row(rq, path->id);
    // The person at the keyboard shall see what a new one sees, and choose whom to be.
    oidc::Options options;
    options.prompt = "select_account";
    co_return co_await begin_attempt(rq, connection, Purpose::test, std::move(options));
}

Task<Trial> trial_finish(web::Request& rq, web::Body<Callback> body)
{
    require_owner(rq);
    auto const attempt = co_await take_attempt(rq, body.value, Purpose::test);
    auto const connection = co_await connection_row(rq, attempt.connection_id);
    rq.audit_target(connection.id);
    Trial trial;
    trial.connection_id = connection.id;
    std::optional<oidc::Identity> who;
    try {
        who = co_await ask_provider(rq, connection, attempt, body.value);
    } catch (Problem const& problem) {
        note_failure(trial, problem);
    }
    rq.db.audit().changes = trial.failed ? "{\"failed\":\"" + *trial.failed + "\"}" : std::string(R"({"good":true})");
    if (!who) co_return trial;
    auto const judgement = co_await judge(rq, connection, *who);
    trial.good = true;
    trial.claims = claims_of(*who);
    trial.verdict = judgement.verdict;
    trial.role = judgement.role;
    trial.role_id = judgement.role_id;
    trial.mapping = judgement.mapping;
    trial.groups_overage = who->groups_overage;
    trial.second_factor = std::ranges::find(who->amr, "mfa") != who->amr.end();
    trial.says_when = who->authenticated_at.has_value();
    Tested const tested{connection.id, attempt.settings, now()};
    co_await rq.db.maybe<Uuid>(sql::connection_tested{}, tested);
    co_return trial;
}

}  // namespace mz::sso
