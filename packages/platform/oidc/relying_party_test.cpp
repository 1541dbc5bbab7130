// What is asked of a provider, how often, and what becomes of its odd answers; by a provider of this process that counts.
#include "oidc/relying_party.hpp"
#include "net/server.hpp"
#include "oidc/address.hpp"
#include "oidc/test_key.hpp"
#include "testing/entra.hpp"
#include "testing/fake_clock.hpp"
#include "testing/run_task.hpp"

#include <gtest/gtest.h>
#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>

#include <map>
#include <mutex>

namespace mz::oidc {
namespace {

using boost::json::array;
using boost::json::object;

constexpr auto parameter = &testing::Entra::parameter;
std::string const redirect_uri = "https://cloud.example/callback";

struct Answer {
    int status = 200;
    std::string body;
    std::string location;
};

class relying_party : public ::testing::Test {
protected:
    relying_party()
    {
        net::ServerSettings server_settings;
        server_settings.http_threads = 1;
        server_settings.http_drain_seconds = 0;
        server = std::make_unique<net::Server>(
            server_settings, [this](net::Worker) -> net::Handler { return [this](net::Request& request) { return respond(request); }; });
        server->start();
        issuer = "http://127.0.0.1:" + std::to_string(server->port());
        outbound.outbound_allowed_networks = {"127.0.0.0/8"};
        outbound.outbound_allowed_ports = {"1024-65535"};
        outbound.outbound_allow_http = true;
        client = {issuer, "our client", Secret<std::string>("s:/~%")};
        publish({});
        answers["/keys"] = {200, boost::json::serialize(object{{"keys", array{key().jwk()}}}), {}};
        answers["/token"] = {200, tokens("first"), {}};
    }
    ~relying_party() override { server->stop(); }

    static test::TestKey const& key()
    {
        static test::TestKey const made = test::TestKey::ec("first");
        return made;
    }

    Task<net::Response> respond(net::Request& request)
    {
        std::scoped_lock const lock(mutex);
        ++asked[request.path];
        if (request.path == "/token") token_request = {request.headers, request.body};
        auto const found = answers.find(request.path);
        net::Response response;
        response.status = found == answers.end() ? 404 : found->second.status;
        if (found != answers.end()) response.body = found->second.body;
        if (found != answers.end() && !found->second.location.empty()) response.headers.add("Location", found->second.location);
        co_return response;
    }

    // The metadata, with these members instead.
    void publish(object changes)
    {
        object metadata{{"issuer", issuer},
                        {"authorization_endpoint", issuer + "/authorize?p=1"},
                        {"token_endpoint", issuer + "/token"},
                        {"jwks_uri", issuer + "/keys"},
                        {"id_token_signing_alg_values_supported", array{"ES256"}}};
        for (auto& [name, value] : changes) metadata[name] = std::move(value);
        answers[metadata_path] = {200, boost::json::serialize(metadata), {}};
    }

    std::string id_token(std::string const& kid) const
    {
        auto const seconds = now().microseconds / 1000000;
        object const claims{{"iss", issuer}, {"aud", client.client_id}, {"sub", "ann"},
                            {"nonce", "n"},  {"iat", seconds},          {"exp", seconds + 30L * 24 * 3600}};
        return key().sign("ES256", boost::json::serialize(object{{"alg", "ES256"}, {"kid", kid}}), boost::json::serialize(claims));
    }
    std::string tokens(std::string const& kid) const
    {
        return boost::json::serialize(object{{"token_type", "Bearer"}, {"access_token", "the-access-token"}, {"id_token", id_token(kid)}});
    }

    RelyingParty& party()
    {
        if (!party_) party_ = std::make_unique<RelyingParty>(io, settings, outbound);
        return *party_;
    }
    Task<Identity> finishing() { return party().finish(client, redirect_uri, "the-code", "n", Secret<std::string>("the-verifier")); }
    Task<void> finishing_well()
    {
        auto const identity = co_await finishing();
        EXPECT_EQ(identity.subject, "ann");
    }
    Identity finish() { return testing::run_task(io, finishing()); }
    Beginning begin(Options const& options = {}) { return testing::run_task(io, party().begin(client, redirect_uri, options)); }

    // What was thrown, which must not hold what is secret.
    template <class Action>
    static Problem problem_of(Action action)
    {
        try {
            action();
        } catch (Problem const& problem) {
            for (std::string const secret : {"s:/~%", "the-code", "the-verifier", "the-access-token", "secret-of-theirs"})
                EXPECT_EQ(problem.detail.find(secret), std::string::npos) << problem.detail;
            return problem;
        }
        ADD_FAILURE() << "nothing was thrown";
        return {Failure::internal, ""};
    }
    static std::string check_of(Problem const& problem)
    {
        return problem.members.empty() ? "" : boost::json::parse(problem.members.at(0).json).as_string().c_str();
    }
    // How the token endpoint's answer is taken: type, check and status.
    std::string token_answer(int status, std::string const& body)
    {
        answers["/token"] = {status, body, {}};
        auto const problem = problem_of([&] { finish(); });
        return problem.type + "/" + check_of(problem) + "/" + std::to_string(http_status(problem.failure));
    }

