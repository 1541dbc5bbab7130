#include "identity/security_policy.hpp"

#include "identity/sign_in.hpp"
#include "identity_sql.hpp"

namespace mz::identity {
namespace {

constexpr int seconds_of_a_minute = 60;

struct Row : SecurityPolicyPut {
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(Row, (SecurityPolicyPut), (version))

struct Put : Row {
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(Put, (Row), (now))

void require_within(std::optional<PolicyMinutes> const& wanted, int most, char const* pointer)
{
    if (wanted && wanted->value > most) throw Problem::invalid(pointer, "must be at most " + std::to_string(most));
}

}  // namespace

void validate(SecurityPolicyPut const& policy, json::Errors& errors, json::Path const& at)
{
    if (policy.second_factor == FactorDemand::roles && policy.roles.empty()) errors.add(json::Path{&at, "roles"}, "must name a role");
}

Task<SecurityPolicy> security_policy_get(web::Request& rq)
{
    auto const& settings = rq.services.get<SignIn>().settings;
    SecurityPolicy out;
    auto const row = co_await rq.db.maybe<Row>(sql::security_policy_get{}, pg::NoArgs{});
    if (row) {
        static_cast<SecurityPolicyPut&>(out) = *row;
        out.version = row->version;
    }
    out.most_idle_minutes = settings.session_idle_seconds / seconds_of_a_minute;
    out.most_absolute_minutes = settings.session_absolute_seconds / seconds_of_a_minute;
    co_return out;
}

Task<SecurityPolicy> security_policy_put(web::Request& rq, web::Body<SecurityPolicyPut> body, web::Tx& tx)
{
    auto policy = co_await security_policy_get(rq);
    rq.check_version(policy.version);
    require_within(body->session_idle_minutes, policy.most_idle_minutes, "/session_idle_minutes");
    require_within(body->session_absolute_minutes, policy.most_absolute_minutes, "/session_absolute_minutes");
    Put put;
    static_cast<SecurityPolicyPut&>(put) = body.value;
    put.version = ++policy.version;
    put.now = now();
    // Not written where somebody else has changed it since it was read.
    auto const written = co_await tx.maybe<Uuid>(sql::security_policy_put{}, put);
    if (!written) throw Problem(Failure::precondition_failed, "version-changed", "Somebody changed this meanwhile; read it again.");
    rq.audit_target(*rq.caller.tenant);
    static_cast<SecurityPolicyPut&>(policy) = body.value;
    co_return policy;
}

}  // namespace mz::identity
