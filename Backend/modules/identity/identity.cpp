#include "identity/identity.hpp"

#include "identity/api_keys.hpp"
#include "identity/custom_roles.hpp"
#include "identity/log_in.hpp"
#include "identity/service_accounts.hpp"
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
        route(Verb::post, "/api/v1/auth/step-up", permission::signed_in, "auth_step_up", "Prove again that it is you", step_up),
        route(Verb::post, "/api/v1/auth/setup", permission::none, "auth_setup", "Choose the first password", set_up),
        route(Verb::get, "/api/v1/me", permission::signed_in, "me_get", "Who am I", me_get),
        route(Verb::get, "/api/v1/me/features", permission::signed_in, "features_get", "Which modules are licensed", features_get),
        route(Verb::get, "/api/v1/users", read, "user_list", "List users", user_list),
        route(Verb::post, "/api/v1/users", write, "user_create", "Add a user, with a one-time link for a new person", user_create),
        route(Verb::get, "/api/v1/users/{id}", read, "user_get", "Fetch one user", user_get),
        route(Verb::patch, "/api/v1/users/{id}", write, "user_update", "Rename, change the role, deactivate or reactivate", user_update),
    };
    for (auto more : {role_routes, service_account_routes, api_key_routes}) std::ranges::move(more(), std::back_inserter(all));
    return all;
}

}  // namespace mz::identity
