// The whole way with a real provider, which tools/entra makes look like Entra ID; and with the same one misbehaving.
#include "testing/entra.hpp"
#include "oidc/relying_party.hpp"
#include "testing/run_task.hpp"

#include <gtest/gtest.h>
#include <boost/json/parse.hpp>

namespace mz::oidc {
namespace {

std::string const redirect_uri = "http://127.0.0.1:1/callback";
std::string const signed_out = "http://127.0.0.1:1/signed-out";

class entra : public ::testing::Test {
protected:
    // One provider for all of them: it takes half a second to start.
    static void SetUpTestSuite()
    {
        provider = std::make_unique<testing::Entra>(std::vector<std::string>{"--redirect-uri", redirect_uri, "--log-out-uri", signed_out});
    }
    static void TearDownTestSuite() { provider.reset(); }

    entra()
    {
        provider->misbehave("{}");
        settings.oidc_keys_refetch_seconds = 0;
    }

    static Client client() { return {provider->issuer, provider->client_id, Secret<std::string>(provider->client_secret)}; }

    Beginning begin(Client const& as, Options const& options = {})
    {
        return testing::run_task(io, party().begin(as, redirect_uri, options));
    }

    Identity finish(Client const& as, Beginning const& beginning, std::string const& callback)
    {
        Expected const expected{testing::Entra::parameter(callback, "iss"), std::nullopt};
        return testing::run_task(io, party().finish(as, redirect_uri, testing::Entra::parameter(callback, "code"), beginning.nonce,
                                                    beginning.verifier, expected));
    }

    Identity sign_in(Client const& as, std::string const& username)
    {
        auto const beginning = begin(as);
        auto const callback = provider->sign_in(beginning.url, username);
        EXPECT_EQ(testing::Entra::parameter(callback, "state"), beginning.state);
        return finish(as, beginning, callback);
    }

    // "type/check" of what is thrown.
    template <class Action>
    static std::string refused(Action action)
    {
        try {
            action();
            return "nothing";
        } catch (Problem const& problem) {
            EXPECT_EQ(problem.detail.find(provider->client_secret), std::string::npos) << problem.detail;
            return problem.type + "/" + boost::json::parse(problem.members.at(0).json).as_string().c_str();
        }
    }
    std::string refused_sign_in(Client const& as)
    {
        return refused([&] { sign_in(as, "owner@alder.example"); });
    }
    std::string refused_sign_in() { return refused_sign_in(client()); }

    RelyingParty& party()
    {
        if (!party_) party_ = std::make_unique<RelyingParty>(io, settings, outbound);
        return *party_;
    }