    static inline std::string const metadata_path = "/.well-known/openid-configuration";
    testing::FakeClock clock;
    asio::io_context io;
    Settings settings;
    net::OutboundSettings outbound;
    std::string issuer;
    Client client;
    std::mutex mutex;
    std::map<std::string, Answer> answers;
    std::map<std::string, int> asked;
    std::pair<net::Headers, std::string> token_request;
    std::unique_ptr<net::Server> server;

private:
    std::unique_ptr<RelyingParty> party_;
};

TEST_F(relying_party, begins_with_an_address_that_carries_every_protection)
{
    Options options;
    options.login_hint = "ann@alder.example";
    options.max_age = std::chrono::seconds(300);
    auto const beginning = begin(options);
    EXPECT_TRUE(beginning.url.starts_with(issuer + "/authorize?p=1&response_type=code&")) << beginning.url;
    EXPECT_EQ(parameter(beginning.url, "client_id"), "our client");
    EXPECT_EQ(parameter(beginning.url, "redirect_uri"), redirect_uri);
    EXPECT_EQ(parameter(beginning.url, "scope"), "openid profile email");
    EXPECT_EQ(parameter(beginning.url, "state"), beginning.state);
    EXPECT_EQ(parameter(beginning.url, "nonce"), beginning.nonce);
    EXPECT_EQ(parameter(beginning.url, "code_challenge_method"), "S256");
    EXPECT_EQ(parameter(beginning.url, "code_challenge"), base64url(sha256(beginning.verifier.reveal())));
    EXPECT_EQ(parameter(beginning.url, "login_hint"), "ann@alder.example");
    EXPECT_EQ(parameter(beginning.url, "max_age"), "300");
    EXPECT_EQ(beginning.url.find("prompt"), std::string::npos);
    EXPECT_EQ(beginning.url.find(beginning.verifier.reveal()), std::string::npos);
}

TEST_F(relying_party, never_begins_twice_alike)
{
    auto const first = begin();
    auto const second = begin();
    EXPECT_NE(first.state, second.state);
    EXPECT_NE(first.nonce, second.nonce);
    EXPECT_NE(first.verifier.reveal(), second.verifier.reveal());
    for (auto const& text : {first.state, first.nonce, first.verifier.reveal()}) EXPECT_EQ(base64url_decode(text)->size(), 32U);
}

TEST_F(relying_party, believes_metadata_for_as_long_as_the_setting_says)
{
    begin();
    clock.advance(std::chrono::seconds(3599));
    begin();
    EXPECT_EQ(asked[metadata_path], 1);
    clock.advance(std::chrono::seconds(1));
    publish({{"issuer", "https://other.example"}});
    EXPECT_EQ(problem_of([&] { begin(); }).type, "oidc-discovery-failed");
    EXPECT_EQ(asked[metadata_path], 2);
}

TEST_F(relying_party, believes_keys_for_a_day_at_most)
{
    finish();
    clock.advance(std::chrono::hours(24) - std::chrono::seconds(1));
    finish();
    EXPECT_EQ(asked["/keys"], 1);
    clock.advance(std::chrono::seconds(1));
    answers["/keys"] = {503, "", {}};
    auto const problem = problem_of([&] { finish(); });
    EXPECT_EQ(problem.type, "oidc-discovery-failed");
    EXPECT_EQ(problem.failure, Failure::unavailable);
}

TEST_F(relying_party, looks_for_an_unknown_key_once_a_minute)
{
    finish();
    answers["/token"] = {200, tokens("second"), {}};
    for (int i = 0; i < 5; ++i) EXPECT_EQ(check_of(problem_of([&] { finish(); })), "kid");
    EXPECT_EQ(asked["/keys"], 1);
    clock.advance(std::chrono::minutes(1));
    for (int i = 0; i < 5; ++i) EXPECT_EQ(check_of(problem_of([&] { finish(); })), "kid");
    EXPECT_EQ(asked["/keys"], 2);
    auto second = key().jwk();
    second["kid"] = "second";
    answers["/keys"].body = boost::json::serialize(object{{"keys", array{second}}});
    clock.advance(std::chrono::minutes(1));
    EXPECT_EQ(finish().subject, "ann");
    EXPECT_EQ(asked["/keys"], 3);
}

TEST_F(relying_party, asks_for_keys_once_for_all_who_come_together)
{
    std::vector<Task<void>> tasks(8);
    for (auto& task : tasks) task = finishing_well();
    testing::run_task(io, testing::together(io, std::move(tasks)));
    EXPECT_EQ(asked["/keys"], 1);
    EXPECT_EQ(asked["/token"], 8);
}

TEST_F(relying_party, forgets_the_provider_that_was_not_asked_for_longest)
{
    settings.oidc_providers = 1;
    begin();
    EXPECT_THROW(testing::run_task(io, party().discover(issuer + "/other")), Problem);
    begin();
    EXPECT_EQ(asked[metadata_path], 2);
}

TEST_F(relying_party, follows_no_redirection)
{
    answers[metadata_path] = {302, "", issuer + "/elsewhere"};
    auto const problem = problem_of([&] { begin(); });
    EXPECT_EQ(problem.type, "oidc-discovery-failed");
    EXPECT_NE(problem.detail.find("not followed"), std::string::npos);
    EXPECT_EQ(asked["/elsewhere"], 0);
}

TEST_F(relying_party, says_whether_it_is_worth_another_try)
{
    for (auto const& [status, failure] : std::map<int, Failure>{
             {404, Failure::unprocessable}, {401, Failure::unprocessable}, {429, Failure::unavailable}, {502, Failure::unavailable}}) {
        answers[metadata_path] = {status, "", {}};
        EXPECT_EQ(problem_of([&] { begin(); }).failure, failure) << status;
    }
    settings.oidc_response_bytes = 100;
    publish({});
    RelyingParty small(io, settings, outbound);
    EXPECT_EQ(problem_of([&] { testing::run_task(io, small.discover(issuer)); }).failure, Failure::unavailable);
}

TEST_F(relying_party, calls_no_address_that_users_may_not_reach)
{
    outbound.outbound_allowed_networks.clear();
    auto const problem = problem_of([&] { begin(); });
    EXPECT_EQ(problem.type, "oidc-discovery-failed");
    EXPECT_EQ(problem.failure, Failure::unprocessable);
    EXPECT_NE(problem.detail.find("loopback"), std::string::npos) << problem.detail;
    EXPECT_TRUE(asked.empty());
}

TEST_F(relying_party, proves_itself_in_the_way_that_the_provider_takes)
{
    finish();
    EXPECT_EQ(token_request.first.get("Authorization"), "Basic " + base64("our%20client:s%3A%2F~%25"));
    EXPECT_EQ(token_request.first.get("Content-Type"), "application/x-www-form-urlencoded");
    EXPECT_EQ(token_request.second,
              "grant_type=authorization_code&code=the-code&redirect_uri=" + escaped(redirect_uri) + "&code_verifier=the-verifier");

    publish({{"token_endpoint_auth_methods_supported", array{"client_secret_post", "private_key_jwt"}}});
    testing::run_task(io, party().try_out(issuer));
    finish();
    EXPECT_FALSE(token_request.first.find("Authorization"));
    EXPECT_TRUE(token_request.second.ends_with("&client_id=our%20client&client_secret=s%3A%2F~%25")) << token_request.second;

    publish({{"token_endpoint_auth_methods_supported", array{"private_key_jwt"}}});
    testing::run_task(io, party().try_out(issuer));
    EXPECT_EQ(check_of(problem_of([&] { finish(); })), "token_endpoint_auth_methods_supported");
}

TEST_F(relying_party, knows_every_way_of_giving_no_token)
{
    auto const refusal = [](std::string const& error) {
        return boost::json::serialize(object{{"error", error}, {"error_description", "AADSTS7000215: secret-of-theirs"}});
    };
    EXPECT_EQ(token_answer(400, refusal("invalid_grant")), "oidc-token-refused/code/422");
    EXPECT_EQ(token_answer(401, refusal("invalid_client")), "oidc-token-refused/client_secret/422");
    EXPECT_EQ(token_answer(400, refusal("odd")), "oidc-token-refused/token_endpoint/422");
    EXPECT_EQ(token_answer(302, ""), "oidc-token-refused/token_endpoint/422");
    EXPECT_EQ(token_answer(400, "<html>secret-of-theirs"), "oidc-token-refused/token_endpoint/422");
    EXPECT_EQ(token_answer(500, "secret-of-theirs"), "oidc-token-refused/token_endpoint/503");
    EXPECT_EQ(token_answer(429, ""), "oidc-token-refused/token_endpoint/503");
    EXPECT_EQ(token_answer(200, "<html>"), "oidc-token-refused/token_type/422");
    EXPECT_EQ(token_answer(200, R"({"token_type":"DPoP","id_token":"secret-of-theirs"})"), "oidc-token-refused/token_type/422");
    EXPECT_EQ(token_answer(200, R"({"token_type":"bearer","access_token":"the-access-token"})"), "oidc-token-refused/id_token/422");
    EXPECT_EQ(token_answer(200, R"({"token_type":"bearer","id_token":"secret-of-theirs"})"), "oidc-id-token-invalid/format/422");
    answers["/token"] = {401, refusal("invalid_client"), {}};
    EXPECT_NE(problem_of([&] { finish(); }).detail.find("(AADSTS7000215)"), std::string::npos);
}

TEST_F(relying_party, does_not_leave_a_caller_waiting_when_it_ends)
{
    auto ending = std::make_unique<RelyingParty>(io, settings, outbound);
    auto task = ending->discover(issuer);
    ending.reset();
    EXPECT_EQ(problem_of([&] { testing::run_task(io, std::move(task)); }).failure, Failure::unavailable);
}

}  // namespace
}  // namespace mz::oidc
