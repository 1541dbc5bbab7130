// Operators whom an identity provider vouches for.
#include "management.hpp"
#include "provider.hpp"

namespace mz::management::tests {
namespace {

constexpr auto anns_oid = "8c1b6c1e-7a5f-4c38-9d4e-2b6a7f3d5c33";

std::string type_of(Answer const& answer)
{
    auto const body = answer.json();
    auto const& type = body.at("type").as_string();
    return std::string(type).substr(type.rfind(':') + 1);
}

class sso : public ::testing::Test {
protected:
    // What the address of the provider's page says, and the cookie of the browser that goes there.
    struct Begun {
        std::string state;
        std::string nonce;
        std::string cookie;
        std::string url;
    };

    static std::string parameter(std::string const& url, std::string const& name)
    {
        auto const at = url.find(name + "=");
        if (at == std::string::npos) return {};
        auto const from = at + name.size() + 1;
        return url.substr(from, url.find('&', from) - from);
    }
    Begun begun(Answer const& answer) const
    {
        EXPECT_EQ(answer.status, 200) << answer.body;
        auto const url = std::string(answer.json().at("url").as_string());
        return {parameter(url, "state"), parameter(url, "nonce"), cookie_of(answer), url};
    }
    Begun start() const { return begun(management.call("POST", "/api/v1/auth/oidc/start")); }
    Answer finish(Begun const& begun, bj::object body) const
    {
        testing::Exchange exchange{"POST", "/api/v1/auth/oidc/finish", bj::serialize(body), {{"Content-Type", "application/json"}}};
        if (!begun.cookie.empty()) exchange.headers["Cookie"] = "monozu_management_attempt=" + begun.cookie;
        return testing::exchange(management.application->port(), exchange);
    }
    Answer finish(Begun const& begun) const { return finish(begun, {{"state", begun.state}, {"code", "code"}}); }
    Answer sign_in(bj::array roles, std::string const& email = "ann@vendor.example", bj::object more = {})
    {
        auto const attempt = start();
        provider.sign_in(attempt.nonce, anns_oid, email, std::move(roles), std::move(more));
        return finish(attempt);
    }
    static std::string token_of(Answer const& answer)
    {
        EXPECT_EQ(answer.status, 200) << answer.body;
        return std::string(answer.json().at("access_token").as_string());
    }
    std::string value_of_ann(std::string const& what) const
    {
        return management.value("select " + what + " from operators.operators where subject is not null");
    }