    static inline std::unique_ptr<testing::Entra> provider;
    asio::io_context io;
    Settings settings;
    net::OutboundSettings outbound{{"127.0.0.0/8"}, {"1024-65535"}, true};

private:
    std::unique_ptr<RelyingParty> party_;
};

TEST_F(entra, says_who_signed_in)
{
    auto const identity = sign_in(client(), "owner@alder.example");
    EXPECT_EQ(identity.issuer, provider->issuer);
    EXPECT_EQ(identity.tid, provider->tenant);
    EXPECT_EQ(identity.oid.size(), 36U);
    EXPECT_NE(identity.subject, identity.oid);
    EXPECT_EQ(identity.name, "Owner");
    EXPECT_EQ(identity.username, "owner@alder.example");
    EXPECT_EQ(identity.email, "owner@alder.example");
    EXPECT_FALSE(identity.email_verified);
    EXPECT_EQ(identity.roles, std::vector<std::string>{"Monozu.Owner"});
    EXPECT_FALSE(identity.groups_overage);
    EXPECT_EQ(sign_in(client(), "owner@alder.example").oid, identity.oid);
    EXPECT_NE(sign_in(client(), "analyst@alder.example").oid, identity.oid);
    EXPECT_EQ(sign_in(client(), "reader@alder.example").groups.size(), 1U);
    EXPECT_TRUE(sign_in(client(), "many@alder.example").groups_overage);
}

TEST_F(entra, lets_people_of_any_organisation_in_where_that_is_wanted)
{
    auto any = client();
    any.issuer = provider->any_issuer;
    EXPECT_EQ(sign_in(any, "owner@alder.example").issuer, provider->issuer);
    any.tenants = {provider->tenant};
    EXPECT_EQ(sign_in(any, "owner@alder.example").tid, provider->tenant);
    any.tenants = {"5f6f1e0a-33c2-4f0e-8f5e-5c0b3a8f9b11"};
    EXPECT_EQ(refused_sign_in(any), "oidc-id-token-invalid/tid");
}

TEST_F(entra, takes_a_code_once)
{
    auto const beginning = begin(client());
    auto const callback = provider->sign_in(beginning.url, "owner@alder.example");
    finish(client(), beginning, callback);
    EXPECT_EQ(refused([&] { finish(client(), beginning, callback); }), "oidc-token-refused/code");
}

TEST_F(entra, takes_a_code_only_from_who_began)
{
    auto const beginning = begin(client());
    auto const callback = provider->sign_in(beginning.url, "owner@alder.example");
    auto other = begin(client());
    EXPECT_EQ(refused([&] { finish(client(), other, callback); }), "oidc-token-refused/code");
    auto const next = begin(client());
    auto const next_callback = provider->sign_in(next.url, "owner@alder.example");
    other.verifier = next.verifier;
    EXPECT_EQ(refused([&] { finish(client(), other, next_callback); }), "oidc-id-token-invalid/nonce");
}

TEST_F(entra, may_change_its_keys_at_any_time)
{
    sign_in(client(), "owner@alder.example");
    auto const beginning = begin(client());
    auto const callback = provider->sign_in(beginning.url, "owner@alder.example");
    provider->rotate();
    EXPECT_EQ(finish(client(), beginning, callback).name, "Owner");
    EXPECT_EQ(sign_in(client(), "owner@alder.example").name, "Owner");
}

TEST_F(entra, is_not_asked_for_keys_more_often_than_agreed)
{
    settings.oidc_keys_refetch_seconds = 60;
    sign_in(client(), "owner@alder.example");
    provider->rotate();
    EXPECT_EQ(refused_sign_in(), "oidc-id-token-invalid/kid");
    testing::run_task(io, party().try_out(provider->issuer));
    EXPECT_EQ(refused_sign_in(), "nothing");
}

TEST_F(entra, may_take_the_secret_in_the_body)
{
    testing::Entra other({"--redirect-uri", redirect_uri, "--client-auth", "client_secret_post", "--algorithm", "ES256"});
    other.misbehave(R"({"metadata":{"token_endpoint_auth_methods_supported":["client_secret_post"]}})");
    Client const as{other.issuer, other.client_id, Secret<std::string>(other.client_secret)};
    auto const beginning = begin(as);
    EXPECT_EQ(finish(as, beginning, other.sign_in(beginning.url, "owner@alder.example")).name, "Owner");
}

TEST_F(entra, refuses_a_wrong_secret_and_does_not_hear_it_repeated)
{
    auto wrong = client();
    wrong.client_secret = Secret<std::string>("not-the-secret");
    EXPECT_EQ(refused_sign_in(wrong), "oidc-token-refused/client_secret");
}

TEST_F(entra, tells_when_somebody_turns_back)
{
    auto const callback = provider->sign_in(begin(client()).url, "");
    EXPECT_EQ(testing::Entra::parameter(callback, "code"), "");
    auto const problem =
        sign_in_refused(testing::Entra::parameter(callback, "error"), testing::Entra::parameter(callback, "error_description"));
    EXPECT_EQ(problem.type, "oidc-sign-in-refused");
    EXPECT_NE(problem.detail.find("(AADSTS65004)"), std::string::npos) << problem.detail;
    EXPECT_EQ(refused([&] { finish(client(), begin(client()), callback); }), "oidc-token-refused/code");
}

TEST_F(entra, has_to_say_who_it_is_in_its_answer_where_it_promises_to)
{
    auto const beginning = begin(client());
    auto const callback = provider->sign_in(beginning.url, "owner@alder.example");
    auto const code = testing::Entra::parameter(callback, "code");
    auto const with_iss = [&](std::optional<std::string> const& iss) {
        return refused([&] {
            testing::run_task(io, party().finish(client(), redirect_uri, code, beginning.nonce, beginning.verifier, {iss, std::nullopt}));
        });
    };
    EXPECT_EQ(with_iss(std::nullopt), "oidc-sign-in-refused/iss");
    EXPECT_EQ(with_iss("https://evil.example"), "oidc-sign-in-refused/iss");
    EXPECT_EQ(with_iss(provider->any_issuer), "oidc-sign-in-refused/iss");
    EXPECT_EQ(with_iss(provider->issuer), "nothing");
}

TEST_F(entra, is_asked_for_a_fresh_sign_in_and_has_to_prove_it)
{
    Options options;
    options.max_age = std::chrono::seconds(0);
    auto const beginning = begin(client(), options);
    auto const callback = provider->sign_in(beginning.url, "owner@alder.example");
    Expected const expected{provider->issuer, options.max_age};
    auto const identity = testing::run_task(io, party().finish(client(), redirect_uri, testing::Entra::parameter(callback, "code"),
                                                               beginning.nonce, beginning.verifier, expected));
    EXPECT_TRUE(identity.authenticated_at);
}

TEST_F(entra, that_misbehaves_lets_nobody_in)
{
    for (auto const& [mischief, check] :
         std::vector<std::pair<std::string, std::string>>{{R"({"claims":{"aud":"another-client"}})", "aud"},
                                                          {R"({"claims":{"iss":"https://evil.example"}})", "iss"},
                                                          {R"({"claims":{"tid":"5f6f1e0a-33c2-4f0e-8f5e-5c0b3a8f9b11"}})", "tid"},
                                                          {R"({"claims":{"nonce":"another"}})", "nonce"},
                                                          {R"({"claims":{"nonce":null}})", "nonce"},
                                                          {R"({"claims":{"exp":1}})", "exp"},
                                                          {R"({"claims":{"nbf":4102444800}})", "nbf"},
                                                          {R"({"claims":{"at_hash":"AAAAAAAAAAAAAAAAAAAAAA"}})", "at_hash"},
                                                          {R"({"header":{"kid":"unknown"}})", "kid"},
                                                          {R"({"header":{"crit":["b64"],"b64":false}})", "crit"},
                                                          {R"({"header":{"alg":"ES256"}})", "kid"},
                                                          {R"({"keys":{"issuer":"https://login.example/{tenantid}/v2.0"}})", "key-issuer"},
                                                          {R"({"signed_by":"stranger"})", "signature"},
                                                          {R"({"signed_by":"public-key"})", "alg"},
                                                          {R"({"signed_by":"nobody"})", "alg"}}) {
        provider->misbehave(mischief);
        testing::run_task(io, party().try_out(provider->issuer));
        EXPECT_EQ(refused_sign_in(), "oidc-id-token-invalid/" + check) << mischief;
    }
    provider->misbehave("{}");
    testing::run_task(io, party().try_out(provider->issuer));
    EXPECT_EQ(refused_sign_in(), "nothing");
}

TEST_F(entra, ends_the_session_there_too)
{
    auto const identity = sign_in(client(), "owner@alder.example");
    LogOut options{signed_out, "the-state", {}, identity.id_token};
    auto const url = testing::run_task(io, party().end_session_url(client(), options));
    ASSERT_TRUE(url);
    EXPECT_EQ(provider->sign_out(*url), signed_out + "?state=the-state");
    provider->misbehave(R"({"metadata":{"end_session_endpoint":null}})");
    testing::run_task(io, party().try_out(provider->issuer));
    EXPECT_FALSE(testing::run_task(io, party().end_session_url(client(), options)));
}

}  // namespace
}  // namespace mz::oidc
