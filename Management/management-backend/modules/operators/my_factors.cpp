#include "operators/factors.hpp"
#include "operators/operators.hpp"
#include "operators_sql.hpp"

namespace mz::operators {
namespace {

struct MeRow {
    Uuid id;
    Email email;
    std::string display_name;
    bool provided = false;
};
BOOST_DESCRIBE_STRUCT(MeRow, (), (id, email, display_name, provided))

struct Proving {
    Uuid session_id;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(Proving, (), (session_id, now))

struct Rename {
    Uuid id;
    factors::PasskeyName name;
};
BOOST_DESCRIBE_STRUCT(Rename, (), (id, name))

bool is_required(web::Request& rq) { return rq.services.get<SignIn>().settings.second_factor_required; }

// Whoever must have a factor keeps one: without it the next log-in would begin with adding one again.
Task<void> require_one_left(web::Request& rq)
{
    auto const standing = co_await factor_standing(rq);
    if (standing.has_factor()) co_return;
    if (is_required(rq)) {
        throw Problem(Failure::conflict, "last-factor", "Operators have a second factor; add another one before you remove this.");
    }
    // Codes that stand in for nothing would only lie around.
    co_await rq.db.run(sql::recovery_codes_delete{}, pg::NoArgs{});
}

}  // namespace

Task<factors::MyFactors> factors_get(web::Request& rq)
{
    factors::MyFactors out;
    auto const totp = co_await rq.db.maybe<factors::KeptTotp>(sql::totp_get{}, pg::NoArgs{});
    if (totp) out.totp = factors::AuthenticatorApp{totp->created_at, totp->last_used_at};
    out.passkeys = co_await rq.db.all<factors::Passkey>(sql::passkey_list{}, pg::NoArgs{});
    out.recovery_codes_left = co_await rq.db.one<std::int64_t>(sql::recovery_codes_count{}, pg::NoArgs{});
    out.required = is_required(rq);
    out.rp_id = rq.services.get<factors::Factors>().party.id;
    co_return out;
}

Task<factors::FactorOffer> factor_offer(web::Request& rq)
{
    auto const me = co_await rq.db.one<MeRow>(sql::me_get{}, pg::NoArgs{});
    if (me.provided) throw Problem(Failure::conflict, "managed-by-provider", "Your identity provider asks for your second factor.");
    co_return co_await offer_factors(rq, me.email);
}

Task<factors::RecoveryCodes> factor_create(web::Request& rq, web::Body<factors::NewFactor> body, web::Tx& tx)
{
    rq.audit_target(*rq.caller.id);
    factors::RecoveryCodes out{co_await add_factor(rq, body.value)};
    Proving const proving{*rq.caller.session, now()};
    co_await tx.maybe<Timestamp>(sql::session_prove{}, proving);
    co_return out;
}

Task<factors::RecoveryCodes> recovery_codes_renew(web::Request& rq, web::Tx&)
{
    auto const standing = co_await factor_standing(rq);
    if (!standing.has_factor()) throw Problem(Failure::conflict, "no-second-factor", "Add a passkey or an authenticator app first.");
    rq.audit_target(*rq.caller.id);
    OwnFactors own(rq);
    co_return factors::RecoveryCodes{co_await factors::renew_recovery_codes(own)};
}

Task<void> totp_delete(web::Request& rq, web::Tx& tx)
{
    auto const gone = co_await tx.maybe<Uuid>(sql::totp_delete{}, pg::NoArgs{});
    if (!gone) throw Problem(Failure::not_found, "no such authenticator app");
    rq.audit_target(*rq.caller.id);
    co_await require_one_left(rq);
}

Task<void> passkey_rename(web::Request& rq, web::Path<factors::PasskeyPath> path, web::Body<factors::PasskeyPatch> body)
{
    Rename const rename{path->id, body->name};
    auto const renamed = co_await rq.db.maybe<Uuid>(sql::passkey_rename{}, rename);
    if (!renamed) throw Problem(Failure::not_found, "no such passkey");
}

Task<void> passkey_delete(web::Request& rq, web::Path<factors::PasskeyPath> path, web::Tx& tx)
{
    auto const gone = co_await tx.maybe<Uuid>(sql::passkey_delete{}, path.value);
    if (!gone) throw Problem(Failure::not_found, "no such passkey");
    co_await require_one_left(rq);
}

}  // namespace mz::operators
