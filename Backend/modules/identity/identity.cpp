#include "identity/identity.hpp"

#include "identity/api_keys.hpp"
#include "identity/custom_roles.hpp"
#include "identity/invitations.hpp"
#include "identity/log_in.hpp"
#include "identity/my_factors.hpp"
#include "identity/passwords.hpp"
#include "identity/second_factor.hpp"
#include "identity/security_policy.hpp"
#include "identity/service_accounts.hpp"
#include "identity/session_list.hpp"
#include "identity/step_up.hpp"
#include "identity/users.hpp"

#include <algorithm>
#include <iterator>

namespace mz::identity {

using namespace web;

std::vector<Route> routes()
{
    constexpr Permission read{"users:read"};
    constexpr Permission write{"users:write"};
    std::vector<Route> all{
        route(Verb::post, "/api/v1/auth/login", permission::none, "auth_login", "Sign in with e-mail address and password", log_in),
        route(Verb::post, "/api/v1/auth/refresh", permission::none, "auth_refresh", "A new access token for the refresh cookie", refresh),
        route(Verb::post, "/api/v1/auth/logout", permission::none, "auth_logout", "End the session of the refresh cookie", log_out),
        route(Verb::post, "/api/v1/auth/switch", permission::signed_in, "auth_switch", "Go on in another tenant", switch_tenant),
        route(Verb::post, "/api/v1/auth/second-factor", permission::none, "auth_second_factor", "Finish a sign-in with a second factor",
              second_factor),
        route(Verb::post, "/api/v1/auth/passkey/challenge", permission::none, "auth_passkey_challenge", "What a passkey has to answer",
              passkey_challenge),
        route(Verb::post, "/api/v1/auth/passkey", permission::none, "auth_passkey", "Sign in with a passkey alone", passkey_sign_in),
        route(Verb::post, "/api/v1/auth/enrolment", permission::none, "auth_enrolment",
              "What a first second factor is made of, where a tenant demands one", enrolment_offer),
        route(Verb::post, "/api/v1/auth/enrolment/confirm", permission::none, "auth_enrolment_confirm",
              "Add a first second factor and finish the sign-in", enrolment_confirm),
        route(Verb::get, "/api/v1/auth/step-up/challenge", permission::signed_in, "auth_step_up_challenge",
              "What you can prove yourself with", step_up_offer),
        route(Verb::post, "/api/v1/auth/step-up", permission::signed_in, "auth_step_up", "Prove again that it is you", step_up),
        route(Verb::post, "/api/v1/auth/setup", permission::none, "auth_setup",
              "Accept an invitation, with a first password or with the one in use", set_up),
        route(Verb::post, "/api/v1/auth/invitation", permission::none, "invitation_get", "Whose invitation a link is", invitation_get),
        route(Verb::post, "/api/v1/auth/password/forgot", permission::none, "password_forgot", "Ask for a link to choose a new password",
              password_forgot),
        route(Verb::post, "/api/v1/auth/password/reset", permission::none, "password_reset", "Choose a new password with a link",
              password_reset),
        route(Verb::get, "/api/v1/me", permission::signed_in, "me_get", "Who am I", me_get),
        route(Verb::patch, "/api/v1/me", permission::signed_in, "me_update", "Change one's name here and the language of one's letters",
              me_update),
        route(Verb::post, "/api/v1/me/password", permission::signed_in, "password_change", "Change one's password", password_change),
        route(Verb::post, "/api/v1/me/invitations", permission::signed_in, "invitation_accept", "Accept an invitation while signed in",
              invitation_accept),
        route(Verb::get, "/api/v1/me/sessions", permission::signed_in, "session_list", "Where one is signed in", session_list),
        route(Verb::del, "/api/v1/me/sessions/{id}", permission::signed_in, "session_end", "End one of one's sessions", session_end),
        route(Verb::post, "/api/v1/me/sessions/end-others", permission::signed_in, "sessions_end_others", "End all sessions but this one",
              sessions_end_others),
        route(Verb::get, "/api/v1/me/features", permission::signed_in, "features_get", "Which modules are licensed", features_get),
        route(Verb::get, "/api/v1/me/factors", permission::signed_in, "factors_get", "Your second factors", factors_get),
        route(Verb::get, "/api/v1/me/factors/offer", permission::signed_in, "factor_offer", "What a further second factor is made of",
              factor_offer)
            .step_up(),
        route(Verb::post, "/api/v1/me/factors", permission::signed_in, "factor_create", "Add a second factor", factor_create).step_up(),
        route(Verb::del, "/api/v1/me/totp", permission::signed_in, "totp_delete", "Remove the authenticator app", totp_delete).step_up(),
        route(Verb::patch, "/api/v1/me/passkeys/{id}", permission::signed_in, "passkey_rename", "Rename a passkey", passkey_rename),
        route(Verb::del, "/api/v1/me/passkeys/{id}", permission::signed_in, "passkey_delete", "Remove a passkey", passkey_delete).step_up(),
        route(Verb::post, "/api/v1/me/recovery-codes", permission::signed_in, "recovery_codes_renew", "Make new recovery codes",
              recovery_codes_renew)
            .step_up(),
        route(Verb::get, "/api/v1/users", read, "user_list", "List users", user_list),
        route(Verb::post, "/api/v1/users", write, "user_create", "Invite a user", user_create),
        route(Verb::get, "/api/v1/users/{id}", read, "user_get", "Fetch one user", user_get),
        route(Verb::patch, "/api/v1/users/{id}", write, "user_update", "Rename, change the role, deactivate or reactivate", user_update),
        route(Verb::del, "/api/v1/users/{id}/factors", write, "user_factors_reset", "Take a user's second factors away", user_factors_reset)
            .step_up(),
        route(Verb::get, "/api/v1/security-policy", Permission{"security-policy:read"}, "security_policy_get",
              "What the organization asks of its people", security_policy_get),
        route(Verb::put, "/api/v1/security-policy", Permission{"security-policy:write"}, "security_policy_put",
              "Change what the organization asks of its people", security_policy_put)
            .step_up(),
        route(Verb::post, "/api/v1/users/{id}/invitation", write, "invitation_resend", "Send a new invitation instead of the old one",
              invitation_resend),
        route(Verb::del, "/api/v1/users/{id}/invitation", write, "invitation_revoke", "Take an invitation back", invitation_revoke),
        route(Verb::get, "/api/v1/users/{id}/sessions", write, "user_session_list", "Where a user is signed in", user_session_list),
        route(Verb::post, "/api/v1/users/{id}/sessions/end", write, "user_sessions_end", "End one or all sessions of a user",
              user_sessions_end),
    };
    for (auto more : {role_routes, service_account_routes, api_key_routes}) std::ranges::move(more(), std::back_inserter(all));
    return all;
}

}  // namespace mz::identity