    FakeProvider provider;
    Management management{"http://127.0.0.1:9", [this](Settings& settings) {
                              settings.outbound_allowed_networks = {"127.0.0.0/8"};
                              settings.outbound_allow_http = true;
                              settings.outbound_allowed_ports = {"1024-65535"};
                              settings.management_oidc_issuer = provider.issuer();
                              settings.management_oidc_client_id = provider_client;
                              settings.management_oidc_client_secret = Secret<std::string>("secret");
                              settings.management_oidc_tenants = {provider_tid};
                              settings.management_oidc_role_map = {"Look=viewer", "Work=operator", "Own=owner"};
                              settings.break_glass_operators = {"Owner@monozu.example"};
                              settings.second_factor_required = true;
                          }};
};

TEST_F(sso, a_person_with_a_role_becomes_an_operator_at_the_first_sign_in)
{
    auto const ways = management.call("GET", "/api/v1/auth/ways").json();
    EXPECT_EQ(ways.at("provider"), true);
    auto const token = token_of(sign_in({"Work", "Look"}));
    auto const me = management.call("GET", "/api/v1/me", token).json();
    EXPECT_EQ(me.at("roles").at(0), "operator") << "the highest counts";
    EXPECT_EQ(me.at("email"), "ann@vendor.example");
    EXPECT_EQ(me.at("provided"), true);
    EXPECT_EQ(value_of_ann("subject"), std::string(provider_tid) + ":" + anns_oid);
    EXPECT_EQ(management.value("select changes->>'role' from audit.entries where operation = 'auth_oidc_finish'"), "operator");
}

TEST_F(sso, the_role_and_the_name_follow_the_provider_and_the_person_stays_the_same)
{
    token_of(sign_in({"Own"}));
    auto const token = token_of(sign_in({"Look"}, "ann.married@vendor.example"));
    EXPECT_EQ(value_of_ann("count(*)"), "1");
    EXPECT_EQ(value_of_ann("email"), "ann.married@vendor.example");
    EXPECT_EQ(management.call("GET", "/api/v1/me", token).json().at("roles").at(0), "viewer");
}

TEST_F(sso, an_address_like_a_local_operators_opens_nothing_of_theirs)
{
    auto const token = token_of(sign_in({"Look"}, "owner@monozu.example"));
    EXPECT_EQ(management.call("GET", "/api/v1/operators", token).status, 403);
    EXPECT_EQ(management.value("select count(*) from operators.operators where email = 'owner@monozu.example'"), "2");
}

TEST_F(sso, nobody_comes_in_without_a_role_or_after_being_shut_out)
{
    EXPECT_EQ(type_of(sign_in({"Other"})), "no-role");
    EXPECT_EQ(management.value("select count(*) from operators.operators where subject is not null"), "0");
    token_of(sign_in({"Look"}));
    management.database.connect_superuser().run("update operators.operators set active = false where subject is not null");
    EXPECT_EQ(type_of(sign_in({"Own"})), "operator-not-active");
    EXPECT_EQ(value_of_ann("role"), "viewer") << "what is refused changes nothing";
}

TEST_F(sso, an_answer_counts_once_and_in_the_browser_that_asked)
{
    auto const attempt = start();
    provider.sign_in(attempt.nonce, anns_oid, "ann@vendor.example", {"Look"});
    auto elsewhere = attempt;
    elsewhere.cookie = start().cookie;
    EXPECT_EQ(type_of(finish(elsewhere)), "attempt-over") << "another browser's";
    elsewhere.cookie.clear();
    EXPECT_EQ(type_of(finish(elsewhere)), "attempt-over");
    EXPECT_EQ(finish(attempt).status, 200);
    EXPECT_EQ(finish(attempt).status, 403) << "it was answered";
}

TEST_F(sso, what_cannot_be_believed_is_refused)
{
    EXPECT_EQ(type_of(sign_in({"Own"}, "ann@vendor.example", {{"nonce", "another"}})), "oidc-id-token-invalid");
    EXPECT_EQ(type_of(sign_in({"Own"}, "ann@vendor.example", {{"aud", "another"}})), "oidc-id-token-invalid");
    auto const attempt = start();
    EXPECT_EQ(finish(attempt, {{"state", attempt.state}, {"error", "access_denied"}}).status, 422);
    EXPECT_EQ(finish(attempt).status, 403) << "the attempt is used up";
}

TEST_F(sso, the_provider_asks_again_before_a_dangerous_act)
{
    auto const token = token_of(sign_in({"Own"}));
    EXPECT_TRUE(management.call("GET", "/api/v1/auth/step-up/challenge", token).json().at("methods").as_array().empty());
    auto const attempt = begun(management.call("POST", "/api/v1/auth/oidc/step-up", token));
    EXPECT_EQ(parameter(attempt.url, "prompt"), "login");
    EXPECT_EQ(parameter(attempt.url, "max_age"), "0");
    provider.sign_in(attempt.nonce, "11111111-7a5f-4c38-9d4e-2b6a7f3d5c33", "bob@vendor.example", {"Own"});
    EXPECT_EQ(type_of(finish(attempt)), "wrong-proof");
    auto const again = begun(management.call("POST", "/api/v1/auth/oidc/step-up", token));
    provider.sign_in(again.nonce, anns_oid, "ann@vendor.example", {"Own"});
    auto const proved = token_of(finish(again));
    auto const made = management.call("POST", "/api/v1/operators", proved,
                                      {{"email", "wren@monozu.example"}, {"display_name", "Wren"}, {"role", "viewer"}});
    EXPECT_EQ(made.status, 201) << made.body;
    EXPECT_EQ(management.value("select count(*) from operators.sessions"), "1") << "it is the same session";
}

TEST_F(sso, a_password_is_for_break_glass_operators_alone)
{
    EXPECT_EQ(management.log_in("viewer").status, 401);
    EXPECT_EQ(type_of(management.log_in("owner")), "second-factor-enrolment-required");
}

TEST_F(sso, what_the_provider_gives_is_not_changed_here)
{
    auto const token = token_of(sign_in({"Own"}));
    auto const path = "/api/v1/operators/" + value_of_ann("id");
    EXPECT_EQ(type_of(management.call("PATCH", path, token, {{"role", "viewer"}})), "managed-by-provider");
    EXPECT_EQ(type_of(management.call("GET", "/api/v1/me/factors/offer", token)), "managed-by-provider");
    EXPECT_EQ(management.call("POST", path + "/setup-link", token).status, 409);
    auto const page = std::string(management.call("GET", "/api/v1/auth/oidc/log-out-page", token).json().at("url").as_string());
    EXPECT_NE(page.find("/logout?"), std::string::npos) << page;
    EXPECT_EQ(management
                  .call("PATCH",
                        "/api/v1/operators/" + management.value("select id from operators.operators where email = 'owner@monozu.example'"),
                        token, {{"active", false}})
                  .status,
              409)
        << "the last owner with a password is the way in when the provider is away";
}

TEST(sso_settings, that_do_not_go_together_stop_the_service)
{
    operators::SsoSettings settings;
    EXPECT_TRUE(operators::Sso::client_of(settings).issuer.empty());
    settings.management_oidc_issuer = "https://login.microsoftonline.com/{tenantid}/v2.0";
    settings.management_oidc_client_id = "id";
    EXPECT_THROW(operators::Sso::client_of(settings), std::invalid_argument) << "no roles";
    settings.management_oidc_role_map = {"Own=owner"};
    EXPECT_THROW(operators::Sso::client_of(settings), std::invalid_argument) << "anybody's people";
    settings.management_oidc_tenants = {provider_tid};
    EXPECT_EQ(operators::Sso::client_of(settings).tenants.size(), 1U);
    settings.management_oidc_role_map = {"Own=emperor"};
    EXPECT_THROW(operators::Sso(settings, operators::Sso::client_of(settings), "https://console.example", true, nullptr),
                 std::invalid_argument);
}

}  // namespace
}  // namespace mz::management::tests
