#include "identity/my_factors.hpp"

#include "identity/factors.hpp"
#include "identity/granting.hpp"
#include "identity/managed.hpp"
#include "identity/notice.hpp"
#include "identity/proof.hpp"
#include "identity_sql.hpp"

namespace mz::identity {
namespace {

struct ProveSession {
    Uuid session_id;
    bool second_factor = true;
    Timestamp proved_at;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(ProveSession, (), (session_id, second_factor, proved_at, now))

struct TotpRow : AuthenticatorApp {
    Bytes secret;
};
BOOST_DESCRIBE_STRUCT(TotpRow, (AuthenticatorApp), (secret))

struct Rename {
    Uuid id;
    PasskeyName name;
};
BOOST_DESCRIBE_STRUCT(Rename, (), (id, name))

// Whoever must have a factor here keeps one: without it the next log-in would begin with adding one again.
Task<void> require_one_left(web::Request& rq)
{
    auto const standing = co_await factor_standing(rq);
    if (standing.has_factor()) co_return;
    if (standing.demands()) {
        throw Problem(Failure::conflict, "last-factor",
                      "This organization asks for a second factor; add another one before you remove this.");
    }
    // Codes that stand in for nothing would only lie around.
    co_await rq.db.run(sql::recovery_codes_delete{}, pg::NoArgs{});
}

}  // namespace

Task<MyFactors> factors_get(web::Request& rq)
{
    MyFactors out;
    auto const totp = co_await rq.db.maybe<TotpRow>(sql::totp_get{}, pg::NoArgs{});
    if (totp) out.totp = *totp;
    out.passkeys = co_await passkeys_of(rq);
    out.recovery_codes_left = co_await rq.db.one<std::int64_t>(sql::recovery_codes_count{}, pg::NoArgs{});
    auto const standing = co_await factor_standing(rq);
    out.required = standing.demands();
    out.rp_id = rq.services.get<Factors>().party.id;
    co_return out;
}

Task<std::vector<Passkey>> passkeys_of(web::Request& rq) { co_return co_await rq.db.all<Passkey>(sql::passkey_list{}, pg::NoArgs{}); }

Task<FactorOffer> factor_offer(web::Request& rq)
{
    co_await require_own_account(rq);
    auto email = co_await email_of(rq);
    co_return co_await offer_factors(rq, std::move(email));
}

Task<RecoveryCodes> factor_create(web::Request& rq, web::Body<NewFactor> body, web::Tx& tx)
{
    co_await require_own_account(rq);
    RecoveryCodes out{co_await add_factor(rq, body.value)};
    // A code or a passkey has just been shown, so from here on the session has its second factor.
    ProveSession const prove{*rq.caller.session, true, now(), now()};
    co_await tx.run(sql::session_prove{}, prove);
    co_return out;
}

Task<RecoveryCodes> recovery_codes_renew(web::Request& rq, web::Tx&)
{
    co_await require_own_account(rq);
    auto const standing = co_await factor_standing(rq);
    if (!standing.has_factor()) throw Problem(Failure::conflict, "no-second-factor", "Add a passkey or an authenticator app first.");
    co_await notify(rq, mail::FactorChange::recovery_codes_renewed);
    co_return RecoveryCodes{co_await renew_recovery_codes(rq)};
}

Task<void> totp_delete(web::Request& rq, web::Tx& tx)
{
    co_await require_own_account(rq);
    auto const gone = co_await tx.maybe<Uuid>(sql::totp_delete{}, pg::NoArgs{});
    if (!gone) throw Problem(Failure::not_found, "no such authenticator app");
    co_await require_one_left(rq);
    co_await notify(rq, mail::FactorChange::authenticator_removed);
}

Task<void> passkey_rename(web::Request& rq, web::Path<PasskeyPath> path, web::Body<PasskeyPatch> body)
{
    co_await require_own_account(rq);
    Rename const rename{path->id, body->name};
    auto const renamed = co_await rq.db.maybe<Uuid>(sql::passkey_rename{}, rename);
    if (!renamed) throw Problem(Failure::not_found, "no such passkey");
}

Task<void> passkey_delete(web::Request& rq, web::Path<PasskeyPath> path, web::Tx& tx)
{
    co_await require_own_account(rq);
    auto const gone = co_await tx.maybe<Uuid>(sql::passkey_delete{}, path.value);
    if (!gone) throw Problem(Failure::not_found, "no such passkey");
    co_await require_one_left(rq);
    co_await notify(rq, mail::FactorChange::passkey_removed);
}

Task<void> user_factors_reset(web::Request& rq, web::Path<UserPath> path, web::Tx& tx)
{
    auto const user = co_await tx.one<User>(sql::user_get{}, path.value);
    auto const granted = co_await granted_of(tx, user.role, user.role_id);
    require_may_give(rq.caller, granted);
    auto const reset = co_await tx.maybe<Uuid>(sql::factors_reset{}, path.value);
    if (!reset) {
        throw Problem(
            Failure::conflict, "member-elsewhere",
            "This person works for another organization too, which relies on the same second factors; our support can reset them.");
    }
    co_await notify(rq, mail::FactorChange::reset, user.email);
}

}  // namespace mz::identity
