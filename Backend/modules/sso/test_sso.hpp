#pragma once
// For tests: a tenant whose owner trusts a provider, and browsers that sign in there.
#include "identity/test_cloud.hpp"
#include "oidc/relying_party.hpp"
#include "sso/sso.hpp"
#include "sso/test_provider.hpp"

#include <functional>
#include <string>

namespace mz::sso::test {

using identity::test::TestCloud;
using identity::test::type_of;
using testing::Answer;

inline std::string problem(char const* type) { return std::string("urn:monozu:problem:") + type; }
inline std::string text(bj::value const& value, char const* key) { return std::string(value.at(key).as_string()); }

class single_sign_on : public ::testing::Test {
protected:
    // A browser that has been sent to the provider.
    struct Under {
        std::string url;
        std::string cookie;
        std::string state() const { return FakeProvider::parameter(url, "state"); }
    };

    single_sign_on()
        : cloud({.session_check_seconds = 0}, routes(), {},
                [this](net::Worker worker, web::WorkerContext& context) {
                    Settings settings;
                    settings.cloud_entra_client_id = FakeProvider::client_id;
                    settings.cloud_entra_client_secret = Secret<std::string>(FakeProvider::client_secret);
                    settings.cloud_entra_authority = provider.issuer();
                    settings.sso_starts = 1000;
                    net::OutboundSettings outbound;
                    outbound.outbound_allowed_networks = {"127.0.0.0/8"};
                    outbound.outbound_allowed_ports = {"1024-65535"};
                    outbound.outbound_allow_http = true;
                    context.services.add(std::make_shared<Sso>(settings, "http://app.example", "http://api.example"));
                    context.services.add(std::make_shared<oidc::RelyingParty>(worker.io, settings, outbound));
                }),
          alder(cloud.make_tenant("Alder")),
          owner(cloud.token(alder.owner.email))
    {
    }

    Answer post(std::string const& path, bj::object const& body, std::string const& token = {}, std::string const& cookie = {}) const
    {
        testing::Exchange exchange{"POST", "/api/v1/" + path, bj::serialize(body), {{"Content-Type", "application/json"}}};
        if (!token.empty()) exchange.headers["Authorization"] = "Bearer " + token;
        if (!cookie.empty()) exchange.headers["Cookie"] = "monozu_sso=" + cookie;
        return testing::exchange(cloud.server->port(), exchange);
    }
    Answer patch(bj::object const& body, std::string const& token) const
    {
        return cloud.call("PATCH", "/api/v1/sso/connections/" + connection, body, token);
    }
    Answer patch(bj::object const& body) const { return patch(body, owner); }

    bj::object wanted(std::string const& secret = FakeProvider::client_secret) const
    {
        return {{"kind", "oidc"},
                {"name", "Alder ID"},
                {"issuer", provider.issuer()},
                {"client_id", FakeProvider::client_id},
                {"client_secret", secret},
                {"domains", bj::array{"Alder.example"}}};
    }

    void create(bj::object const& body)
    {
        auto const made = post("sso/connections", body, owner);
        ASSERT_EQ(made.status, 201) << made.body;
        connection = text(made.json(), "id");
    }

    // Whoever is called `name` at the provider.
    static bj::object person(std::string const& name, bj::object more = {})
    {
        bj::object out{{"sub", "sub-" + name}, {"name", name}, {"email", name + "@alder.example"}, {"email_verified", true}};
        for (auto& [key, value] : more) out[key] = value;
        return out;
    }

    static Under under(Answer const& started)
    {
        EXPECT_EQ(started.status, 200) << started.body;
        return {text(started.json(), "url"), identity::test::cookie_of(started)};
    }
    Under start(std::string const& email) const { return under(post("auth/sso/start", {{"email", email}})); }

    Answer finish(Under const& browser, bj::object const& claims, std::string const& path = "auth/sso/finish",
                  std::string const& token = {})
    {
        auto const code = provider.code(browser.url, claims);
        return post(path, {{"code", code}, {"state", browser.state()}}, token, browser.cookie);
    }
    Answer sign_in(std::string const& name, bj::object const& more = {})
    {
        return finish(start(name + "@alder.example"), person(name, more));
    }
    std::string token_of(Answer const& signed_in) const
    {
        EXPECT_EQ(signed_in.status, 200) << signed_in.body;
        return signed_in.status == 200 ? text(signed_in.json(), "access_token") : "";
    }

    Answer test(bj::object const& claims)
    {
        auto const browser = under(post("sso/connections/" + connection + "/test", {}, owner));
        return finish(browser, claims, "auth/sso/test", owner);
    }

    // A connection that is tested and enabled.
    void connect(bj::object const& more = {})
    {
        create(wanted());
        auto const tested = test(person("tester"));
        ASSERT_EQ(tested.status, 200) << tested.body;
        ASSERT_TRUE(tested.json().at("good").as_bool()) << tested.body;
        bj::object body{{"enabled", true}};
        for (auto const& [key, value] : more) body[key] = value;
        auto const enabled = patch(body);
        ASSERT_EQ(enabled.status, 200) << enabled.body;
    }
    void let_everybody_join(bj::array const& mappings = {})
    {
        connect({{"joining", "everybody"}, {"role", "agent"}, {"mappings", mappings}});
    }

    void give_emergency_access()
    {
        auto const given = cloud.call("PUT", "/api/v1/sso/break-glass", {{"people", bj::array{me(owner).at("id")}}}, owner);
        ASSERT_EQ(given.status, 200) << given.body;
    }

    bj::value me(std::string const& token) const { return cloud.get("/api/v1/me", token).json(); }

    FakeProvider provider;
    TestCloud cloud;
    licensing::TenantDocument alder;
    std::string owner;
    std::string connection;
};

}  // namespace mz::sso::test
