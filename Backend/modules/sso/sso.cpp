#include "sso/sso.hpp"

#include "sso/connections.hpp"
#include "sso/sign_in.hpp"
#include "sso/trial.hpp"

namespace mz::sso {

using namespace web;

namespace {

constexpr auto cookie_name = "monozu_sso";
constexpr auto cookie_path = "/api/v1/auth/sso";
constexpr auto callback_page = "/sso/callback";
constexpr auto sign_in_page = "/login";

}  // namespace

Sso::Sso(Settings given, std::string const& app_url, std::string const& public_url)
    : settings(std::move(given)),
      redirect_uri(app_url + callback_page),
      log_out_uri(app_url + sign_in_page),
      cookie{cookie_name, cookie_path, public_url.starts_with("https://")},
      starts({settings.sso_starts, settings.sso_start_seconds, ThrottleSettings{}.login_throttle_entries})
{
}

std::vector<Route> routes()
{
    constexpr Permission read{"sso:read"};
    constexpr Permission write{"sso:write"};
    return {
        route(Verb::post, "/api/v1/auth/sso/start", permission::none, "auth_sso_start", "Begin a sign-in at one's organisation", start),
        route(Verb::post, "/api/v1/auth/sso/finish", permission::none, "auth_sso_finish", "Finish a sign-in at one's organisation", finish),
        route(Verb::post, "/api/v1/auth/sso/step-up", permission::signed_in, "auth_sso_step_up",
              "Begin to prove again at one's organisation that it is you", step_up_start),
        route(Verb::post, "/api/v1/auth/sso/step-up/finish", permission::signed_in, "auth_sso_step_up_finish",
              "Prove again at one's organisation that it is you", step_up_finish),
        route(Verb::post, "/api/v1/auth/sso/test", write, "sso_test_finish", "What a test sign-in brought", trial_finish),
        route(Verb::get, "/api/v1/sso", read, "sso_get", "How the organization's people sign in", sso_get),
        route(Verb::post, "/api/v1/sso/connections", write, "sso_connection_create", "Add a sign-in connection", connection_create)
            .step_up(),
        route(Verb::post, "/api/v1/sso/connections/{id}/test", write, "sso_test_start", "Test a sign-in connection", trial_start),
        route(Verb::get, "/api/v1/sso/connections/{id}", read, "sso_connection_get", "Fetch one sign-in connection", connection_get),
        route(Verb::patch, "/api/v1/sso/connections/{id}", write, "sso_connection_update", "Change, enable or enforce a sign-in connection",
              connection_update)
            .step_up(),
        route(Verb::del, "/api/v1/sso/connections/{id}", write, "sso_connection_delete", "Delete a sign-in connection", connection_delete)
            .step_up(),
        route(Verb::put, "/api/v1/sso/break-glass", write, "sso_break_glass_put",
              "Which owners may sign in without the provider although it is enforced", break_glass_put)
            .step_up(),
    };
}

}  // namespace mz::sso
