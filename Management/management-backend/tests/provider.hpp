#pragma once
// For tests: an identity provider that looks like one organisation of Entra, and says of people whatever it is told.
#include "core/clock.hpp"
#include "core/crypto.hpp"
#include "net/server.hpp"
#include "oidc/test_key.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <memory>
#include <mutex>
#include <string>

namespace mz::management::tests {

namespace bj = boost::json;

inline constexpr auto provider_tid = "5f6f1e0a-33c2-4f0e-8f5e-5c0b3a8f9b11";
inline constexpr auto provider_client = "management-console";

class FakeProvider {
public:
    FakeProvider()
    {
        net::ServerSettings settings;
        settings.http_threads = 1;
        server_ = std::make_unique<net::Server>(
            settings, [this](net::Worker) -> net::Handler { return [this](net::Request& request) { return answer(request); }; });
        server_->start();
    }

    std::string issuer() const { return url() + "/" + provider_tid + "/v2.0"; }

    // Whom the next code stands for. `nonce` is what the sign-in page was asked with.
    void sign_in(std::string const& nonce, std::string const& oid, std::string const& email, bj::array roles, bj::object more = {})
    {
        auto const seconds = now().microseconds / 1'000'000;
        bj::object claims{{"iss", issuer()},
                          {"aud", provider_client},
                          {"sub", "pairwise " + oid},
                          {"tid", provider_tid},
                          {"oid", oid},
                          {"nonce", nonce},
                          {"exp", seconds + 300},
                          {"iat", seconds},
                          {"name", "Ann"},
                          {"preferred_username", email},
                          {"auth_time", seconds},
                          {"roles", std::move(roles)}};
        for (auto& [name, value] : more) claims[name] = std::move(value);
        std::scoped_lock const lock(mutex_);
        id_token_ = key_.sign("RS256", claims);
    }

private:
    std::string url() const { return "http://127.0.0.1:" + std::to_string(server_->port()); }

    Task<net::Response> answer(net::Request& request)
    {
        net::Response response;
        response.content_type = "application/json";
        std::scoped_lock const lock(mutex_);
        if (request.path.ends_with("/.well-known/openid-configuration")) {
            response.body = bj::serialize(bj::object{{"issuer", issuer()},
                                                     {"authorization_endpoint", url() + "/authorize"},
                                                     {"token_endpoint", url() + "/token"},
                                                     {"jwks_uri", url() + "/keys"},
                                                     {"end_session_endpoint", url() + "/logout"},
                                                     {"response_types_supported", {"code"}},
                                                     {"subject_types_supported", {"pairwise"}},
                                                     {"token_endpoint_auth_methods_supported", {"client_secret_post"}},
                                                     {"id_token_signing_alg_values_supported", {"RS256"}}});
        } else if (request.path == "/keys") {
            auto key = key_.jwk();
            key["use"] = "sig";
            response.body = bj::serialize(bj::object{{"keys", bj::array{key}}});
        } else if (request.path == "/token") {
            response.body =
                bj::serialize(bj::object{{"token_type", "Bearer"}, {"access_token", "a"}, {"expires_in", 300}, {"id_token", id_token_}});
        } else {
            response.status = 404;
        }
        co_return response;
    }

    std::mutex mutex_;
    oidc::test::TestKey key_ = oidc::test::TestKey::rsa("first");
    std::string id_token_;
    std::unique_ptr<net::Server> server_;
};

}  // namespace mz::management::tests
