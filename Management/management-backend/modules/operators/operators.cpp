#include "operators/operators.hpp"

#include "audit_chain/verification.hpp"
#include "operators/admission.hpp"
#include "operators/passwords.hpp"
#include "operators/sessions.hpp"
#include "operators/sso.hpp"
#include "operators/staff.hpp"
#include "operators_sql.hpp"

namespace mz::operators {

using namespace web;

namespace {

struct MeRow {
    Uuid id;
    Email email;
    std::string display_name;
    bool provided = false;
};
BOOST_DESCRIBE_STRUCT(MeRow, (), (id, email, display_name, provided))

Task<Me> me_get(Request& rq)
{
    auto const row = co_await rq.db.one<MeRow>(sql::me_get{}, pg::NoArgs{});
    co_return Me{row.id, row.email, row.display_name, {rq.caller.role}, rq.caller.permissions, row.provided};
}

Task<Page<AuditEntry>> audit_list(Request& rq, Query<AuditFilter> filter)
{
    if (!filter.value.sort) filter.value.sort = "-at";  // what happened last is what people look for
    co_return co_await rq.db.page<AuditEntry>(sql::audit_list{}, filter.value);
}

Task<audit_chain::AuditVerification> audit_verification_get(Request& rq)
{
    co_return audit_chain::verification_of(co_await rq.db.one<audit_chain::VerificationRow>(sql::verification_get{}));
}

}  // namespace

std::vector<Route> routes()
{
    constexpr auto none = permission::none;
    constexpr auto signed_in = permission::signed_in;
    constexpr Permission read{"operators:read"};
    constexpr Permission write{"operators:write"};
    constexpr Permission audit{"audit:read"};
    return {
        route(Verb::post, "/api/v1/auth/login", none, "auth_login", "Sign in with e-mail address and password", log_in),
        route(Verb::post, "/api/v1/auth/refresh", none, "auth_refresh", "A new access token for the refresh cookie", refresh),
        route(Verb::post, "/api/v1/auth/logout", none, "auth_logout", "End the session of the refresh cookie", log_out),
        route(Verb::post, "/api/v1/auth/second-factor", none, "auth_second_factor", "Finish a sign-in with a second factor", second_factor),
        route(Verb::post, "/api/v1/auth/enrolment", none, "auth_enrolment", "What a first second factor is made of", enrolment_offer),
        route(Verb::post, "/api/v1/auth/enrolment/confirm", none, "auth_enrolment_confirm", "Add it and finish the sign-in",
              enrolment_confirm),
        route(Verb::get, "/api/v1/auth/step-up/challenge", signed_in, "auth_step_up_challenge", "How to prove again that it is you",
              step_up_offer),
        route(Verb::post, "/api/v1/auth/step-up", signed_in, "auth_step_up", "Prove again that it is you", step_up),
        route(Verb::get, "/api/v1/auth/ways", none, "sign_in_ways_get", "How one signs in here", sign_in_ways_get),
        route(Verb::post, "/api/v1/auth/oidc/start", none, "auth_oidc_start", "Begin a sign-in at the identity provider", oidc_start),
        route(Verb::post, "/api/v1/auth/oidc/finish", none, "auth_oidc_finish", "Finish it with the provider's answer", oidc_finish),
        route(Verb::post, "/api/v1/auth/oidc/step-up", signed_in, "auth_oidc_step_up",
              "Prove again at the identity provider that it is you", oidc_step_up),
        route(Verb::get, "/api/v1/auth/oidc/log-out-page", signed_in, "auth_oidc_log_out_page", "Where the session at the provider ends",
              oidc_log_out_page),
        route(Verb::post, "/api/v1/auth/setup", none, "auth_setup", "Choose a password with a one-time link", set_up),
        route(Verb::get, "/api/v1/me", signed_in, "me_get", "Who am I", me_get),
        route(Verb::post, "/api/v1/me/password", signed_in, "password_change", "Change one's password", password_change),
        route(Verb::get, "/api/v1/me/sessions", signed_in, "session_list", "Where one is signed in", session_list),
        route(Verb::del, "/api/v1/me/sessions/{id}", signed_in, "session_end", "End one of one's sessions", session_end),
        route(Verb::post, "/api/v1/me/sessions/end-others", signed_in, "sessions_end_others", "End all sessions but this one",
              sessions_end_others),
        route(Verb::get, "/api/v1/me/factors", signed_in, "factors_get", "Your second factors", factors_get),
        route(Verb::get, "/api/v1/me/factors/offer", signed_in, "factor_offer", "What a further second factor is made of", factor_offer)
            .step_up(),
        route(Verb::post, "/api/v1/me/factors", signed_in, "factor_create", "Add a second factor", factor_create).step_up(),
        route(Verb::del, "/api/v1/me/totp", signed_in, "totp_delete", "Remove the authenticator app", totp_delete).step_up(),
        route(Verb::patch, "/api/v1/me/passkeys/{id}", signed_in, "passkey_rename", "Rename a passkey", passkey_rename),
        route(Verb::del, "/api/v1/me/passkeys/{id}", signed_in, "passkey_delete", "Remove a passkey", passkey_delete).step_up(),
        route(Verb::post, "/api/v1/me/recovery-codes", signed_in, "recovery_codes_renew", "Make new recovery codes", recovery_codes_renew)
            .step_up(),
        route(Verb::get, "/api/v1/operators", read, "operator_list", "List operators", operator_list),
        route(Verb::post, "/api/v1/operators", write, "operator_create", "Add an operator, with a one-time link for them", operator_create)
            .step_up(),
        route(Verb::get, "/api/v1/operators/{id}", read, "operator_get", "Fetch one operator", operator_get),
        route(Verb::patch, "/api/v1/operators/{id}", write, "operator_update", "Rename, change the role, deactivate or reactivate",
              operator_update),
        route(Verb::post, "/api/v1/operators/{id}/setup-link", write, "operator_link", "A new one-time link for the operator",
              operator_link)
            .step_up(),
        route(Verb::del, "/api/v1/operators/{id}/factors", write, "operator_factors_reset", "Take an operator's second factors away",
              operator_factors_reset)
            .step_up(),
        route(Verb::get, "/api/v1/operators/{id}/sessions", read, "operator_session_list", "Where an operator is signed in",
              operator_session_list),
        route(Verb::post, "/api/v1/operators/{id}/sessions/end", write, "operator_sessions_end", "End one or all sessions of an operator",
              operator_sessions_end),
        route(Verb::get, "/api/v1/audit", audit, "audit_list", "Who changed what, newest first", audit_list),
        route(Verb::get, "/api/v1/audit/verification", audit, "audit_verification_get", "Is the log what was written",
              audit_verification_get),
    };
}

}  // namespace mz::operators
