#pragma once
#include "factors/mine.hpp"
#include "identity/enrolment.hpp"
#include "identity/user.hpp"

namespace mz::identity {

using factors::AuthenticatorApp;
using factors::MyFactors;
using factors::Passkey;
using factors::PasskeyPatch;
using factors::PasskeyPath;
using factors::RecoveryCodes;

Task<std::vector<Passkey>> passkeys_of(web::Request& rq);

Task<MyFactors> factors_get(web::Request& rq);
Task<FactorOffer> factor_offer(web::Request& rq);
Task<RecoveryCodes> factor_create(web::Request& rq, web::Body<NewFactor> body, web::Tx& tx);
Task<RecoveryCodes> recovery_codes_renew(web::Request& rq, web::Tx& tx);
Task<void> totp_delete(web::Request& rq, web::Tx& tx);
Task<void> passkey_rename(web::Request& rq, web::Path<PasskeyPath> path, web::Body<PasskeyPatch> body);
Task<void> passkey_delete(web::Request& rq, web::Path<PasskeyPath> path, web::Tx& tx);

// For a user who has lost everything: takes all factors away, and tells them so. Only of somebody whom no other tenant knows.
Task<void> user_factors_reset(web::Request& rq, web::Path<UserPath> path, web::Tx& tx);

}  // namespace mz::identity
