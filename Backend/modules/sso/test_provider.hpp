#pragma once
// For tests: a provider of OpenID Connect on 127.0.0.1, whose people are whoever the test says.
#include "core/crypto.hpp"
#include "net/server.hpp"
#include "net/target.hpp"
#include "oidc/test_key.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <map>
#include <mutex>
#include <string>

namespace mz::sso::test {

namespace bj = boost::json;

class FakeProvider {
public:
    static constexpr auto client_id = "our-client";
    static constexpr auto client_secret = "our-secret";

    FakeProvider()
    {
        net::ServerSettings settings;
        settings.http_threads = 1;
        server_ = std::make_unique<net::Server>(
            settings, [this](net::Worker) -> net::Handler { return [this](net::Request& request) { return answer(request); }; });
        server_->start();
    }
    ~FakeProvider() { server_->stop(); }

    std::string issuer() const { return "http://127.0.0.1:" + std::to_string(server_->port()); }
    // As Entra ID's directories have one each.
    std::string issuer_of(std::string const& directory) const { return issuer() + "/" + directory + "/v2.0"; }

    // A parameter of the address to which the browser was sent.
    static std::string parameter(std::string const& url, std::string_view name)
    {
        net::Request request;
        net::read_target(url.substr(url.find('/', url.find("//") + 2)), request);
        for (auto const& [key, value] : request.query) {
            if (key == name) return value;
        }
        return {};
    }

    // Somebody signs in there, about whom the provider will say this; the code that the browser brings back.
    std::string code(std::string const& url, bj::object claims)
    {
        auto const seconds = now().microseconds / 1'000'000;
        bj::object all{{"iss", issuer()}, {"aud", client_id}, {"nonce", parameter(url, "nonce")}, {"iat", seconds}, {"exp", seconds + 300}};
        for (auto& [name, value] : claims) all[name] = value;
        std::lock_guard const lock(mutex_);
        auto made = random_token();
        issued_[made] = {std::move(all), parameter(url, "code_challenge")};
        return made;
    }

private:
    static constexpr std::string_view well_known = "/.well-known/openid-configuration";

    struct Issued {
        bj::object claims;
        std::string challenge;
    };

    static net::Response json(bj::object const& body, int status = 200)
    {
        net::Response out;
        out.status = status;
        out.content_type = "application/json";
        out.body = bj::serialize(body);
        return out;
    }

    Task<net::Response> answer(net::Request& request)
    {
        std::string_view const path = request.path;
        if (path.ends_with(well_known)) {
            auto const of = issuer() + std::string(path.substr(0, path.size() - well_known.size()));
            co_return json(metadata(of));
        }
        if (request.path == "/keys") co_return json({{"keys", bj::array{key_.jwk()}}});
        if (request.path == "/token") co_return token(request);
        co_return json({}, 404);
    }

    bj::object metadata(std::string const& of) const
    {
        return {{"issuer", of},
                {"authorization_endpoint", issuer() + "/authorize"},
                {"token_endpoint", issuer() + "/token"},
                {"jwks_uri", issuer() + "/keys"},
                {"end_session_endpoint", issuer() + "/end"},
                {"response_types_supported", bj::array{"code"}},
                {"subject_types_supported", bj::array{"public"}},
                {"code_challenge_methods_supported", bj::array{"S256"}},
                {"id_token_signing_alg_values_supported", bj::array{"RS256"}},
                {"token_endpoint_auth_methods_supported", bj::array{"client_secret_basic"}}};
    }

    net::Response token(net::Request const& request)
    {
        net::Request form;
        net::read_target("/?" + request.body, form);
        std::map<std::string, std::string> const values(form.query.begin(), form.query.end());
        auto const wanted = "Basic " + base64(std::string(client_id) + ":" + client_secret);
        if (request.headers.get("Authorization") != wanted) return json({{"error", "invalid_client"}}, 401);
        std::lock_guard const lock(mutex_);
        auto const found = issued_.find(values.at("code"));
        if (found == issued_.end() || base64url(sha256(values.at("code_verifier"))) != found->second.challenge) {
            return json({{"error", "invalid_grant"}}, 400);
        }
        auto const id_token = key_.sign("RS256", found->second.claims);
        issued_.erase(found);
        return json({{"access_token", random_token()}, {"token_type", "Bearer"}, {"id_token", id_token}});
    }

    oidc::test::TestKey key_ = oidc::test::TestKey::rsa("first");
    std::mutex mutex_;
    std::map<std::string, Issued> issued_;
    std::unique_ptr<net::Server> server_;
};

}  // namespace mz::sso::test
