#pragma once
// For tests: a whole Management Backend in this process, on a database of its own.
#include "app/application.hpp"
#include "app/create_operator.hpp"
#include "app/migrations.hpp"
#include "core/crypto.hpp"
#include "testing/database.hpp"
#include "testing/http.hpp"
#include "web/webhook_signature.hpp"

#include <gtest/gtest.h>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <functional>
#include <memory>
#include <string>

namespace mz::management::tests {

namespace bj = boost::json;
using testing::Answer;

inline constexpr auto pass_phrase = "correct horse battery staple";

class Management {
public:
    // `change` may set what a test is about; second factors are asked for only where it says so.
    explicit Management(std::string const& cloud_url = "http://127.0.0.1:9", std::function<void(Settings&)> const& change = {})
        : database(migrations(), "management_owner")
    {
        Settings settings;
        settings.http_port = 0;
        settings.http_threads = 1;
        settings.rate_limit_address_per_minute = 1000000;  // all of the test's strangers come from one address
        settings.session_check_seconds = 0;
        settings.push_poll_milliseconds = 20;
        settings.upkeep_seconds = 1;
        settings.management_database_url.value = database.url("management_app");
        settings.management_jwt_secret.value = Secret<std::string>(random_token());
        settings.management_data_key.value = Secret<std::string>(data_key);
        settings.audit_seal_milliseconds = 20;
        settings.cloud_internal_api_token = Secret<std::string>("internal-token,the-token-before");
        settings.cloud_webhook_hmac_secret = Secret<std::string>(hmac_secret);
        settings.cloud_api_url = cloud_url;
        settings.cloud_app_url = "http://cloud.example";
        settings.management_app_url = "http://management.example";
        settings.second_factor_required = false;
        if (change) change(settings);
        for (auto const role : {operators::Role::viewer, operators::Role::operator_, operators::Role::owner}) {
            create_operator(database.url("management_app"),
                            {std::string(operators::to_string(role)) + "@monozu.example", "", role, Secret<std::string>(pass_phrase)});
        }
        application = std::make_unique<Application>(settings);
        application->start();
    }

    Answer call(std::string method, std::string path, std::string token, bj::object const& body) const
    {
        return testing::call(application->port(), std::move(method), std::move(path), std::move(token), bj::serialize(body));
    }
    Answer call(std::string method, std::string path, std::string token = {}) const
    {
        return testing::call(application->port(), std::move(method), std::move(path), std::move(token));
    }
    Answer with_cookie(std::string path, std::string const& cookie) const
    {
        return testing::exchange(application->port(), {"POST", std::move(path), "", {{"Cookie", "monozu_management_refresh=" + cookie}}});
    }

    Answer log_in(std::string const& role, std::string const& password = pass_phrase) const
    {
        return call("POST", "/api/v1/auth/login", {}, {{"email", role + "@monozu.example"}, {"password", password}});
    }
    std::string token(std::string const& role) const
    {
        auto const answer = log_in(role);
        EXPECT_EQ(answer.status, 200) << answer.body;
        return std::string(answer.json().at("access_token").as_string());
    }

    // A pending tenant, as the answer to its creation.
    bj::value make_tenant(std::string const& name, std::string const& by) const
    {
        auto const answer = call("POST", "/api/v1/tenants", by, {{"name", name}, {"owner_email", "Owner@" + name + ".example"}});
        EXPECT_EQ(answer.status, 201) << answer.body;
        return answer.json();
    }

    std::string value(std::string const& query) const
    {
        auto connection = database.connect_superuser();
        return std::string(connection.run("select (" + query + ")::text").value(0, 0));
    }

    std::string const data_key = random_token();
    KeyRing const data_keys{{Secret<std::string>(data_key)}};
    testing::Database database;
    std::string const hmac_secret = web::WebhookKeys::generate();
    std::unique_ptr<Application> application;
};

inline std::string cookie_of(Answer const& answer)
{
    auto const found = answer.headers.find("set-cookie");
    if (found == answer.headers.end()) return {};
    auto const start = found->second.find('=') + 1;
    return found->second.substr(start, found->second.find(';') - start);
}

inline bj::object license(std::string const& valid_until = "2099-01-01T00:00:00Z")
{
    return {{"plan", "professional"}, {"features", {"itsm", "vpn"}}, {"limits", {{"devices", 25}}}, {"valid_until", valid_until}};
}

inline std::string path_of(bj::value const& tenant, std::string const& rest = {})
{
    return "/api/v1/tenants/" + std::string(tenant.at("id").as_string()) + rest;
}

}  // namespace mz::management::tests
