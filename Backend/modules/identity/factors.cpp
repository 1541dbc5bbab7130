#include "identity/factors.hpp"

#include "identity/my_factors.hpp"
#include "identity_sql.hpp"
#include "pg/error.hpp"

namespace mz::identity {
namespace {

pg::ConstraintMessage const passkey_taken{"passkey_taken", Failure::conflict, "this passkey has been added already"};

}  // namespace

Task<std::optional<factors::KeptTotp>> OwnFactors::totp()
{
    co_return co_await rq_.db.maybe<factors::KeptTotp>(sql::totp_get{}, pg::NoArgs{});
}

Task<void> OwnFactors::put_totp(factors::TotpPut put) { co_await rq_.db.maybe<Uuid>(sql::totp_put{}, put); }

Task<bool> OwnFactors::use_totp(factors::TotpUse use)
{
    auto const used = co_await rq_.db.maybe<Uuid>(sql::totp_use{}, use);
    co_return used.has_value();
}

Task<bool> OwnFactors::use_recovery_code(factors::CodeUse use)
{
    auto const used = co_await rq_.db.maybe<Uuid>(sql::recovery_code_use{}, use);
    co_return used.has_value();
}

Task<void> OwnFactors::put_recovery_codes(factors::CodesCreate codes)
{
    co_await rq_.db.run(sql::recovery_codes_delete{}, pg::NoArgs{});
    co_await rq_.db.run(sql::recovery_codes_create{}, codes);
}

Task<std::optional<factors::KeptPasskey>> OwnFactors::passkey(factors::ByCredential credential)
{
    co_return co_await rq_.db.maybe<factors::KeptPasskey>(sql::passkey_get{}, credential);
}

Task<std::vector<Bytes>> OwnFactors::credentials()
{
    std::vector<Bytes> out;
    for (auto& held : co_await passkeys_of(rq_)) out.push_back(std::move(held.credential_id));
    co_return out;
}

Task<void> OwnFactors::create_passkey(factors::PasskeyCreate passkey) { co_await rq_.db.run(sql::passkey_create{}, passkey); }

Task<bool> OwnFactors::use_passkey(factors::PasskeyUse use)
{
    auto const used = co_await rq_.db.maybe<Uuid>(sql::passkey_use{}, use);
    co_return used.has_value();
}

Task<void> OwnFactors::suspect_passkey(factors::PasskeyUse use)
{
    auto apart = rq_.db.another();
    auto const& entered = rq_.db.audit();
    apart.enter(entered.tenant, web::ActorKind::user, entered.actor);
    apart.audit().changes = R"({"passkey_refused":"counter"})";
    co_await apart.maybe<Uuid>(sql::passkey_suspect{}, use);
}

}  // namespace mz::identity
